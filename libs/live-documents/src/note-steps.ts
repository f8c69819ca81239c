import { updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { noteSchema, type NoteNode } from './note-schema.ts';
import { readNoteWithAuthors, type AuthorRun } from './read-authors.ts';
import { NOTE_ROOT } from './schema-version.ts';

export interface NoteStep {
  readonly body: NoteNode;
  /** Under which Yjs client id it was written. */
  readonly clientId: number;
}

/**
 * A text as it grew, as one Yjs update (V1) in which each writer has the words that are theirs; and what it said after
 * each step. Throws when a text is not of the schema.
 */
export function noteStepsToUpdate(steps: readonly NoteStep[]): {
  update: Uint8Array;
  texts: { content: NoteNode; authors: AuthorRun[] }[];
} {
  const doc = new Y.Doc();
  const texts = steps.map(({ body, clientId }) => {
    const node = noteSchema.nodeFromJSON(body);
    node.check();
    doc.clientID = clientId;
    doc.transact(() => {
      const meta = { mapping: new Map(), isOMark: new Map() };
      updateYFragment(doc, doc.getXmlFragment(NOTE_ROOT), node, meta);
    });
    const { content, authors } = readNoteWithAuthors(doc);
    return { content, authors };
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return { update, texts };
}
