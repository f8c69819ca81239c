import { limits } from '@kring/collab-protocol';
import { addStored } from './admission/add-stored.ts';
import { StructIndex } from './admission/struct-index.ts';
import { withOneMore } from './short-list.ts';
import type { StoredDocument, StoredUpdate } from './ports.ts';

/** How much of the newest part of the log stays in memory per room, for those who come back at once. */
const RECENT_BYTES = 64 * 1024;

/** What the engine keeps of one open document: never a Y.Doc, and bytes only of its newest part. */
export class DocumentState {
  readonly documentId: string;
  readonly generation: number;
  readonly index = new StructIndex();
  headSeq: number;
  snapshotSeq: number;
  snapshotBytes: number;
  tailBytes = 0;
  #recent: StoredUpdate[] = [];
  #recentBytes = 0;

  /** @throws {Error} when what is stored is no whole document */
  constructor(stored: StoredDocument) {
    this.documentId = stored.documentId;
    this.generation = stored.generation;
    this.snapshotSeq = stored.snapshot?.seq ?? 0;
    this.snapshotBytes = stored.snapshot?.bytes.length ?? 0;
    this.headSeq = this.snapshotSeq;
    if (stored.snapshot) addStored(this.index, stored.snapshot.bytes);
    for (const update of stored.tail) this.addFromLog(update);
    if (this.headSeq !== stored.headSeq) throw new Error('the log has a hole');
  }

  get isFull(): boolean {
    return this.snapshotBytes + this.tailBytes > limits.documentBytes;
  }

  get tailLength(): number {
    return this.headSeq - this.snapshotSeq;
  }

  /** Takes in an update that is on disk and did not pass admission here. */
  addFromLog(update: StoredUpdate): void {
    addStored(this.index, update.bytes);
    this.addSeq(update);
  }

  /** Takes in the next update of the log. */
  addSeq(update: StoredUpdate): void {
    if (update.seq !== this.headSeq + 1) throw new Error('the log has a hole');
    this.headSeq = update.seq;
    this.tailBytes += update.bytes.length;
    this.#recent = withOneMore(this.#recent, update);
    this.#recentBytes += update.bytes.length;
    while (this.#recentBytes > RECENT_BYTES && this.#recent.length > 1)
      this.#recentBytes -= this.#recent.shift()?.bytes.length ?? 0;
  }

  /** Everything after `seq`, or null when that is not in memory. */
  recentSince(seq: number): StoredUpdate[] | null {
    if (seq > this.headSeq) return null;
    if (seq === this.headSeq) return [];
    const first = this.#recent[0]?.seq ?? Infinity;
    return seq + 1 >= first ? this.#recent.slice(seq + 1 - first) : null;
  }

  /** A snapshot of so many bytes stands for all up to `upTo`, among which were `tailBytes` that were counted here. */
  compacted(upTo: number, bytes: number, tailBytes: number): void {
    this.snapshotSeq = upTo;
    this.snapshotBytes = bytes;
    this.tailBytes -= tailBytes;
  }
}
