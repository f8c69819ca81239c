/** How many pauses somebody who goes on without one makes others wait at most. */
const MOST_PAUSES = 3;
/** In milliseconds: a machine that is never idle does the work all the same. */
const MOST_IDLE_WAIT = 500;

/**
 * Does some work once what asks for it pauses. While that goes on and on, the work is still done now and then: between
 * two keys where the browser can tell, so that no key waits for it.
 */
export class CalmDown {
  readonly #pause: number;
  readonly #work: () => void;
  #first = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idle: number | undefined;

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
    this.#forget();
    const left = this.#first + MOST_PAUSES * this.#pause - now;
    this.#timer = setTimeout(() => this.#whenIdle(), Math.max(0, Math.min(this.#pause, left)));
  }

  now(): void {
    this.cancel();
    this.#work();
  }

  cancel(): void {
    this.#forget();
    this.#timer = undefined;
  }

  #whenIdle(): void {
    if (!('requestIdleCallback' in globalThis)) return this.now();
    this.#idle = requestIdleCallback(() => this.now(), { timeout: MOST_IDLE_WAIT });
  }

  #forget(): void {
    clearTimeout(this.#timer);
    if (this.#idle !== undefined) cancelIdleCallback(this.#idle);
    this.#idle = undefined;
  }
}
