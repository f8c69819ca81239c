import {
  type ClientFrame,
  encodeClientFrame,
  FrameReader,
  limits,
  PROTOCOL_VERSION,
  type ServerFrame,
} from '@kring/collab-protocol';
import { backoffDelay, type ClientClock } from './clock.ts';
import { type ConnectionEvent, type ConnectionState, connectionTable } from './connection-state.ts';
import { SendBudget } from './send-budget.ts';
import type { ClientTransport, ClientTransportFactory } from './transport.ts';

export interface ConnectionOptions {
  readonly url: string;
  readonly schemaVersion: number;
  readonly transport: ClientTransportFactory;
  readonly clock: ClientClock;
  readonly random: () => number;
}

export interface ConnectionListener {
  stateChanged(): void;
  /** The server has said welcome: rooms may join. */
  up(): void;
  down(): void;
  frame(frame: ServerFrame): void;
}

/** After this long without a welcome an attempt counts as failed. */
const welcomeTimeout = 15_000;
/** A connection that lived so long did well: the next attempt comes soon. */
const provenAfter = 1_000;
const missedPongs = 2;
const doubtFor = 2_000;

/** The one socket of a tab: connects, greets, watches, and connects again. */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #listener: ConnectionListener;
  #state: ConnectionState = 'connecting';
  #transport: ClientTransport | null = null;
  #reader: FrameReader | null = null;
  #budget: SendBudget;
  #isUp = false;
  #isStarted = false;
  /** Only a reload or a new sign-in helps. */
  #isOver = false;
  #attempt = 0;
  #upSince = 0;
  #unanswered = 0;
  #restartDelay = 0;
  #cancelTimer: () => void = () => undefined;
  #cancelPing: () => void = () => undefined;
  #isWaiting = false;

  constructor(options: ConnectionOptions, listener: ConnectionListener) {
    this.#options = options;
    this.#listener = listener;
    this.#budget = new SendBudget(options.clock);
  }

  get state(): ConnectionState {
    return this.#state;
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  start(): void {
    if (this.#isStarted || this.#isOver) return;
    this.#isStarted = true;
    this.#connect();
  }

  /** Ends for good. */
  stop(): void {
    this.#isStarted = false;
    this.#dropTransport();
    this.#setUp(false);
  }

  /** Tries at once where the next attempt would have been later: the network or the person came back. */
  wake(): void {
    if (!this.#isStarted || !this.#isWaiting) return;
    this.#attempt = 0;
    this.#connect();
  }

  /** The network is said to be gone: an answer within moments, or the connection counts as lost. */
  doubt(): void {
    if (!this.#isUp) return;
    this.#cancelPing();
    this.#unanswered += 1;
    this.send({ type: 'ping' });
    this.#cancelPing = this.#options.clock.after(doubtFor, () => {
      if (this.#unanswered > 0) return this.#lost('');
      this.#schedulePing();
    });
  }

  /** An answer that must have come did not: this connection loses what it carries. */
  renew(): void {
    if (this.#isUp) this.#lost('');
  }

  signedOut(): void {
    this.#isOver = true;
    this.stop();
    this.#step('signed-out');
  }

  send(frame: ClientFrame): void {
    this.#transport?.send(encodeClientFrame(frame));
  }

  /** Sends an update frame if the budget allows; otherwise answers in how many milliseconds to try again. */
  sendWithinBudget(frame: ClientFrame): number {
    const bytes = encodeClientFrame(frame);
    const wait = this.#budget.take(bytes.length);
    if (wait === 0) this.#transport?.send(bytes);
    return wait;
  }

  #connect(): void {
    this.#dropTransport();
    this.#budget = new SendBudget(this.#options.clock);
    this.#unanswered = 0;
    this.#restartDelay = 0;
    // A frame that cannot be read comes from a newer server or a broken path: start afresh, never guess.
    const reader = new FrameReader(
      (frame) => this.#received(frame),
      () => this.#lost('protocol-error'),
    );
    const transport = this.#options.transport(this.#options.url, {
      opened: () => {
        if (transport !== this.#transport) return;
        const { schemaVersion } = this.#options;
        this.send({ type: 'hello', protocolVersion: PROTOCOL_VERSION, schemaVersion });
      },
      received: (bytes) => {
        if (transport !== this.#transport) return;
        this.#unanswered = 0;
        reader.received(bytes);
      },
      closed: (reason) => {
        if (transport === this.#transport) this.#lost(reason);
      },
    });
    this.#transport = transport;
    this.#reader = reader;
    this.#cancelTimer = this.#options.clock.after(welcomeTimeout, () => this.#lost(''));
  }

  #received(frame: ServerFrame): void {
    if (frame.type === 'pong') return;
    if (frame.type === 'welcome') return this.#welcomed(frame.protocolVersion, frame.schemaVersion);
    if (frame.type === 'restarting') return void (this.#restartDelay = Math.max(1, frame.delay));
    if (frame.type === 'error') return this.#failed(frame.code);
    this.#listener.frame(frame);
  }

  #welcomed(protocolVersion: number, schemaVersion: number): void {
    if (protocolVersion !== PROTOCOL_VERSION) return this.#outdated();
    this.#cancelTimer();
    this.#upSince = this.#options.clock.now();
    this.#step(schemaVersion === this.#options.schemaVersion ? 'welcomed' : 'outdated');
    this.#schedulePing();
    this.#setUp(true);
  }

  #failed(code: string): void {
    if (code === 'signed-out') return this.signedOut();
    if (code === 'reload-needed') return this.#outdated();
    if (code === 'restarting') this.#restartDelay = Math.max(1, this.#restartDelay);
    this.#lost(code);
  }

  #outdated(): void {
    this.#isOver = true;
    this.stop();
    this.#step('outdated');
  }

  #lost(reason: string): void {
    if (reason === 'signed-out' || reason === 'reload-needed') return this.#failed(reason);
    this.#dropTransport();
    const wasProven = this.#isUp && this.#options.clock.now() - this.#upSince >= provenAfter;
    this.#attempt = wasProven ? 0 : this.#attempt + 1;
    this.#setUp(false);
    this.#step('lost');
    if (!this.#isStarted) return;
    this.#isWaiting = true;
    this.#cancelTimer = this.#options.clock.after(this.#delay(), () => this.#connect());
  }

  #delay(): number {
    const { random } = this.#options;
    // Everybody was told at once: spread over a second beyond the moment that the server asked for.
    return this.#restartDelay > 0
      ? this.#restartDelay + Math.round(random() * 1_000)
      : backoffDelay(this.#attempt, random);
  }

  #schedulePing(): void {
    this.#cancelPing = this.#options.clock.after(limits.pingInterval, () => {
      // Half-open connections look fine to the browser for minutes; only an answer proves that one lives.
      if (this.#unanswered >= missedPongs) return this.#lost('');
      this.#unanswered += 1;
      this.send({ type: 'ping' });
      this.#schedulePing();
    });
  }

  #dropTransport(): void {
    this.#cancelTimer();
    this.#cancelPing();
    this.#isWaiting = false;
    this.#reader?.close();
    const transport = this.#transport;
    this.#transport = null;
    transport?.close();
  }

  #setUp(isUp: boolean): void {
    if (this.#isUp === isUp) return;
    this.#isUp = isUp;
    if (isUp) this.#listener.up();
    else this.#listener.down();
  }

  #step(event: ConnectionEvent): void {
    const next = connectionTable[this.#state][event];
    if (next === this.#state) return;
    this.#state = next;
    this.#listener.stateChanged();
  }
}
