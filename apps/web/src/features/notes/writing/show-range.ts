import type { Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

const shownKey = new PluginKey<DecorationSet>('shown-range');

/** Marks the words that a link points to, until one does something else in the text. */
export function shownRangePlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: shownKey,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, shown) {
        const range = tr.getMeta(shownKey) as { from: number; to: number } | undefined;
        if (range)
          return DecorationSet.create(tr.doc, [
            Decoration.inline(range.from, range.to, { class: 'note-shown' }),
          ]);
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

/** Brings words into view and marks them. False where there are none. */
export function showRange(editor: Editor, from: number, to: number): boolean {
  const { size } = editor.state.doc.content;
  if (from > to || to > size) return false;
  const $from = editor.state.doc.resolve(from);
  const isWithin = from < to;
  const start = isWithin || $from.depth === 0 ? from : $from.start();
  const end = isWithin || $from.depth === 0 ? to : $from.end();
  editor.view.dispatch(editor.state.tr.setMeta(shownKey, { from: start, to: end }));
  scrollTo(editor, start);
  return true;
}
