import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { leafText } from './leaf-text.ts';
import { noteSchema, type NoteNode } from './note-schema.ts';
import { NoteRenderer } from './render-note.ts';
import { NOTE_ROOT } from './schema-version.ts';

/**
 * The text of a note as JSON that holds nothing outside the schema, whatever stands in the shared document:
 * unknown nodes become their text, unknown marks and attributes go, and so do addresses that are not allowed.
 * Throws only for bytes that are no Yjs update, since an unreadable store must not look like an empty note.
 */
export function readNote(source: Y.Doc | Uint8Array | readonly Uint8Array[]): NoteNode {
  return readNoteDocument(source).toJSON() as NoteNode;
}

/** As `readNote`, as a node of `noteSchema`. */
export function readNoteDocument(source: Y.Doc | Uint8Array | readonly Uint8Array[]): Node {
  const doc = source instanceof Y.Doc ? source : documentOf(source instanceof Uint8Array ? [source] : source);
  const blocks = new NoteRenderer(noteSchema, new Map(), 'text').renderRoot(doc.getXmlFragment(NOTE_ROOT));
  const note = noteSchema.topNodeType.create(null, blocks.length > 0 ? blocks : noteSchema.node('paragraph'));
  note.check();
  return note;
}

function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

/** The bare text of a note, a line per block, for searching and for mails. */
export function noteToText(note: NoteNode): string {
  const node = noteSchema.nodeFromJSON(note);
  return node.textBetween(0, node.content.size, '\n', leafText);
}
