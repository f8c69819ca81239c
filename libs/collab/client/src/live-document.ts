import * as Y from 'yjs';

/** Origin of transactions that bring in what others, or this person's other pages, wrote. */
export const remoteOrigin = 'kring-remote';

/** The Y.Doc of a room, which writes with the client id that the server gave. */
export class LiveDocument {
  readonly doc = new Y.Doc({ gc: true });
  #clientId = 0;

  /** `edited` is called with the update of each local transaction. */
  constructor(edited: (update: Uint8Array) => void) {
    // Yjs writes an update of a transaction when somebody listens for it, right after this event: what others wrote
    // came as one already.
    this.doc.on('afterTransactionCleanup', ({ local }: Y.Transaction) => {
      if (local) this.doc.on('update', edited);
      else this.doc.off('update', edited);
    });
  }

  /** 0 while none was given. */
  get clientId(): number {
    return this.#clientId;
  }

  useClientId(clientId: number): void {
    this.#clientId = clientId;
    this.doc.clientID = clientId;
  }

  /** Brings in what is not a local edit of this page. */
  apply(updates: readonly Uint8Array[]): void {
    if (updates.length === 0) return;
    try {
      const applyAll = () => updates.forEach((update) => Y.applyUpdate(this.doc, update, remoteOrigin));
      Y.transact(this.doc, applyAll, remoteOrigin, false);
    } finally {
      // Yjs takes a new random id when it meets its own edits in an update.
      if (this.#clientId !== 0) this.doc.clientID = this.#clientId;
    }
  }

  encode(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc);
  }

  copyWith(updates: readonly Uint8Array[]): Y.Doc {
    const copy = new Y.Doc();
    for (const update of [this.encode(), ...updates]) Y.applyUpdate(copy, update);
    return copy;
  }

  destroy(): void {
    this.doc.destroy();
  }
}
