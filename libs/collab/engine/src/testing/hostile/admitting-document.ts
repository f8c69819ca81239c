import { addStored } from '../../admission/add-stored.ts';
import { admit } from '../../admission/admit.ts';
import { StructIndex } from '../../admission/struct-index.ts';
import { buildSnapshot } from '../../compaction/build-snapshot.ts';
import type { SentUpdate } from '../editing-session.ts';
import type { Target } from './hostile-update.ts';

const rootNames = new Set(['body']);

/** A document as a room of the engine keeps it, without the room: for measuring what admission costs. */
export class AdmittingDocument {
  readonly #index = new StructIndex();

  /** @param stored what is on disk already; a snapshot is made of it, as of any text that is older than a moment */
  constructor(stored: readonly Uint8Array[]) {
    const snapshot = buildSnapshot(stored);
    if (!snapshot) throw new Error('no snapshot can be made');
    addStored(this.#index, snapshot);
  }

  /** The code of a refusal, else what admission takes it for; what is admitted counts as stored. */
  send({ client, update }: SentUpdate): string {
    const admission = admit(update, this.#index, { isOwn: (id) => id === client, rootNames });
    if (admission.kind === 'refused') return admission.code;
    for (const advance of admission.advances) this.#index.markStored(advance.client, advance.clock);
    return admission.kind;
  }

  targetOf(own: number, other: number): Target {
    const clockOf = (client: number): number => this.#index.storedClock(client);
    return { own, ownClock: clockOf(own), other, otherClock: clockOf(other) };
  }
}
