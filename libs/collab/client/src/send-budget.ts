import { limits } from '@kring/collab-protocol';
import type { ClientClock } from './clock.ts';

/** A bucket that fills at `perSecond` up to `burst`. */
class Bucket {
  readonly #perSecond: number;
  readonly #burst: number;
  #level: number;

  constructor(perSecond: number, burst: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#level = burst;
  }

  fill(elapsed: number): void {
    this.#level = Math.min(this.#burst, this.#level + (elapsed / 1000) * this.#perSecond);
  }

  /** Milliseconds until `amount` fits; an amount above the burst fits a full bucket. */
  waitFor(amount: number): number {
    const missing = Math.min(amount, this.#burst) - this.#level;
    return missing <= 0 ? 0 : Math.ceil((missing / this.#perSecond) * 1000);
  }

  take(amount: number): void {
    this.#level -= amount;
  }
}

/** Keeps one socket's updates well below what the server allows, so that an honest client is never told `busy`. */
export class SendBudget {
  readonly #clock: ClientClock;
  readonly #frames = new Bucket(limits.updateFramesPerSecond * 0.75, limits.updateFramesBurst * 0.5);
  readonly #bytes = new Bucket(limits.bytesPerSecond * 0.75, limits.bytesBurst * 0.5);
  #filledAt: number;

  constructor(clock: ClientClock) {
    this.#clock = clock;
    this.#filledAt = clock.now();
  }

  /** Takes one frame of so many bytes, or answers in how many milliseconds to ask again. */
  take(bytes: number): number {
    const now = this.#clock.now();
    const elapsed = Math.max(0, now - this.#filledAt);
    this.#filledAt = now;
    this.#frames.fill(elapsed);
    this.#bytes.fill(elapsed);
    const wait = Math.max(this.#frames.waitFor(1), this.#bytes.waitFor(bytes));
    if (wait > 0) return wait;
    this.#frames.take(1);
    this.#bytes.take(bytes);
    return 0;
  }
}
