/** Where somebody sits down: which server, which document, and who they are where the server asks. */
export interface Seat {
  readonly address: string;
  readonly room: string;
  readonly cookie: string;
}

/** What the load wants to hear. `update` is one Yjs V1 update, which may carry the edits of several people. */
export interface Listener {
  update(bytes: Uint8Array): void;
  /** So many of one's own edits, counted from the first, are taken, in the sense of that server. */
  acked(count: number): void;
  closed(): void;
}

/** One connection to one document. */
export interface Wire {
  /** Yjs client id to write with. */
  readonly clientId: number;
  /** Sends edits, as the client that is shipped with this server would. */
  send(updates: readonly Uint8Array[]): void;
  /** Sends a cursor: a position in JSON. */
  move(cursor: unknown): void;
  /** Reads nothing more, without closing. */
  pause(): void;
  close(): void;
  /** Bytes that came in. */
  received(): number;
}

/** Resolves once the server says that the document has been brought. */
export type Connect = (seat: Seat, listener: Listener | null) => Promise<Wire>;

/** A state that a client of y-protocols tells about itself: its name comes along each time. */
export function awarenessState(clientId: number, cursor: unknown): string {
  return JSON.stringify({ user: { name: `Persoon ${clientId}`, color: '#3465a4' }, cursor });
}
