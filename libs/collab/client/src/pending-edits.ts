import type { RefusalCode } from '@kring/collab-protocol';
import type { ClientClock } from './clock.ts';
import type { CopyKey, LocalStore, StoredEdit } from './local-store.ts';
import { type RoomFacts, savingPatience } from './room-status.ts';

interface PendingEdit {
  /** 0 while it is not written to the store. */
  key: number;
  readonly clientId: number;
  readonly generation: number;
  readonly update: Uint8Array;
  readonly madeAt: number;
  isReady: boolean;
  /** Number within this join; 0 while not sent. */
  clientSeq: number;
  /** It was refused once already; the second time is final. */
  wasRefused: boolean;
}

/** Refusals that say nothing about the edit. */
const momentary: ReadonlySet<RefusalCode> = new Set(['no-access', 'busy']);
/** Refusals that depend on what came before: after a new join the same edit may well be taken. */
const contextual: ReadonlySet<RefusalCode> = new Set([
  'foreign-client-id',
  'clock-gap',
  'clock-overlap',
  'clock-out-of-range',
  'delete-out-of-range',
]);

export interface SettledEdit {
  readonly key: number;
  readonly update: Uint8Array;
}

/**
 * Local edits that the server has not confirmed, in the order in which they came into this document. Each is
 * written to the store before it may be sent, and stays there until it is confirmed or thrown away.
 */
export class PendingEdits {
  readonly #store: LocalStore;
  readonly #room: CopyKey;
  readonly #clock: ClientClock;
  readonly #changed: () => void;
  #edits: PendingEdit[] = [];
  #refused: StoredEdit[] = [];
  #clientSeq = 0;
  #writing: Promise<void> | null = null;

  /** `changed` is called when more can be sent than before. */
  constructor(store: LocalStore, room: CopyKey, clock: ClientClock, changed: () => void) {
    this.#store = store;
    this.#room = room;
    this.#clock = clock;
    this.#changed = changed;
  }

  get count(): number {
    return this.#edits.length + this.#refused.length;
  }

  get refusedCount(): number {
    return this.#refused.length;
  }

  /** Whether what waits would survive a reload of the page. */
  get kept(): RoomFacts['kept'] {
    const unstored = this.#edits.filter((edit) => edit.key === 0);
    if (unstored.length === 0) return 'yes';
    const isOnItsWay = (edit: PendingEdit) =>
      !edit.isReady && this.#clock.now() - edit.madeAt < savingPatience;
    return unstored.every(isOnItsWay) ? 'soon' : 'no';
  }

  get oldestAt(): number | null {
    return this.#edits[0]?.madeAt ?? null;
  }

  get sentCount(): number {
    return this.#edits.reduce((sum, edit) => sum + (edit.clientSeq > 0 ? 1 : 0), 0);
  }

  /** A new local edit: written first, then ready to be sent. */
  add(updates: readonly Uint8Array[], clientId: number, generation: number): void {
    for (const update of updates)
      this.#edits.push(this.#edit({ key: 0, clientId, generation, update }, false));
    this.#writing ??= this.#write();
  }

  /** Edits from the store, of this page's person, which were applied to the document. */
  adopt(edits: readonly StoredEdit[]): void {
    for (const edit of edits) this.#edits.push(this.#edit(edit, true));
  }

  /** Edits from the store that the server will not take. */
  keepRefused(edits: readonly StoredEdit[]): void {
    this.#refused.push(...edits);
  }

