import type { Clock, Compactor, DocumentLog, Logger, StoredUpdate } from '../ports.ts';
import type { Room } from '../room.ts';

/** Updates after a snapshot from which on a new one is worth its work, at the earliest so long after the last. */
const MIN_TAIL = 500;
const MIN_TAIL_BYTES = 32 * 1024;
const MIN_PAUSE = 30_000;
/** The same for a room that everybody has left. */
const MIN_LAST_TAIL = 50;

/**
 * Replaces long logs by snapshots, one document at a time, away from the hot path. Only what was proved equal to the
 * log takes its place. SPEC Q7.
 */
export class Compaction {
  readonly #log: DocumentLog;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #compactor: Compactor;
  readonly #waiting = new Map<string, { room: Room; isLast: boolean }>();
  readonly #notBefore = new Map<string, number>();
  /** Documents that could not be proved equal: they are left alone until the next start. */
  readonly #unprovable = new Set<string>();
  #running: Promise<void> | null = null;
  #isStopped = false;

  constructor(options: { log: DocumentLog; clock: Clock; logger: Logger; compactor: Compactor }) {
    this.#log = options.log;
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#compactor = options.compactor;
  }

  /** Called after each commit: must cost nothing when there is nothing to do. */
  consider(room: Room): void {
    const { state } = room;
    if (state.tailLength < MIN_TAIL || state.tailBytes < Math.max(MIN_TAIL_BYTES, state.snapshotBytes / 4)) {
      if (!state.isFull) return;
    }
    if ((this.#notBefore.get(state.documentId) ?? -Infinity) > this.#clock.now()) return;
    this.#add(room, false);
  }

  considerLast(room: Room): void {
    if (room.state.tailLength >= MIN_LAST_TAIL) this.#add(room, true);
  }

  #add(room: Room, isLast: boolean): void {
    if (this.#isStopped || this.#unprovable.has(room.state.documentId)) return;
    this.#waiting.set(room.name, { room, isLast });
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  async #run(): Promise<void> {
    for (const [name, { room, isLast }] of this.#waiting) {
      this.#waiting.delete(name);
      if (this.#isStopped) return;
      this.#forgetOld();
      this.#notBefore.set(room.state.documentId, this.#clock.now() + MIN_PAUSE);
      try {
        await this.#compact(room, isLast);
      } catch (error) {
        this.#logger.warn('a log could not be compacted', { room: name, error });
      }
    }
  }

  #forgetOld(): void {
    for (const [id, at] of this.#notBefore) if (at <= this.#clock.now()) this.#notBefore.delete(id);
  }

  async #compact(room: Room, isLast: boolean): Promise<void> {
    const stored = await this.#log.load(room.name);
    if (!stored || stored.generation !== room.state.generation || stored.tail.length === 0) return;
    const updates: StoredUpdate[] = [...(stored.snapshot ? [stored.snapshot] : []), ...stored.tail];
    const bytes = await this.#build(updates, room);
    if (!bytes) {
      this.#unprovable.add(stored.documentId);
      this.#logger.error('a snapshot does not equal its log; the log stays', { room: room.name });
      return;
    }
    const isWritten = await this.#log.writeSnapshot({
      documentId: stored.documentId,
      generation: stored.generation,
      upTo: stored.headSeq,
      bytes,
      // While people are in the room, those who come back after a moment can still be sent the difference alone.
      trimTo: isLast ? stored.headSeq : (stored.snapshot?.seq ?? 0),
    });
    if (!isWritten) return;
    const tailBytes = stored.tail.reduce((total, update) => total + update.bytes.length, 0);
    room.state.compacted(stored.headSeq, bytes.length, tailBytes);
  }

  /** Whatever goes wrong in there counts as no proof: it would go wrong again. */
  async #build(updates: readonly StoredUpdate[], room: Room): Promise<Uint8Array | null> {
    try {
      return await this.#compactor(updates.map((update) => update.bytes));
    } catch (error) {
      this.#logger.warn('a snapshot could not be built', { room: room.name, error });
      return null;
    }
  }

  /** Starts nothing more; resolves when what runs has ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
  }
}
