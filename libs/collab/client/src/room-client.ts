import type { PresentPerson } from '@kring/collab-protocol';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { RoomStatus } from './room-status.ts';

/** One live document as a page holds it. */
export interface RoomClient {
  readonly name: string;
  /** Nothing may be written into it before `status.access` is `write`. */
  readonly doc: Y.Doc;
  /** Remote states are `{ user: { personId, name, affiliation, colour }, cursor }`; of the local one only `cursor` is sent. */
  readonly awareness: Awareness;
  /** Everybody who is here, readers and oneself included; a new array when it changed. Cursors are in `awareness`. */
  readonly people: readonly PresentPerson[];
  readonly status: RoomStatus;
  /** What the page kept with the local copy, such as the title; null without any. */
  readonly localMeta: unknown;
  subscribe(listener: () => void): () => void;
  /** Something beside the text changed, such as `comments`. Null after each joining: anything may have changed. */
  onLook(listener: (topic: string | null) => void): () => void;
  /** Keeps a JSON value with the local copy. */
  setLocalMeta(meta: unknown): void;
  /**
   * A copy of the document that also holds what the server refused, for the person to take along: after a reload
   * `doc` is the server's text alone.
   */
  docWithRefused(): Y.Doc;
  /** Throws away what the server refused, on the person's word. The room must be opened anew afterwards. */
  discardRefused(): Promise<void>;
  close(): void;
}
