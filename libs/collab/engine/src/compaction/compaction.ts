import type { DocumentState } from '../document-state.ts';
import type { Clock, Compactor, DocumentLog, Logger, StoredUpdate } from '../ports.ts';
import type { Room } from '../room.ts';

/** Updates after a snapshot from which on a new one is worth its work, at the earliest so long after the last. */
const MIN_TAIL = 500;
const MIN_TAIL_BYTES = 32 * 1024;
const MIN_PAUSE = 30_000;
/** So much is worth it however few updates they are: the log of a small text stays small. */
const MAX_TAIL_BYTES = 1024 * 1024;
const SHORT_PAUSE = 1_000;
/** Updates that are worth it once everybody has left the room. */
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
  /** When each document had its turn, for as long as that matters. */
  readonly #turns = new Map<string, number>();
  #inTurn: string | null = null;
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
    const isUrgent = isLong(state);
    if (!isUrgent && !isWorthIt(state)) return;
    const pause = isUrgent ? SHORT_PAUSE : MIN_PAUSE;
    const turn = this.#turns.get(state.documentId) ?? -Infinity;
    if (turn + pause <= this.#clock.now()) this.#add(room, false);
  }

  /** Whether room is being made in a document that is full: not all that it holds is needed. */
  makesRoom(room: Room): boolean {
    this.consider(room);
    if (this.#unprovable.has(room.state.documentId)) return false;
    return this.#waiting.has(room.name) || this.#inTurn === room.name || isLong(room.state);
  }

  considerLast(room: Room): void {
    const { tailLength, tailBytes } = room.state;
    if (tailLength >= MIN_LAST_TAIL || tailBytes >= MIN_TAIL_BYTES) this.#add(room, true);
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
      this.#turns.set(room.state.documentId, this.#clock.now());
      this.#inTurn = name;
      try {
        await this.#compact(room, isLast);
      } catch (error) {
        this.#logger.warn('a log could not be compacted', { room: name, error });
      } finally {
        this.#inTurn = null;
      }
    }
  }

  #forgetOld(): void {
    for (const [id, at] of this.#turns) if (at + MIN_PAUSE <= this.#clock.now()) this.#turns.delete(id);
  }

  async #compact(room: Room, isLast: boolean): Promise<void> {
    // All that the room knows of the log now is in what is loaded, also what another process has compacted already.
    const known = room.state.tailBytes;
    const stored = await this.#log.load(room.name);
    if (!stored || stored.generation !== room.state.generation) return;
    if (stored.tail.length === 0) {
      room.state.compacted(stored.headSeq, stored.snapshot?.bytes.length ?? 0, known);
      return;
    }
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
    room.state.compacted(stored.headSeq, bytes.length, known);
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

/** Compared with what the snapshot took, so that the work stays in proportion to what is written. */
function isLong({ tailBytes, snapshotBytes }: DocumentState): boolean {
  return tailBytes >= Math.max(MAX_TAIL_BYTES, snapshotBytes / 4);
}

function isWorthIt({ tailLength, tailBytes, snapshotBytes, isFull }: DocumentState): boolean {
  if (isFull) return tailBytes >= MIN_TAIL_BYTES;
  return tailLength >= MIN_TAIL && tailBytes >= Math.max(MIN_TAIL_BYTES, snapshotBytes / 4);
}
