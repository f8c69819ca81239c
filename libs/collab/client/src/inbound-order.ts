import type { ClientClock } from './clock.ts';

export interface NumberedUpdates {
  /** Number of the last one. */
  readonly seq: number;
  readonly updates: readonly Uint8Array[];
}

const keptAhead = 500;
const fetchTimeout = 5_000;
/** After so long without anything new it asks: of a last frame that was lost, nothing else would tell. */
const quietFor = 20_000;

/** Puts what the server sends into the order of its sequence numbers, and asks again for what is missing. */
export class InboundOrder {
  readonly #clock: ClientClock;
  readonly #fetch: (afterSeq: number) => void;
  #seq = 0;
  #ahead: NumberedUpdates[] = [];
  #cancelFetch: (() => void) | null = null;
  #cancelWatch: () => void = () => undefined;
  #heardAt = 0;

  /** `fetch` asks the server for everything after a number. */
  constructor(clock: ClientClock, fetch: (afterSeq: number) => void) {
    this.#clock = clock;
    this.#fetch = fetch;
  }

  /** Everything up to here has been handed on. */
  get seq(): number {
    return this.#seq;
  }

  /** Goes on from `seq`; what came early and was not handed on is forgotten. */
  restart(seq = this.#seq): void {
    this.#seq = seq;
    this.#ahead = [];
    this.#endFetch();
    this.#cancelWatch();
  }

  /** The same as long as the server sends what comes after: when it is silent for long, it is asked. */
  follow(seq: number): void {
    this.restart(seq);
    this.#watch();
  }

  #watch(): void {
    this.#heardAt = this.#clock.now();
    this.#watchOn(quietFor);
  }

  #watchOn(wait: number): void {
    this.#cancelWatch = this.#clock.after(wait, () => {
      const left = this.#heardAt + quietFor - this.#clock.now();
      if (left > 0) return this.#watchOn(left);
      this.#fetch(this.#seq);
      this.#watch();
    });
  }

  /** @returns the updates that follow without a gap, perhaps none. */
  offer(frame: NumberedUpdates): Uint8Array[] {
    this.#heardAt = this.#clock.now();
    const ready: Uint8Array[] = [];
    const waiting = [...this.#ahead, frame].sort((a, b) => a.seq - b.seq);
    this.#ahead = [];
    for (const next of waiting) {
      if (next.seq <= this.#seq) continue;
      const first = next.seq - next.updates.length + 1;
      if (first > this.#seq + 1) {
        this.#ahead.push(next);
        continue;
      }
      ready.push(...next.updates.slice(this.#seq + 1 - first));
      this.#seq = next.seq;
    }
    this.#ahead = this.#ahead.filter((next) => next.seq > this.#seq);
    // Too far ahead: what was asked for again brings all of it.
    if (this.#ahead.length > keptAhead) this.#ahead = this.#ahead.slice(-1);
    if (this.#ahead.length === 0) this.#endFetch();
    else this.#askAgain();
    return ready;
  }

  /**
   * The last `count` updates up to `seq` are known here and do not come. Where something before them is missing, what
   * is asked for brings them too; with 0, nothing of it is known.
   * @returns what came early and follows them.
   */
  skip(seq: number, count: number): Uint8Array[] {
    if (count > 0 && this.#seq === seq - count) this.#seq = seq;
    return this.offer({ seq, updates: [] });
  }

  #askAgain(): void {
    if (this.#cancelFetch || this.#ahead.length === 0) return;
    this.#fetch(this.#seq);
    this.#cancelFetch = this.#clock.after(fetchTimeout, () => {
      this.#cancelFetch = null;
      this.#askAgain();
    });
  }

  #endFetch(): void {
    this.#cancelFetch?.();
    this.#cancelFetch = null;
  }
}
