import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { noteSchema, type NoteNode } from './note-schema.ts';
import { NOTE_ROOT, SEED_CLIENT_ID } from './schema-version.ts';

/**
 * A first text as one Yjs update (V1). The same text gives the same bytes, so that putting it in twice changes
 * nothing. Throws when the text is not of the schema.
 */
export function noteBodyToUpdate(body: NoteNode, clientId: number = SEED_CLIENT_ID): Uint8Array {
  const node = noteSchema.nodeFromJSON(body);
  node.check();
  const doc = new Y.Doc();
  doc.clientID = clientId;
  prosemirrorToYXmlFragment(node, doc.getXmlFragment(NOTE_ROOT));
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
