import { backoffDelay, type ClientClock } from './clock.ts';
import type { Connection } from './connection.ts';

/** Longer than the server takes when its database hangs: after that, its answer is lost. */
const answerTimeout = 30_000;

interface JoinHost {
  readonly clock: ClientClock;
  readonly random: () => number;
  readonly connection: Pick<Connection, 'renew'>;
}

/** Whether a room is joined, and when to ask again. */
export class RoomJoin {
  readonly #host: JoinHost;
  readonly #ask: () => void;
  #state: 'none' | 'asked' | 'joined' = 'none';
  #channel = 0;
  #attempt = 0;
  #cancel: () => void = () => undefined;

  /** `ask` is called when it is time to ask again. */
  constructor(host: JoinHost, ask: () => void) {
    this.#host = host;
    this.#ask = ask;
  }

  get isNone(): boolean {
    return this.#state === 'none';
  }

  get isAsked(): boolean {
    return this.#state === 'asked';
  }

  get isJoined(): boolean {
    return this.#state === 'joined';
  }

  /** The server's number for the room; 0 while not joined. */
  get channel(): number {
    return this.isJoined ? this.#channel : 0;
  }

  asked(): void {
    this.#cancel();
    this.#state = 'asked';
    this.#cancel = this.#host.clock.after(answerTimeout, () => this.#host.connection.renew());
  }

  /** That a join succeeds proves little: only an edit that was taken makes the next attempt come soon. */
  joined(channel: number): void {
    this.#cancel();
    this.#state = 'joined';
    this.#channel = channel;
  }

  worked(): void {
    this.#attempt = 0;
  }

  ended(): void {
    this.#cancel();
    this.#state = 'none';
  }

  /** Asks again when a while has passed, a longer one each time. */
  againLater(first?: number): void {
    this.#again(backoffDelay(this.#attempt++, this.#host.random, first));
  }

  againNow(): void {
    this.#again(0);
  }

  #again(delay: number): void {
    this.#cancel();
    this.#cancel = this.#host.clock.after(delay, this.#ask);
  }
}
