import type { Node } from '@tiptap/pm/model';
import { inShownOrder, inStoredOrder, sectionOf, type NoteMapping } from '@kring/live-documents';
import * as Y from 'yjs';

/** The blocks of a note as they are stored and as they are shown: sections may stand in another order. */
export interface BlockOrder {
  readonly stored: readonly Node[];
  readonly shown: readonly Node[];
}

/** Null where both are the same, as they are until somebody moves a section. */
export function blockOrderOf(root: Y.XmlFragment, mapping: NoteMapping): BlockOrder | null {
  if (!hasSections(root)) return null;
  const stored = storedBlocks(root, mapping);
  const shown = inShownOrder(stored);
  return isSame(stored, shown) ? null : { stored, shown };
}

/** The document to be written: its sections in the order in which they are stored. */
export function toStoredDocument(doc: Node, root: Y.XmlFragment, mapping: NoteMapping): Node {
  // Only sections are ever moved, and this is asked at every key.
  if (!doc.children.some((block) => sectionOf(block))) return doc;
  const keys = storedBlocks(root, mapping).flatMap((block) => sectionOf(block)?.key ?? []);
  const stored = inStoredOrder(doc.children, keys);
  return isSame(stored, doc.children) ? doc : doc.type.create(doc.attrs, stored, doc.marks);
}

/** A position in one order of the blocks as a position in the other. */
export function movePosition(position: number, from: readonly Node[], to: readonly Node[]): number {
  let start = 0;
  for (const block of from) {
    if (position < start + block.nodeSize) return startOf(block, to) + position - start;
    start += block.nodeSize;
  }
  return position;
}

function startOf(wanted: Node, blocks: readonly Node[]): number {
  let start = 0;
  for (const block of blocks) {
    if (block === wanted) return start;
    start += block.nodeSize;
  }
  return start;
}

/** Only sections are ever moved. Asked at every key, so without making a list of the blocks. */
function hasSections(root: Y.XmlFragment): boolean {
  for (let item = root._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentType)) continue;
    if (item.content.type instanceof Y.XmlElement && item.content.type.nodeName === 'section') return true;
  }
  return false;
}

function storedBlocks(root: Y.XmlFragment, mapping: NoteMapping): Node[] {
  return (root.toArray() as object[]).flatMap((child) => {
    const shown = mapping.get(child);
    return shown === undefined || Array.isArray(shown) ? [] : [shown];
  });
}

function isSame(some: readonly Node[], others: readonly Node[]): boolean {
  return some.length === others.length && some.every((block, at) => block === others[at]);
}
