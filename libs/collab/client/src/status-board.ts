import type { ClientClock } from './clock.ts';
import {
  isSameStatus,
  type RoomFacts,
  type RoomStatus,
  savingPatience,
  statusAtOpening,
  statusOf,
} from './room-status.ts';

/** Shows how a room stands to whoever listens, and only when something changed. */
export class StatusBoard {
  readonly #clock: ClientClock;
  readonly #facts: () => RoomFacts;
  readonly #listeners = new Set<() => void>();
  #status: RoomStatus = statusAtOpening;
  #cancelPatience: (() => void) | null = null;

  constructor(clock: ClientClock, facts: () => RoomFacts) {
    this.#clock = clock;
    this.#facts = facts;
  }

  get status(): RoomStatus {
    return this.#status;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  update(): void {
    const next = statusOf(this.#facts());
    if (next.saving === 'saving') this.#lookAgain();
    if (isSameStatus(next, this.#status)) return;
    this.#status = next;
    this.notify();
  }

  notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  stop(): void {
    this.#cancelPatience?.();
    this.#cancelPatience = null;
  }

  /** "Saving" wears off without anything happening. */
  #lookAgain(): void {
    this.#cancelPatience ??= this.#clock.after(savingPatience, () => {
      this.#cancelPatience = null;
      this.update();
    });
  }
}
