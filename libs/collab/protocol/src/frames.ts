import type { AccessLevel, CloseCode, RefusalCode } from './codes.ts';

/**
 * Frames. One socket event carries one frame as bytes, both ways. `room` is a name (`note:<id>`); after
 * joining, both sides use `channel`, a number that the server process gives a room, the same for everybody,
 * so that a frame for a room is encoded once.
 */
export type ClientFrame =
  | { type: 'hello'; protocolVersion: number; schemaVersion: number }
  | {
      type: 'join';
      room: string;
      /** Document generation of the local copy, 0 without one. */
      generation: number;
      /** Highest sequence number up to which the local copy is complete, 0 without one. */
      seq: number;
      /** Yjs client id that this page writes with, 0 to be given one. */
      clientId: number;
    }
  | { type: 'leave'; channel: number }
  | {
      type: 'update';
      channel: number;
      /** Number of the first update; the client counts its updates per join from 1 without holes. */
      clientSeq: number;
      /** Yjs V1 updates, each of which is stored whole or refused. */
      updates: Uint8Array[];
    }
  /** `cursor` is JSON in UTF-8, empty for none. */
  | { type: 'presence'; channel: number; cursor: Uint8Array }
  /** Asks again for everything after `seq`. */
  | { type: 'fetch'; channel: number; seq: number }
  | { type: 'ping' };

/** Somebody in a room, as the server knows them: never from what a client says. */
export interface PresentPerson {
  /** Yjs client id of the connection. */
  clientId: number;
  personId: string;
  name: string;
  /** Organisation, or empty. */
  affiliation: string;
  /** 0 to 11, an index into the palette of carets. */
  colour: number;
  access: AccessLevel;
  /** JSON in UTF-8, empty for none. */
  cursor: Uint8Array;
}

export type PresenceChange =
  | { kind: 'here'; person: PresentPerson }
  | { kind: 'cursor'; clientId: number; cursor: Uint8Array }
  | { kind: 'gone'; clientId: number };

export type ServerFrame =
  | { type: 'welcome'; protocolVersion: number; schemaVersion: number }
  | {
      type: 'joined';
      room: string;
      channel: number;
      generation: number;
      /** Sequence number up to which the `updates` that follow in this frame bring the client. */
      seq: number;
      clientId: number;
      spareClientIds: number[];
      access: AccessLevel;
      /** Why `access` is not `write`; empty otherwise. */
      reason: string;
      /** True: `packed` and `updates` are the whole document. False: only what came after the `seq` of the join. */
      isSnapshot: boolean;
      /** Highest clock that is stored for `clientId`: the client drops queued updates below it. */
      clock: number;
      /** The first updates of a long text, made shorter by `packUpdates`; else empty. See `FrameReader`. */
      packed: Uint8Array;
      updates: Uint8Array[];
      people: PresentPerson[];
    }
  | { type: 'closed'; room: string; channel: number; code: CloseCode; reason: string }
  /**
   * All updates up to and with `clientSeq` are on disk; `seq` is the room's number of the last one. The last `own`
   * updates up to `seq` are this page's alone and are not sent back to it.
   */
  | { type: 'ack'; channel: number; clientSeq: number; seq: number; own: number }
  | { type: 'refused'; channel: number; clientSeq: number; code: RefusalCode }
  /** Stored updates with sequence numbers `seq - updates.length + 1` to `seq`, in order. */
  | { type: 'updates'; channel: number; seq: number; updates: Uint8Array[] }
  | { type: 'presence'; channel: number; changes: PresenceChange[] }
  | { type: 'access'; channel: number; access: AccessLevel; reason: string }
  | { type: 'pong' }
  /** Something beside the text changed, such as its comments: a hint to fetch it anew, which tells nothing itself. */
  | { type: 'look'; channel: number; topic: string }
  /** The server stops soon: reconnect after `delay` milliseconds. */
  | { type: 'restarting'; delay: number }
  | { type: 'error'; code: CloseCode };
