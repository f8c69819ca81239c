import type { AuthorRun, NoteNode, NoteSigns } from '@kring/live-documents';

/** What the thread that works on notes is asked, by kind, with what it answers. */
export interface ReadNoteTask {
  readonly kind: 'read';
  readonly updates: readonly Uint8Array[];
  /** State vector of the last time; null for never. */
  readonly since: Uint8Array | null;
}

export interface ReadNoteAnswer {
  readonly content: NoteNode;
  /** Of the content, in hexadecimal: the same for the same content. */
  readonly sha256: string;
  readonly authors: readonly AuthorRun[];
  readonly signs: NoteSigns;
  readonly text: string;
  readonly wordCount: number;
  readonly stateVector: Uint8Array;
  /** Under which client ids something was added since the last time. */
  readonly clientIds: readonly number[];
}
