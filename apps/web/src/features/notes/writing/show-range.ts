import type { Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { placesOfWords } from './find.ts';

const shownKey = new PluginKey<DecorationSet>('shown-range');

interface ShownRange {
  readonly from: number;
  readonly to: number;
}

const decorationOf = ({ from, to }: ShownRange) => Decoration.inline(from, to, { class: 'note-shown' });

/** Marks the words that a link points to, until one does something else in the text. */
export function shownRangePlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: shownKey,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, shown) {
        const ranges = tr.getMeta(shownKey) as readonly ShownRange[] | undefined;
        if (ranges) return DecorationSet.create(tr.doc, ranges.map(decorationOf));
        if (tr.selectionSet && shown !== DecorationSet.empty) return DecorationSet.empty;
        return shown.map(tr.mapping, tr.doc);
      },
    },
    props: { decorations: (state) => shownKey.getState(state) },
  });
}

/** Brings a place into view. */
export function scrollTo(editor: Editor, pos: number, block: ScrollLogicalPosition = 'center'): void {
  const { node, offset } = editor.view.domAtPos(Math.min(pos, editor.state.doc.content.size));
  const child = node.childNodes[offset];
  const shown = node instanceof HTMLElement ? (child ?? node) : node.parentElement;
  const element = shown instanceof HTMLElement ? shown : node.parentElement;
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block, behavior: isCalm ? 'auto' : 'smooth' });
}

const settlingMs = 2_000;
const acts = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Keeps what is marked before somebody who has just opened the text, until they do something themselves: the titles of
 * sections and pictures come in above it, and would push it out of view.
 */
function keepShown({ view: { dom } }: Editor): void {
  const observer = new ResizeObserver(() => {
    const shown = dom.querySelector('.note-shown');
    if (shown === null) return;
    unfold(shown);
    shown.scrollIntoView({ block: 'center' });
  });
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
    for (const act of acts) window.removeEventListener(act, stop, true);
  };
  const timer = setTimeout(stop, settlingMs);
  for (const act of acts) window.addEventListener(act, stop, { capture: true, passive: true });
  observer.observe(dom);
}

/** Opens what it is folded away in. */
function unfold(shown: Element): void {
  for (const [folded, button] of folds)
    shown.closest(folded)?.querySelector<HTMLElement>(`:scope ${button}`)?.click();
}

const folds = [
  ['.note-section[data-folded]', '.note-section-fold'],
  ['.note-details:not([data-open])', '.note-details-fold'],
] as const;

/** Brings words into view and marks them. False where there are none. */
export function showRange(editor: Editor, from: number, to: number): boolean {
  const { size } = editor.state.doc.content;
  if (from > to || to > size) return false;
  const $from = editor.state.doc.resolve(from);
  const isWithin = from < to;
  const start = isWithin || $from.depth === 0 ? from : $from.start();
  const end = isWithin || $from.depth === 0 ? to : $from.end();
  editor.view.dispatch(editor.state.tr.setMeta(shownKey, [{ from: start, to: end }]));
  keepShown(editor);
  return true;
}

/** Marks every place where somebody is named, and brings the first into view. False where there is none. */
export function showMentionsOf(editor: Editor, personId: string): boolean {
  const ranges: ShownRange[] = [];
  editor.state.doc.descendants(({ type, attrs, nodeSize }, from) => {
    const isTheirs = type.name === 'mention' && attrs['kind'] === 'person' && attrs['id'] === personId;
    if (isTheirs) ranges.push({ from, to: from + nodeSize });
  });
  return showRanges(editor, ranges);
}

/** Marks words in the first paragraph that has most of them, and brings it into view. False where none stands. */
export function showWords(editor: Editor, words: readonly string[]): boolean {
  return showRanges(editor, placesOfWords(editor.state.doc, words));
}

function showRanges(editor: Editor, ranges: readonly ShownRange[]): boolean {
  if (ranges.length === 0) return false;
  editor.view.dispatch(editor.state.tr.setMeta(shownKey, ranges));
  keepShown(editor);
  return true;
}
