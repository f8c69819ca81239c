import { getSchema } from '@tiptap/core';
import { noteExtensions } from './note-extensions.ts';

/** The ProseMirror schema of a note. */
export const noteSchema = getSchema(noteExtensions());

/** Names that stand for what is not in the schema: they never leave a document. */
export const placeholderNames: ReadonlySet<string> = new Set(['unsupported', 'unsupportedInline']);

/** A note as JSON of ProseMirror. */
export interface NoteNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: NoteNode[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
}
