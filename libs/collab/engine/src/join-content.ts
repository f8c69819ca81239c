import { packUpdates, type SentUpdates } from '@kring/collab-protocol';
import type { EngineContext } from './engine-context.ts';
import type { StoredDocument, StoredUpdate } from './ports.ts';
import type { Room } from './room.ts';

/** How long the bytes of a whole document are kept for others who join. */
const KEPT = 3_000;

export interface Content extends SentUpdates {
  readonly isSnapshot: boolean;
  /** Sequence number up to which the updates lead. */
  readonly seq: number;
}

/**
 * The bytes that somebody who joins is sent, straight from what is stored; read, and packed where they are many, once
 * for all who come together.
 */
export class JoinContent {
  readonly #room: Room;
  readonly #context: EngineContext;
  #stored: Promise<StoredDocument | null> | null = null;
  #whole: Promise<Content | null> | null = null;
  #cancelForget: (() => void) | null = null;

  constructor(room: Room, context: EngineContext, stored: StoredDocument) {
    this.#room = room;
    this.#context = context;
    void this.#keep(Promise.resolve(stored));
  }

  #keep(stored: Promise<StoredDocument | null>): Promise<StoredDocument | null> {
    this.#cancelForget?.();
    this.#stored = stored;
    this.#whole = null;
    this.#cancelForget = this.#context.clock.after(KEPT, () => {
      this.#cancelForget = null;
      this.forget();
    });
    return stored;
  }

  /** What a copy that is complete up to `seq` lacks; 0 for no copy. Null: the document is gone. */
  async since(seq: number): Promise<Content | null> {
    const { state } = this.#room;
    const recent = seq > 0 ? state.recentSince(seq) : null;
    if (recent) return this.#difference(recent, state.headSeq);
    if (seq >= state.snapshotSeq && seq > 0 && seq <= state.headSeq) {
      const updates = (await this.#context.log.readSince(state.documentId, seq))?.updates;
      const last = updates?.at(-1);
      if (updates && last) return this.#difference(updates, last.seq);
    }
    return this.#readWhole();
  }

  async #difference(updates: readonly StoredUpdate[], seq: number): Promise<Content> {
    const sent = await packUpdates(
      updates.map(({ bytes }) => bytes),
      this.#context.deflate,
    );
    return { isSnapshot: false, ...sent, seq };
  }

  async #readWhole(): Promise<Content | null> {
    const reading = this.#stored ?? this.#keep(this.#context.log.load(this.#room.name));
    // Not before somebody asks for all of it: most who come back lack little.
    this.#whole ??= reading.then((stored) => this.#wholeOf(stored));
    return this.#whole.catch((error: unknown) => {
      if (this.#stored === reading) this.forget();
      throw error;
    });
  }

  /** Forgets the bytes: they do not lead up to what the room still has in memory. */
  forget(): void {
    this.#stored = null;
    this.#whole = null;
  }

  async #wholeOf(stored: StoredDocument | null): Promise<Content | null> {
    if (!stored) return null;
    const updates = stored.tail.map(({ bytes }) => bytes);
    if (stored.snapshot) updates.unshift(stored.snapshot.bytes);
    const sent = await packUpdates(updates, this.#context.deflate);
    return { isSnapshot: true, ...sent, seq: stored.headSeq };
  }
}
