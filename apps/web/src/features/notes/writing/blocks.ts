import { Fragment, type Node, type ResolvedPos } from '@tiptap/pm/model';
import { NodeSelection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';

/** As much of an editor as the acts on blocks need. */
export interface Editing {
  readonly state: EditorState;
  dispatch(tr: Transaction): void;
}

/** A block that is moved, copied and deleted as one: a list item, or else an outermost block. */
export interface Block {
  readonly node: Node;
  readonly pos: number;
  readonly parent: Node;
  readonly index: number;
}

export type Direction = -1 | 1;

const items = new Set(['listItem', 'taskItem']);
/** What holds outermost blocks. */
const holders = new Set(['doc', 'section']);

/** The block around a place, or right behind it. */
export function blockAt($pos: ResolvedPos): Block | null {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    const node = $pos.node(depth);
    const parent = $pos.node(depth - 1);
    const isWhole = items.has(node.type.name) || holders.has(parent.type.name);
    if (isWhole && !holders.has(node.type.name))
      return { node, pos: $pos.before(depth), parent, index: $pos.index(depth - 1) };
  }
  const node = $pos.nodeAfter;
  if (node === null || !holders.has($pos.parent.type.name)) return null;
  if (holders.has(node.type.name)) return blockAt($pos.doc.resolve($pos.pos + 1));
  return { node, pos: $pos.pos, parent: $pos.parent, index: $pos.index() };
}

/** The block that the caret or the selection is in. */
export function currentBlock(state: EditorState): Block | null {
  return blockAt(state.selection.$from);
}

/** The block that begins at this place. */
export function blockFrom(doc: Node, pos: number): Block | null {
  if (pos < 0 || pos >= doc.content.size) return null;
  const $pos = doc.resolve(pos);
  const node = $pos.nodeAfter;
  return node === null || node.isInline ? null : { node, pos, parent: $pos.parent, index: $pos.index() };
}

interface Target {
  readonly from: number;
  readonly to: number;
  readonly insertAt: number;
  readonly node: Node;
  /** The place where `node` begins now, as far as it stands there: the caret goes along from there. */
  readonly start: number;
}

function siblingOf(block: Block, direction: Direction, distance: 1 | 2 = 1): Node | null {
  return block.parent.maybeChild(block.index + direction * distance);
}

function besideSibling(block: Block, sibling: Node, direction: Direction): Target {
  const end = block.pos + block.node.nodeSize;
  const insertAt = direction === -1 ? block.pos - sibling.nodeSize : end + sibling.nodeSize;
  return { from: block.pos, to: end, insertAt, node: block.node, start: block.pos };
}

/** Into the near end of a section that stands next to the block, or to its own section. */
function intoSection(doc: Node, block: Block, direction: Direction): Target | null {
  const next = siblingOf(block, direction);
  const end = block.pos + block.node.nodeSize;
  const gone = { from: block.pos, to: end, node: block.node, start: block.pos };
  if (next?.type.name === 'section') return { ...gone, insertAt: direction === -1 ? block.pos - 1 : end + 1 };
  if (next || block.parent.type.name !== 'section') return null;
  const section = blockFrom(doc, doc.resolve(block.pos).before());
  const beside = section && siblingOf(section, direction);
  if (!section || beside?.type.name !== 'section') return null;
  const insertAt = direction === -1 ? section.pos - 1 : section.pos + section.node.nodeSize + 1;
  return { ...gone, insertAt };
}

/** An item at the end of its list goes past the next block, and joins a list of its kind that stands there. */
function outOfList(doc: Node, item: Block, direction: Direction): Target | null {
  const $item = doc.resolve(item.pos);
  if ($item.depth === 0 || items.has($item.node($item.depth - 1).type.name)) return null;
  const list = blockFrom(doc, $item.before());
  const next = list && siblingOf(list, direction);
  if (!list || !next) return null;
  const isOnly = list.node.childCount === 1;
  const end = item.pos + item.node.nodeSize;
  const gone = isOnly ? { from: list.pos, to: list.pos + list.node.nodeSize } : { from: item.pos, to: end };
  const listEnd = list.pos + list.node.nodeSize;
  const edge = direction === -1 ? list.pos - next.nodeSize : listEnd + next.nodeSize;
  if (next.type === list.node.type) {
    const insertAt = direction === -1 ? list.pos - 1 : listEnd + 1;
    return { ...gone, insertAt, node: item.node, start: item.pos };
  }
  if (siblingOf(list, direction, 2)?.type === list.node.type)
    return { ...gone, insertAt: edge + direction, node: item.node, start: item.pos };
  const alone = list.node.type.create(list.node.attrs, item.node);
  return { ...gone, insertAt: edge, node: alone, start: item.pos - 1 };
}

function targetOf(doc: Node, block: Block, direction: Direction): Target | null {
  const near = intoSection(doc, block, direction);
  if (near) return near;
  const sibling = siblingOf(block, direction);
  if (sibling) return besideSibling(block, sibling, direction);
  return items.has(block.node.type.name) ? outOfList(doc, block, direction) : null;
}

