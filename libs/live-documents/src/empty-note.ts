import type { NoteNode } from './note-schema.ts';

/** What `readNote` gives for a note in which nobody has written, with the SHA-256 of its canonical JSON. */
export const EMPTY_NOTE: { readonly content: NoteNode; readonly sha256: string } = {
  content: { type: 'doc', content: [{ type: 'paragraph' }] },
  sha256: 'af3eb6738adbda042982affc7bd51a9bb9b85fb726c026816142a8034b55b591',
};
