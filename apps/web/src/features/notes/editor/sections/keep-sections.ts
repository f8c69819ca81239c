import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Mapping, ReplaceAroundStep, ReplaceStep, type Step } from '@tiptap/pm/transform';
import { sectionOf } from '@kring/live-documents';

/** Whether all sections are still there, in the same order, as they were. Their text may differ. */
export function hasSameSections(before: Node, after: Node): boolean {
  const [mine, theirs] = [sectionsIn(before), sectionsIn(after)];
  return (
    mine.length === theirs.length &&
    mine.every((section, at) => {
      const other = theirs[at];
      return other !== undefined && section.sameMarkup(other);
    })
  );
}

/**
 * The same edit in such a way that all sections stay: what would have removed one empties it, what would have joined
 * two takes away the selected text in each. Null for an edit of which nothing is left then.
 */
export function keepSections(state: EditorState, tr: Transaction): Transaction | null {
  if (!tr.docChanged || hasSameSections(state.doc, tr.doc)) return tr;
  const kept = state.tr;
  let caret: number | null = null;
  for (const [at, step] of tr.steps.entries()) {
    const mapping = new Mapping(tr.mapping.maps.slice(0, at)).invert();
    mapping.appendMapping(kept.mapping);
    const mapped = step.map(mapping);
    if (mapped === null || takesOver(kept, mapped)) continue;
    const edit = editOf(mapped);
    if (edit === null) return null;
    caret = emptyRange(kept, edit.from, edit.to);
    insert(kept, caret, edit.slice);
    caret = kept.selection.from;
  }
  if (!kept.docChanged) return null;
  if (caret !== null) kept.setSelection(Selection.near(kept.doc.resolve(caret), 1));
  for (const name of ['paste', 'uiEvent']) kept.setMeta(name, tr.getMeta(name) as unknown);
  return kept.scrollIntoView();
}

/** Pasted text without its sections: the title of a whole one stays as a heading. */
export function withoutSections(slice: Slice): Slice {
  const blocks = slice.content.content;
  if (!blocks.some(isSection)) return slice;
  const flat = blocks.flatMap((block, at) => {
    if (!isSection(block)) return [block];
    const isWhole = at > 0 || slice.openStart === 0;
    return [...(isWhole ? titleOf(block) : []), ...block.children];
  });
  const open = (end: Node | undefined, depth: number) =>
    end !== undefined && isSection(end) ? Math.max(0, depth - 1) : depth;
  return new Slice(Fragment.from(flat), open(blocks[0], slice.openStart), open(blocks.at(-1), slice.openEnd));
}

const isSection = (block: Node): boolean => sectionOf(block) !== null;
const sectionsIn = (doc: Node): Node[] => doc.children.filter(isSection);

function titleOf(block: Node): Node[] {
  const title = sectionOf(block)?.title ?? '';
  const { schema } = block.type;
  return title === '' ? [] : [schema.node('heading', { level: 1 }, schema.text(title))];
}

/** Adds a step that keeps the sections. */
function takesOver(kept: Transaction, step: Step): boolean {
  const { doc } = step.apply(kept.doc);
  if (!doc || !hasSameSections(kept.doc, doc)) return false;
  kept.step(step);
  return true;
}

function editOf(step: Step): { from: number; to: number; slice: Slice } | null {
  if (step instanceof ReplaceStep) return { from: step.from, to: step.to, slice: step.slice };
  if (!(step instanceof ReplaceAroundStep)) return null;
  // What it joins stays where it is.
  const inserted = step.slice.content.cut(0, step.insert);
  return { from: step.from, to: step.gapFrom, slice: new Slice(inserted, step.slice.openStart, 0) };
}

/** Takes away what is selected in each block, from the last to the first; returns where the caret belongs. */
function emptyRange(tr: Transaction, from: number, to: number): number {
  const ranges: { block: Node; start: number }[] = [];
  tr.doc.forEach((block, start) => {
    if (start < to && start + block.nodeSize > from) ranges.push({ block, start });
  });
  const steps = tr.steps.length;
  for (const { block, start } of ranges.toReversed()) emptyBlock(tr, { block, start, from, to });
  return Math.min(tr.mapping.slice(steps).map(from, 1), tr.doc.content.size);
}

interface BlockRange {
  readonly block: Node;
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

function emptyBlock(tr: Transaction, { block, start, from, to }: BlockRange): void {
  const end = start + block.nodeSize;
  const isWhole = from <= start + 1 && to >= end - 1;
  if (isSection(block)) {
    if (isWhole) tr.replaceWith(start + 1, end - 1, block.type.schema.node('paragraph'));
    else tr.delete(Math.max(from, start + 1), Math.min(to, end - 1));
  } else if (from <= start && to >= end) {
    tr.delete(start, end);
  } else {
    tr.delete(Math.max(from, start), Math.min(to, end));
  }
}

function insert(tr: Transaction, caret: number, slice: Slice): void {
  tr.setSelection(Selection.near(tr.doc.resolve(caret), 1));
  const flat = withoutSections(slice);
  const text = flat.content.textBetween(0, flat.content.size, '\n', '\n');
  if (text === '') return;
  const isText = flat.content.content.every((node) => node.isText);
  if (isText || flat.openStart > 0) tr.insertText(text);
  else tr.replaceSelection(flat);
}