function isAlone(doc: Node, { from }: Target): boolean {
  const { parent } = doc.resolve(from);
  return holders.has(parent.type.name) && parent.childCount === 1;
}

/**
 * Puts a node elsewhere in two steps, first away and then back. In one step the difference between before and after
 * would be written as new words in both blocks, under the carets of those who write in them.
 */
function carry(view: Editing, target: Target): void {
  const { anchor, head } = view.state.selection;
  const away = view.state.tr;
  if (isAlone(away.doc, target)) {
    // A section keeps a paragraph to write in.
    const paragraph = view.state.schema.nodes['paragraph']?.create();
    away.replaceWith(target.from, target.to, paragraph ?? Fragment.empty);
  } else away.delete(target.from, target.to);
  const insertAt = away.mapping.map(target.insertAt);
  view.dispatch(away);
  const back = view.state.tr.insert(insertAt, target.node);
  const size = target.node.nodeSize;
  const within = (place: number) => insertAt + Math.max(0, Math.min(place - target.start, size));
  const node = back.doc.nodeAt(insertAt);
  if (node?.isAtom) back.setSelection(NodeSelection.create(back.doc, insertAt));
  else
    back.setSelection(
      TextSelection.between(back.doc.resolve(within(anchor)), back.doc.resolve(within(head))),
    );
  view.dispatch(back.scrollIntoView());
}

/** Moves a block one place. False where it can go no further. */
export function moveBlock(view: Editing, block: Block, direction: Direction): boolean {
  const target = targetOf(view.state.doc, block, direction);
  if (target === null) return false;
  carry(view, target);
  return true;
}

/** Moves a block to a gap between outermost blocks, as a drag does. False when it is there already. */
export function moveBlockTo(view: Editing, block: Block, gap: number): boolean {
  const end = block.pos + block.node.nodeSize;
  if (gap > block.pos && gap < end) return false;
  const list = items.has(block.node.type.name) ? view.state.doc.resolve(block.pos) : null;
  const isOnly = list !== null && list.parent.childCount === 1;
  const from = isOnly ? list.before() : block.pos;
  const to = isOnly ? list.after() : end;
  if (gap >= from && gap <= to && (list === null || isOnly)) return false;
  const node = list === null ? block.node : list.parent.type.create(list.parent.attrs, block.node);
  const $gap = view.state.doc.resolve(gap);
  if (!$gap.parent.canReplaceWith($gap.index(), $gap.index(), node.type)) return false;
  carry(view, { from, to, insertAt: gap, node, start: list === null ? from : block.pos - 1 });
  return true;
}

export function duplicateBlock(view: Editing, block: Block): void {
  const at = block.pos + block.node.nodeSize;
  const tr = view.state.tr.insert(at, block.node);
  const { anchor } = view.state.selection;
  const offset = anchor > block.pos && anchor < at ? anchor - block.pos : 1;
  if (!block.node.isAtom) tr.setSelection(TextSelection.near(tr.doc.resolve(at + offset)));
  view.dispatch(tr.scrollIntoView());
}

/** Deletes a block; the last block of a text leaves an empty paragraph. */
export function deleteBlock(view: Editing, block: Block): void {
  const { state } = view;
  const $pos = state.doc.resolve(block.pos);
  const isOnlyItem = items.has(block.node.type.name) && block.parent.childCount === 1;
  const from = isOnlyItem ? $pos.before() : block.pos;
  const to = isOnlyItem ? $pos.after() : block.pos + block.node.nodeSize;
  const tr = state.tr;
  const $from = state.doc.resolve(from);
  if ($from.parent.childCount === 1) {
    const paragraph = state.schema.nodes['paragraph']?.create();
    tr.replaceWith(from, to, paragraph ?? Fragment.empty);
  } else tr.delete(from, to);
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size)), 1));
  view.dispatch(tr.scrollIntoView());
}

/** An empty block below this one with the caret in it: an item in a list, else a paragraph. An empty one is used itself. */
export function insertBelow(view: Editing, block: Block): void {
  const { state } = view;
  const paragraph = state.schema.nodes['paragraph'];
  if (paragraph === undefined) return;
  const tr = state.tr;
  const isEmptyParagraph = block.node.type === paragraph && block.node.childCount === 0;
  if (isEmptyParagraph) tr.setSelection(TextSelection.create(tr.doc, block.pos + 1));
  else {
    const at = block.pos + block.node.nodeSize;
    const isItem = items.has(block.node.type.name);
    const node = isItem ? block.node.type.create(null, paragraph.create()) : paragraph.create();
    tr.insert(at, node).setSelection(TextSelection.near(tr.doc.resolve(at + 1)));
  }
  view.dispatch(tr.scrollIntoView());
}

/** The block as one selection, from its first place to its last. */
export function selectionOf(doc: Node, block: Block): TextSelection | NodeSelection {
  if (block.node.isAtom) return NodeSelection.create(doc, block.pos);
  const end = block.pos + block.node.nodeSize - 1;
  return TextSelection.between(doc.resolve(block.pos + 1), doc.resolve(end)) as TextSelection;
}
