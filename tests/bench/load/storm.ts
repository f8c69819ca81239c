import { setTimeout as delay } from 'node:timers/promises';
import type { Connect, Seat } from '../protocols/protocol.ts';

/** Between two attempts, chance included: the same for every server, whose own clients wait longer. */
const EVERY = 200;
const WITHIN = 60_000;

/** People who come back whenever they lose their connection. */
export class Storm {
  readonly #connect: Connect;
  readonly #closers = new Set<() => void>();
  #isOver = false;
  #back = 0;
  #heard: () => void = () => undefined;

  constructor(connect: Connect) {
    this.#connect = connect;
  }

  async enter(seat: Seat): Promise<void> {
    let close: (() => void) | null = null;
    const closed = () => {
      // Whoever never got in is tried again by who tried.
      if (close === null) return;
      this.#closers.delete(close);
      if (!this.#isOver) void this.#comeBack(seat);
    };
    const wire = await this.#connect(seat, { update: () => undefined, acked: () => undefined, closed });
    close = () => wire.close();
    this.#closers.add(close);
  }

  /** Resolves when so many have lost their connection and have their document again: when the first had, and the last. */
  async untilBack(count: number): Promise<{ first: number; last: number }> {
    this.#back = 0;
    let first = 0;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`only ${this.#back} came back`)), WITHIN);
      this.#heard = () => {
        this.#back += 1;
        if (first === 0) first = Date.now();
        if (this.#back < count) return;
        clearTimeout(timer);
        resolve({ first, last: Date.now() });
      };
    });
  }

  async #comeBack(seat: Seat): Promise<void> {
    while (!this.#isOver) {
      await delay(EVERY * (0.5 + Math.random()));
      const isIn = await this.enter(seat).then(
        () => true,
        () => false,
      );
      if (isIn) return this.#heard();
    }
  }

  end(): void {
    this.#isOver = true;
    for (const close of this.#closers) close();
  }
}
