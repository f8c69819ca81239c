import type { AuthorRun, NoteNode, NoteSigns } from '@kring/live-documents';

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

/** What was redacted: how often the words stood there, and how they were written. */
export interface Redacted {
  readonly count: number;
  readonly forms: readonly string[];
}

interface RedactBy {
  readonly words: readonly string[];
  /** Writes what stands in their place. */
  readonly clientId: number;
}

/** What the thread that works on notes is asked, by kind, with what it answers. */
export interface NoteWork {
  readonly read: {
    readonly task: { readonly updates: readonly Uint8Array[]; readonly since: Uint8Array | null };
    readonly answer: ReadNoteAnswer;
  };
  readonly redact: {
    readonly task: RedactBy & { readonly updates: readonly Uint8Array[] };
    readonly answer: Redacted & { readonly update: Uint8Array; readonly note: ReadNoteAnswer };
  };
  readonly 'redact-content': {
    readonly task: RedactBy & { readonly content: NoteNode; readonly authors: readonly AuthorRun[] };
    readonly answer: (Redacted & KeptContent) | null;
  };
}

export type KeptContent = Pick<ReadNoteAnswer, 'content' | 'sha256' | 'authors' | 'wordCount'>;
export type NoteTask = { [K in keyof NoteWork]: { readonly kind: K } & NoteWork[K]['task'] }[keyof NoteWork];
