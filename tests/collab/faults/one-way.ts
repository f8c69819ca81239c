import type { Socket } from 'node:net';
import { MessageReader, type Piece } from './message-reader.ts';
import type { Direction, Weather } from './network-faults.ts';

interface Held {
  readonly due: number;
  readonly bytes: Buffer;
}

export interface OneWayOptions {
  readonly source: Socket;
  readonly target: Socket;
  readonly direction: Direction;
  readonly random: () => number;
  /** Called for each thing that was done to the connection. */
  readonly harmed: () => void;
  /** The connection is over: with a reset, or as if one side had hung up. */
  readonly end: (how: 'reset' | 'hang-up') => void;
}

const throttledBytesPerSecond = 16 * 1024;
const mostDelay = 1_500;
/** Bytes after which a connection is cut. */
const mostBeforeCut = 4_000;
/** What is to be overtaken waits so long for what overtakes it. */
const overtakenWithin = 300;

/** One direction of one connection through the proxy, in the weather of the moment. */
export class OneWay {
  readonly #options: OneWayOptions;
  readonly #reader = new MessageReader();
  #weather: Weather | null = null;
  /** What was on its way in one that is half open never comes; nor does what follows, also in fair weather. */
  #isDead = false;
  #bytesLeft = Infinity;
  readonly #queue: Held[] = [];
  #lastDue = 0;
  #timer: NodeJS.Timeout | null = null;
  #overtaken: Buffer | null = null;
  #overtakenTimer: NodeJS.Timeout | null = null;
  #hasEnded = false;
  #isOver = false;

  constructor(options: OneWayOptions) {
    this.#options = options;
    const { source, target } = options;
    source.on('data', (chunk: Buffer) => {
      for (const piece of this.#reader.read(chunk)) this.#pass(piece);
    });
    source.on('end', () => {
      this.#hasEnded = true;
      this.#letPass();
      this.#endInTurn();
    });
    target.on('drain', () => this.#flow());
  }

  set weather(weather: Weather | null) {
    this.#weather = weather;
    const isCut = weather?.fault === 'cut' || weather?.fault === 'truncate';
    this.#bytesLeft = isCut ? Math.ceil(this.#options.random() * mostBeforeCut) : Infinity;
    this.#letPass();
    this.#flow();
  }

  stop(): void {
    this.#isOver = true;
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#overtakenTimer) clearTimeout(this.#overtakenTimer);
  }

  get #isBlocked(): boolean {
    const { fault } = this.#weather ?? {};
    return fault === 'partition' || (fault === 'slow-reader' && this.#options.direction === 'down');
  }

  #flow(): void {
    const { source, target } = this.#options;
    if (this.#isBlocked) {
      if (!source.isPaused()) this.#options.harmed();
      source.pause();
    } else if (!target.writableNeedDrain) source.resume();
  }

  #pass({ bytes, isFrame }: Piece): void {
    const { direction, random, harmed } = this.#options;
    const { fault } = this.#weather ?? {};
    if (fault === 'half-open' && this.#weather?.direction === direction) this.#isDead = true;
    if (this.#isDead) return harmed();
    if (fault === 'drop' && isFrame && random() < 0.1) return harmed();
    if (fault === 'reorder' && isFrame && random() < 0.3 && !this.#overtaken) return this.#hold(bytes);
    this.#write(bytes);
    if (isFrame) this.#letPass();
    if (fault === 'duplicate' && isFrame && random() < 0.1) {
      harmed();
      this.#write(bytes);
    }
  }

  #hold(bytes: Buffer): void {
    this.#overtaken = bytes;
    this.#options.harmed();
    this.#overtakenTimer = setTimeout(() => this.#letPass(), overtakenWithin);
  }

  #letPass(): void {
    const bytes = this.#overtaken;
    this.#overtaken = null;
    if (this.#overtakenTimer) clearTimeout(this.#overtakenTimer);
    if (bytes && !this.#isOver) this.#write(bytes);
  }

  #write(bytes: Buffer): void {
    const due = this.#dueAt(bytes.length);
    if (due <= Date.now() && this.#queue.length === 0) return this.#send(bytes);
    this.#lastDue = due;
    this.#queue.push({ due, bytes });
    this.#timer ??= setTimeout(() => this.#sendDue(), Math.max(0, due - Date.now()));
  }

  /** Nothing overtakes: a network that is slow is slow in order. */
  #dueAt(length: number): number {
    const { fault } = this.#weather ?? {};
    if (fault !== 'delay' && fault !== 'throttle') return this.#queue.length > 0 ? this.#lastDue : 0;
    this.#options.harmed();
    if (fault === 'delay') return Math.max(this.#lastDue, Date.now() + this.#options.random() * mostDelay);
    return Math.max(this.#lastDue, Date.now()) + (length / throttledBytesPerSecond) * 1_000;
  }

  #sendDue(): void {
    this.#timer = null;
    for (let next = this.#queue[0]; next && next.due <= Date.now(); next = this.#queue[0]) {
      this.#queue.shift();
      this.#send(next.bytes);
    }
    this.#endInTurn();
    const [next] = this.#queue;
    if (next && !this.#isOver)
      this.#timer = setTimeout(() => this.#sendDue(), Math.max(0, next.due - Date.now()));
  }

  /** Hanging up does not overtake what was said before. */
  #endInTurn(): void {
    const { target } = this.#options;
    if (this.#hasEnded && this.#queue.length === 0 && !this.#isDead && !target.destroyed) target.end();
  }

  #send(bytes: Buffer): void {
    const { source, target, harmed, end } = this.#options;
    if (this.#isOver || target.destroyed || target.writableEnded) return;
    if (bytes.length >= this.#bytesLeft) {
      harmed();
      target.write(bytes.subarray(0, this.#bytesLeft));
      return end(this.#weather?.fault === 'cut' ? 'reset' : 'hang-up');
    }
    this.#bytesLeft -= bytes.length;
    if (!target.write(bytes)) source.pause();
  }
}