  /** A new join: everything is sent again, numbered from one. */
  restart(): void {
    this.#clientSeq = 0;
    for (const edit of this.#edits) edit.clientSeq = 0;
  }

  /** The next edits to send, in order and within the bounds; they are not yet marked as sent. */
  next(maxBytes: number, maxCount: number): Uint8Array[] {
    const batch: Uint8Array[] = [];
    let bytes = 0;
    for (const edit of this.#edits) {
      if (edit.clientSeq > 0) continue;
      if (!edit.isReady || batch.length >= maxCount) break;
      if (batch.length > 0 && bytes + edit.update.length > maxBytes) break;
      batch.push(edit.update);
      bytes += edit.update.length;
    }
    return batch;
  }

  /** The number that the first edit of the next frame carries. */
  get nextClientSeq(): number {
    return this.#clientSeq + 1;
  }

  markSent(count: number): void {
    let left = count;
    for (const edit of this.#edits) {
      if (left === 0) return;
      if (edit.clientSeq > 0) continue;
      edit.clientSeq = ++this.#clientSeq;
      left -= 1;
    }
  }

  /** The server has stored everything up to `clientSeq`. */
  acked(clientSeq: number): SettledEdit[] {
    const isSettled = (edit: PendingEdit) => edit.clientSeq > 0 && edit.clientSeq <= clientSeq;
    const settled = this.#edits.filter(isSettled);
    this.#edits = this.#edits.filter((edit) => !isSettled(edit));
    return settled;
  }

  /**
   * The server did not take one edit. One that it may take at another moment waits for a new join, also where
   * the refusal may come from what went before; the second such refusal, or one for what the edit itself is,
   * is final: the edit is kept, but not sent again.
   * @returns whether it is final.
   */
  refuse(clientSeq: number, code: RefusalCode): boolean {
    const edit = this.#edits.find((candidate) => candidate.clientSeq === clientSeq);
    if (!edit) return false;
    if (momentary.has(code) || (contextual.has(code) && !edit.wasRefused)) {
      edit.wasRefused = contextual.has(code);
      // No later ack can mean this one.
      edit.clientSeq = 0;
      return false;
    }
    this.#setAside(edit, code);
    return true;
  }

  /** What the same page typed after it builds upon it, and would be refused one by one. */
  #setAside(edit: PendingEdit, code: RefusalCode): void {
    const from = this.#edits.indexOf(edit);
    const isLost = (other: PendingEdit, index: number) => index >= from && other.clientId === edit.clientId;
    const lost = this.#edits.filter(isLost);
    this.#edits = this.#edits.filter((other, index) => !isLost(other, index));
    this.#refused.push(...lost.map((other) => ({ ...other, refusal: code })));
    const keys = lost.map(({ key }) => key).filter((key) => key > 0);
    void this.#store.refuseEdits(keys, code).catch(() => undefined);
  }

  hasRefusedOf(clientId: number): boolean {
    return this.#refused.some((edit) => edit.clientId === clientId);
  }

  refusedUpdates(): readonly Uint8Array[] {
    return this.#refused.map((edit) => edit.update);
  }

  /** The person throws away what the server refused. */
  async discardRefused(): Promise<void> {
    const keys = this.#refused.map((edit) => edit.key).filter((key) => key > 0);
    this.#refused = [];
    await this.#store.removeEdits(keys);
  }

  /** Forgets all of it; the store is wiped by whoever calls. */
  clear(): void {
    this.#edits = [];
    this.#refused = [];
  }

  /** Resolves when everything written so far is in the store, or could not be put there. */
  async flushed(): Promise<void> {
    await this.#writing;
  }

  #edit(from: Omit<StoredEdit, 'refusal'>, isReady: boolean): PendingEdit {
    const { key, clientId, generation, update } = from;
    const madeAt = this.#clock.now();
    return { key, clientId, generation, update, madeAt, isReady, clientSeq: 0, wasRefused: false };
  }

  /** One writer at a time, so that keys grow in the order of the edits. */
  async #write(): Promise<void> {
    for (;;) {
      const fresh = this.#edits.filter((edit) => !edit.isReady);
      if (fresh.length === 0) break;
      const rows = fresh.map(({ clientId, generation, update }) => {
        return { clientId, generation, update, refusal: '' as const };
      });
      // A device that cannot keep it still holds it in memory: it goes to the server from there.
      const keys = await this.#store.addEdits(this.#room, rows).catch(() => []);
      fresh.forEach((edit, index) => {
        edit.key = keys[index] ?? 0;
        edit.isReady = true;
      });
      this.#changed();
    }
    this.#writing = null;
  }
}
