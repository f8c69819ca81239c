import { backoffDelay, type ClientClock } from './clock.ts';

/** Whether a room is joined, and when to ask again. */
export class RoomJoin {
  readonly #clock: ClientClock;
  readonly #random: () => number;
  readonly #ask: () => void;
  #state: 'none' | 'asked' | 'joined' = 'none';
  #channel = 0;
  #attempt = 0;
  #cancel: () => void = () => undefined;

  /** `ask` is called when it is time to ask again. */
  constructor(clock: ClientClock, random: () => number, ask: () => void) {
    this.#clock = clock;
    this.#random = random;
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
  }

  /** That a join succeeds proves little: only an edit that was taken makes the next attempt come soon. */
  joined(channel: number): void {
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
    this.#again(backoffDelay(this.#attempt++, this.#random, first));
  }

  againNow(): void {
    this.#again(0);
  }

  #again(delay: number): void {
    this.#cancel();
    this.#cancel = this.#clock.after(delay, this.#ask);
  }
}
