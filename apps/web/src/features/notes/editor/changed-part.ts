import type { Node } from '@tiptap/pm/model';
import type { NoteMapping } from '@kring/live-documents';
import * as Y from 'yjs';

/** Some of the shared text, and what it should say. */
export interface Part {
  readonly type: Y.XmlFragment;
  readonly node: Node;
}

/**
 * The smallest part of the shared text that holds all of what changed. At every key the rest need not be compared, of
 * which there may be a thousand paragraphs. It is the root where more than one block changed, or where the shared text
 * is not known to say what was shown before.
 */
export function changedPart(root: Y.XmlFragment, before: Node, after: Node, mapping: NoteMapping): Part {
  let part: Part = { type: root, node: after };
  let shown = before;
  // Past a node leads only what its own attributes did not take part in.
  while (shown.sameMarkup(part.node)) {
    const at = onlyDifference(shown, part.node);
    if (at < 0 || part.type.length !== shown.childCount) break;
    const [child, was, is] = [part.type.get(at), shown.child(at), part.node.child(at)];
    const isKnown = child instanceof Y.XmlElement && mapping.get(child) === was;
    if (!isKnown || child.nodeName !== is.type.name) break;
    mapping.set(part.type, part.node);
    part = { type: child, node: is };
    shown = was;
    if (is.isTextblock) break;
  }
  return part;
}

/** The only child that is another one now; -1 where there is none, or more than one. */
function onlyDifference(before: Node, after: Node): number {
  const { childCount } = before;
  if (childCount !== after.childCount) return -1;
  let found = -1;
  for (let at = 0; at < childCount; at += 1) {
    if (before.child(at) === after.child(at)) continue;
    if (found >= 0) return -1;
    found = at;
  }
  return found;
}
