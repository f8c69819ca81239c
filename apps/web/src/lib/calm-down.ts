/** How many pauses somebody who goes on without one makes others wait at most. */
const MOST_PAUSES = 3;

/** Does some work once what asks for it pauses. While that goes on and on, the work is still done now and then. */
export class CalmDown {
  readonly #pause: number;
  readonly #work: () => void;
  #first = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(pause: number, work: () => void) {
    this.#pause = pause;
    this.#work = work;
  }

  /** Whether work was asked for that is not done yet. */
  get isWaiting(): boolean {
    return this.#timer !== undefined;
  }

  ask(): void {
    const now = performance.now();
    if (!this.isWaiting) this.#first = now;
    clearTimeout(this.#timer);
    const left = this.#first + MOST_PAUSES * this.#pause - now;
    this.#timer = setTimeout(() => this.now(), Math.max(0, Math.min(this.#pause, left)));
  }

  now(): void {
    this.cancel();
    this.#work();
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
