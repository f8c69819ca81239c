import type { ClockAdvance } from './admission/admit.ts';
import type { Member } from './member.ts';
import type { StoredUpdate } from './ports.ts';

/** An admitted update on its way to disk. Without bytes: known already, waiting for its turn to be acknowledged. */
export interface PendingUpdate {
  readonly member: Member;
  readonly clientSeq: number;
  /** When it arrived. */
  readonly at: number;
  bytes: Uint8Array | null;
  readonly began: readonly ClockAdvance[];
  readonly advances: readonly ClockAdvance[];
}

/** What all rooms together have waiting, so that it can be bounded. SPEC B6. */
export class QueueBudget {
  updates = 0;
  bytes = 0;

  add(items: readonly PendingUpdate[], sign: 1 | -1): void {
    this.updates += sign * items.length;
    for (const item of items) this.bytes += sign * (item.bytes?.length ?? 0);
  }
}

/** What one room has to store, in the order of arrival. */
export class PendingQueue {
  readonly #budget: QueueBudget;
  #items: PendingUpdate[] = [];
  #underWay: PendingUpdate[] = [];

  constructor(budget: QueueBudget) {
    this.#budget = budget;
  }

  get isEmpty(): boolean {
    return this.#items.length === 0 && this.#underWay.length === 0;
  }

  /** When the oldest of it arrived; null when there is nothing. */
  get waitingSince(): number | null {
    return (this.#underWay[0] ?? this.#items[0])?.at ?? null;
  }

  get isUnderWay(): boolean {
    return this.#underWay.length > 0;
  }

  members(): Set<Member> {
    return new Set(this.#items.map((item) => item.member));
  }

  push(item: PendingUpdate): void {
    this.#items.push(item);
    this.#budget.add([item], 1);
  }

  /** Takes what may go now; it counts as under way until `finish`. */
  take(isReady: (item: PendingUpdate) => boolean): PendingUpdate[] {
    this.#underWay = this.#split(isReady);
    return this.#underWay;
  }

  finish(): void {
    this.#budget.add(this.#underWay, -1);
    this.#underWay = [];
  }

  putBack(items: readonly PendingUpdate[]): void {
    this.#items = [...items, ...this.#items];
    this.#budget.add(items, 1);
  }

  remove(isWanted: (item: PendingUpdate) => boolean): PendingUpdate[] {
    const removed = this.#split(isWanted);
    this.#budget.add(removed, -1);
    return removed;
  }

  #split(isWanted: (item: PendingUpdate) => boolean): PendingUpdate[] {
    const removed: PendingUpdate[] = [];
    const kept: PendingUpdate[] = [];
    for (const item of this.#items) (isWanted(item) ? removed : kept).push(item);
    this.#items = kept;
    return removed;
  }

  /** Some of what waits turned out to be in the log. */
  markStored(updates: readonly StoredUpdate[], storedClock: (client: number) => number): void {
    for (const item of this.#items) {
      const { bytes, advances } = item;
      if (!bytes) continue;
      const isStored =
        advances.length > 0
          ? advances.every(({ client, clock }) => storedClock(client) >= clock)
          : updates.some((update) => isEqual(update.bytes, bytes));
      if (!isStored) continue;
      this.#budget.bytes -= bytes.length;
      item.bytes = null;
    }
  }
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
