import type { CloseCode, PresenceChange, RefusalCode } from '@kring/collab-protocol';

/** One frame for many readers. `wire` is where a transport keeps its encoded form, made once. */
export interface OutgoingFrame {
  readonly bytes: Uint8Array;
  wire?: unknown;
}

/** One connection to one page. `send` never throws; whatever a closed transport is given is dropped. */
export interface Transport {
  send(frame: OutgoingFrame): void;
  /** Bytes handed over that the network has not taken yet. */
  bufferedBytes(): number;
  close(): void;
}

/** Who a connection belongs to, found out before the engine sees it. */
export interface Credentials {
  readonly personId: string;
  readonly loginSessionId: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly affiliation: string;
  readonly colour: number;
}

/** `accessVersion` must be read before the decision is taken, so that a change in between is noticed. */
export type Authorization =
  | { access: 'read' | 'write'; reason: string; person: Person; accessVersion: number }
  | { access: 'none'; code: 'not-found' | 'signed-out' };

/** Decides by the ordinary rules of the product. Throws when it cannot tell: that is never taken as a yes. */
export interface Authorizer {
  authorize(credentials: Credentials, room: string): Promise<Authorization>;
}

export interface StoredUpdate {
  readonly seq: number;
  readonly bytes: Uint8Array;
}

export interface StoredDocument {
  readonly documentId: string;
  readonly generation: number;
  readonly headSeq: number;
  readonly accessVersion: number;
  readonly snapshot: StoredUpdate | null;
  /** Every update after the snapshot, without holes. */
  readonly tail: readonly StoredUpdate[];
}

/** What of a log came after a number, and the version of access when it was read. */
export interface LogPart {
  readonly updates: readonly StoredUpdate[];
  readonly accessVersion: number;
}

export interface DocumentHead {
  readonly accessVersion: number;
  readonly generation: number;
  readonly headSeq: number;
}

export interface AppendBatch {
  readonly documentId: string;
  readonly generation: number;
  /** Version under which every writer of this batch was authorised. */
  readonly accessVersion: number;
  /** Sequence number that the room believes to be the last one; the updates get the numbers after it. */
  readonly headSeq: number;
  readonly updates: readonly { bytes: Uint8Array; personId: string }[];
  readonly loginSessionIds: readonly string[];
}

/** Why a batch was not stored; nothing of it was. */
export type AppendOutcome =
  | { status: 'stored' }
  | { status: 'stale-access'; accessVersion: number }
  | { status: 'session-ended'; loginSessionIds: readonly string[] }
  /** The log is further than the room: for instance after a commit of which the answer was lost. */
  | { status: 'moved' }
  | { status: 'gone' };

export interface Snapshot {
  readonly documentId: string;
  readonly generation: number;
  readonly upTo: number;
  readonly bytes: Uint8Array;
  /** Updates up to here are no longer needed. */
  readonly trimTo: number;
}

/**
 * Where documents are kept. `append` resolves after its batches are on disk, each whole or not at all; permission,
 * sign-in and order are checked in the same transaction. Any method may throw: then its effect is unknown.
 */
export interface DocumentLog {
  load(room: string): Promise<StoredDocument | null>;
  append(batches: readonly AppendBatch[]): Promise<AppendOutcome[]>;
  /** Everything after `seq`, or null when that is not kept any more. */
  readSince(documentId: string, seq: number): Promise<LogPart | null>;
  /** Client ids that nobody had for this document before. */
  issueClientIds(documentId: string, personId: string, count: number): Promise<number[]>;
  clientIdsOf(documentId: string, personId: string): Promise<number[]>;
  /** Where the documents behind these rooms stand; a room without document is left out. */
  heads(rooms: readonly string[]): Promise<Map<string, DocumentHead>>;
  /** Which of these sign-ins have ended. */
  endedLoginSessions(loginSessionIds: readonly string[]): Promise<string[]>;
  /** False: another generation, or a newer snapshot, stands there already. */
  writeSnapshot(snapshot: Snapshot): Promise<boolean>;
}

/** Builds one update that equals the given ones, proved, without blocking the process. Null: it cannot be proved. */
export type Compactor = (updates: readonly Uint8Array[]) => Promise<Uint8Array | null>;

/** What one process tells the others about a room that they may have open too. */
export type RoomMessage =
  /** Its log goes up to `seq`. */
  | { readonly type: 'moved'; readonly room: string; readonly seq: number }
  /** So it stands with those of its people who are in by way of the sender. */
  | { readonly type: 'presence'; readonly room: string; readonly changes: readonly PresenceChange[] }
  /** Whoever has it open says who is in. */
  | { readonly type: 'who'; readonly room: string };

export interface RoomBusListener {
  /** `peer` names the process that tells it. */
  receive(peer: string, message: RoomMessage): void;
  /** A process came, or may have missed what was told: it is told all of it. */
  peerCame(): void;
  /** A process went: who was in by way of it is there no more. */
  peerWent(peer: string): void;
  /** The bus stopped, or works again; what was told meanwhile is lost. */
  interrupted(): void;
}

/**
 * Carries hints between the processes that serve the same log, in the order of each sender. Any may be lost: the log
 * is the truth, and looking into it makes up for them.
 */
export interface RoomBus {
  /** Somebody is there to be told. */
  readonly hasPeers: boolean;
  /** False: nothing comes through now. */
  readonly isUp: boolean;
  publish(message: RoomMessage): void;
  listen(listener: RoomBusListener): void;
}

export interface Clock {
  now(): number;
  /** Calls back once; the answer cancels. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** Hears of what happens, for whoever watches over it. Called often: it is quick and never throws. */
export interface Monitor {
  /** Milliseconds from the arrival of the oldest update that was stored to its acknowledgement. */
  acknowledged(milliseconds: number): void;
  /** A commit of so many updates, and what it took. */
  committed(milliseconds: number, updates: number): void;
  commitFailed(): void;
  /** An update was not taken. */
  refused(code: RefusalCode): void;
  /** A connection was ended from here. */
  closed(code: CloseCode): void;
}

export interface Logger {
  info(message: string, facts?: Record<string, unknown>): void;
  warn(message: string, facts?: Record<string, unknown>): void;
  error(message: string, facts?: Record<string, unknown>): void;
}
