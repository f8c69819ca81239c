import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { noteSchema, type NoteNode } from './note-schema.ts';
import { NoteRenderer, type NoteMapping } from './render-note.ts';
import { NOTE_ROOT } from './schema-version.ts';
import { signsOf, type NoteSigns } from './signs/note-signs.ts';

/** So many characters of the text of a note, in its order, by one client id; 0 where it cannot be told. */
export type AuthorRun = readonly [length: number, clientId: number];

export const UNKNOWN_AUTHOR = 0;

/** A note as `readNote` gives it, with who wrote which of its characters and what it says of people. */
export function readNoteWithAuthors(doc: Y.Doc): {
  content: NoteNode;
  authors: AuthorRun[];
  signs: NoteSigns;
} {
  const mapping: NoteMapping = new Map();
  const blocks = new NoteRenderer(noteSchema, mapping, 'text').renderRoot(doc.getXmlFragment(NOTE_ROOT));
  const note = noteSchema.topNodeType.create(null, blocks.length > 0 ? blocks : noteSchema.node('paragraph'));
  note.check();
  const elements = elementsOf(mapping);
  return {
    content: note.toJSON() as NoteNode,
    authors: authorsOf(note, elements),
    signs: signsOf(note, elements),
  };
}

function elementsOf(mapping: NoteMapping): Map<Node, Y.XmlElement> {
  const elements = new Map<Node, Y.XmlElement>();
  for (const [type, node] of mapping) {
    if (type instanceof Y.XmlElement && !Array.isArray(node)) elements.set(node, type);
  }
  return elements;
}

function authorsOf(note: Node, elements: ReadonlyMap<Node, Y.XmlElement>): AuthorRun[] {
  const runs: AuthorRun[] = [];
  note.descendants((node) => {
    if (!node.isTextblock) return true;
    const { length } = node.textContent;
    const element = elements.get(node);
    const found = element ? runsOf(element) : [];
    const isWhole = found.reduce((sum, [amount]) => sum + amount, 0) === length;
    for (const run of isWhole ? found : [[length, UNKNOWN_AUTHOR] as const]) add(runs, run);
    return false;
  });
  return runs;
}

function runsOf(element: Y.XmlElement): AuthorRun[] {
  const runs: AuthorRun[] = [];
  for (const child of element.toArray() as unknown[]) {
    if (!(child instanceof Y.XmlText)) continue;
    for (let item = child._start; item; item = item.right) {
      if (!item.deleted && item.content instanceof Y.ContentString) {
        add(runs, [item.content.str.length, item.id.client]);
      }
    }
  }
  return runs;
}

function add(runs: AuthorRun[], [length, clientId]: AuthorRun): void {
  const last = runs.at(-1);
  if (length === 0) return;
  if (last?.[1] === clientId) runs[runs.length - 1] = [last[0] + length, clientId];
  else runs.push([length, clientId]);
}
