import type { ClientClock } from './clock.ts';
import type { CopyChange, CopyHeader, CopyKey, LocalCopy, LocalStore } from './local-store.ts';
import type { SettledEdit } from './pending-edits.ts';

/** What is received can be had again from the server, so it is gathered before it is written. */
const writeAfter = 400;
/** Updates in the stored copy above which it is written afresh as one. */
const compactAbove = 2_000;

export interface CopySource {
  header(): CopyHeader;
  /** The whole document, or null while it holds edits that the server has not stored. */
  wholeDocument(): Uint8Array | null;
}

/** Keeps the stored copy of a room up to date with what came from the server. */
export class CopyKeeper {
  readonly #store: LocalStore;
  readonly #room: CopyKey;
  readonly #clock: ClientClock;
  readonly #source: CopySource;
  #seq = 0;
  #storedSeq = 0;
  /** How many updates the stored copy consists of. */
  #storedCount = 0;
  #waiting: Uint8Array[] = [];
  #settled: number[] = [];
  /** The stored copy cannot be added to: there is none, or another page has put it elsewhere. */
  #mustReplace = true;
  /** `#waiting` begins with the whole document. */
  #isWhole = false;
  #isHeaderDirty = false;
  #isStopped = false;
  #cancelTimer: (() => void) | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(store: LocalStore, room: CopyKey, clock: ClientClock, source: CopySource) {
    this.#store = store;
    this.#room = room;
    this.#clock = clock;
    this.#source = source;
  }

  /** Goes on from a stored copy. */
  resume(copy: LocalCopy): void {
    this.#seq = copy.seq;
    this.#storedSeq = copy.seq;
    this.#storedCount = copy.updates.length;
    this.#mustReplace = false;
  }

  /** The server sent the whole document. */
  replaced(updates: readonly Uint8Array[], seq: number): void {
    this.#waiting = [...updates];
    this.#seq = seq;
    this.#mustReplace = true;
    this.#isWhole = true;
    this.#schedule();
  }

  received(updates: readonly Uint8Array[], seq: number): void {
    this.#waiting.push(...updates);
    this.#seq = Math.max(this.#seq, seq);
    this.#schedule();
  }

  /** The server has stored these edits of ours as `seq`: they move from the queue to the copy. */
  settled(edits: readonly SettledEdit[], seq: number): void {
    // Up to `#seq` they have come back from the server and are part of the copy already.
    if (seq > this.#seq) this.#waiting.push(...edits.map((edit) => edit.update));
    this.#settled.push(...edits.map((edit) => edit.key).filter((key) => key > 0));
    this.#schedule();
  }

  headerChanged(): void {
    this.#isHeaderDirty = true;
    this.#schedule();
  }

  /** Writes what waits. Never rejects: a device that keeps nothing costs nothing but the offline text. */
  async flush(): Promise<void> {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#writing = this.#writing
      .then(() => this.#write())
      .catch(() => {
        // What was to be added is lost to the copy: only the whole document makes it complete again.
        this.#mustReplace = true;
        this.#isWhole = false;
      });
    await this.#writing;
  }

  /** Nothing is written any more, also not what waits. Resolves when a write under way has ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelTimer?.();
    await this.#writing;
  }

  #schedule(): void {
    this.#cancelTimer ??= this.#clock.after(writeAfter, () => {
      this.#cancelTimer = null;
      void this.flush();
    });
  }

  async #write(): Promise<void> {
    if (this.#isStopped) return;
    const change = this.#takeChange();
    const isReplacing = this.#mustReplace;
    if (isReplacing && !this.#isWhole) return this.#writeWhole(change);
    const fromSeq = this.#storedSeq;
    const isWritten = isReplacing
      ? await this.#store.replaceCopy(this.#room, change)
      : await this.#writeMore(fromSeq, change);
    this.#isWhole = false;
    this.#mustReplace = !isWritten;
    if (isWritten) {
      this.#storedSeq = change.seq;
      this.#storedCount = (isReplacing ? 0 : this.#storedCount) + change.updates.length;
    }
    if (!isWritten || this.#storedCount > compactAbove) await this.#writeWhole({ ...change, settled: [] });
  }

  async #writeMore(fromSeq: number, change: CopyChange): Promise<boolean> {
    if (change.updates.length > 0 || change.settled.length > 0 || change.seq !== fromSeq) {
      return this.#store.appendCopy(this.#room, fromSeq, change);
    }
    if (this.#isHeaderDirty) await this.#store.writeHeader(this.#room, change.header);
    this.#isHeaderDirty = false;
    return true;
  }

  /** Writes the document itself as the copy; put off while it holds edits that are only ours. */
  async #writeWhole(change: CopyChange): Promise<void> {
    const whole = this.#source.wholeDocument();
    if (!whole) {
      this.#settled.push(...change.settled);
      return;
    }
    const seq = this.#seq;
    const isWritten = await this.#store.replaceCopy(this.#room, { ...change, seq, updates: [whole] });
    this.#mustReplace = !isWritten;
    if (!isWritten) return;
    this.#storedSeq = seq;
    this.#storedCount = 1;
  }

  #takeChange(): CopyChange {
    const change = {
      header: this.#source.header(),
      seq: this.#seq,
      updates: this.#waiting,
      settled: this.#settled,
    };
    this.#waiting = [];
    this.#settled = [];
    return change;
  }
}
