import type { ClientClock } from '../clock.ts';

interface Timer {
  readonly at: number;
  readonly work: () => void;
}

/** Time that stands still until a test moves it. */
export class FakeClock implements ClientClock {
  #now = 1_000_000;
  #timers: Timer[] = [];

  now(): number {
    return this.#now;
  }

  date(): number {
    return this.#now;
  }

  after(delay: number, work: () => void): () => void {
    const timer = { at: this.#now + Math.max(0, delay), work };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Moves on step by step, so that what a timer starts is done before the next one. */
  async advance(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    for (;;) {
      await settled();
      const [next] = this.#timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#now = next.at;
      this.#timers = this.#timers.filter((other) => other !== next);
      next.work();
    }
    this.#now = until;
    await settled();
  }

  /** The same time for one page, whose timers end with it. */
  forPage(): { clock: ClientClock; end: () => void } {
    let isOver = false;
    const clock: ClientClock = {
      now: () => this.now(),
      date: () => this.date(),
      after: (delay, work) => this.after(delay, () => (isOver ? undefined : work())),
    };
    return { clock, end: () => (isOver = true) };
  }
}

/** Resolves when all promises that can go on have gone on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}
