import type { EngineContext } from './engine-context.ts';
import type { StoredDocument } from './ports.ts';
import type { Room } from './room.ts';

/** How long the bytes of a whole document are kept for others who join. */
const KEPT = 3_000;

export interface Content {
  readonly isSnapshot: boolean;
  readonly updates: Uint8Array[];
  /** Sequence number up to which the updates lead. */
  readonly seq: number;
}

/** The bytes that somebody who joins is sent, straight from what is stored; read once for all who come together. */
export class JoinContent {
  readonly #room: Room;
  readonly #context: EngineContext;
  #whole: Promise<StoredDocument | null> | null = null;
  #cancelForget: (() => void) | null = null;

  constructor(room: Room, context: EngineContext, stored: StoredDocument) {
    this.#room = room;
    this.#context = context;
    this.#keep(Promise.resolve(stored));
  }

  #keep(whole: Promise<StoredDocument | null>): void {
    this.#cancelForget?.();
    this.#whole = whole;
    this.#cancelForget = this.#context.clock.after(KEPT, () => {
      this.#cancelForget = null;
      this.#whole = null;
    });
  }

  /** What a copy that is complete up to `seq` lacks; 0 for no copy. Null: the document is gone. */
  async since(seq: number): Promise<Content | null> {
    const { state } = this.#room;
    const recent = seq > 0 ? state.recentSince(seq) : null;
    if (recent)
      return { isSnapshot: false, updates: recent.map((update) => update.bytes), seq: state.headSeq };
    if (seq >= state.snapshotSeq && seq > 0 && seq <= state.headSeq) {
      const updates = (await this.#context.log.readSince(state.documentId, seq))?.updates;
      const last = updates?.at(-1);
      if (updates && last)
        return { isSnapshot: false, updates: updates.map((update) => update.bytes), seq: last.seq };
    }
    return this.#readWhole();
  }

  async #readWhole(): Promise<Content | null> {
    if (!this.#whole) this.#keep(this.#context.log.load(this.#room.name));
    const reading = this.#whole;
    const whole = await reading?.catch((error: unknown) => {
      if (this.#whole === reading) this.#whole = null;
      throw error;
    });
    if (!whole) return null;
    const updates = whole.tail.map((update) => update.bytes);
    if (whole.snapshot) updates.unshift(whole.snapshot.bytes);
    return { isSnapshot: true, updates, seq: whole.headSeq };
  }

  /** Forgets the bytes: they do not lead up to what the room still has in memory. */
  forget(): void {
    this.#whole = null;
  }
}
