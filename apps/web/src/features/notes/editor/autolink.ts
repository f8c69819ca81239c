import { Extension, markPasteRule } from '@tiptap/core';
import type { Slice } from '@tiptap/pm/model';
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { findLinks, type FoundLink } from '@kring/live-documents';
import { isRemote } from './collaboration.ts';

/** Whether what was typed ends a word: a space, or a new block. */
function endsWord(transactions: readonly Transaction[]): boolean {
  const step = transactions.flatMap((transaction) => transaction.steps).at(-1);
  if (!(step instanceof ReplaceStep) || step.slice.size === 0) return false;
  const { content, openStart } = step.slice;
  return openStart > 0 || /[\s\p{Z}]$/u.test(content.textBetween(0, content.size, '\n', '\n'));
}

/** The address that stands right before the caret, or at the end of the block above a new one. */
function addressBefore(state: EditorState): (FoundLink & { from: number; to: number }) | null {
  const { $from, empty } = state.selection;
  if (!empty) return null;
  const end = $from.parentOffset > 0 ? $from.pos : $from.before() - 1;
  if (end < 1) return null;
  const $end = state.doc.resolve(end);
  if (!$end.parent.isTextblock || $end.parent.type.spec.code === true) return null;
  const before = $end.parent.textBetween(
    Math.max(0, $end.parentOffset - 2_100),
    $end.parentOffset,
    '\n',
    ' ',
  );
  const word = /(\S+)\s?$/u.exec(before);
  const link = word?.[1] === undefined ? undefined : findLinks(word[1])[0];
  if (word === null || link === undefined) return null;
  const from = end - (before.length - word.index) + link.index;
  return { ...link, from, to: from + link.text.length };
}

/** The address, when a paste is nothing but one. */
function onlyAddress(slice: Slice): string | null {
  const text = slice.content.textBetween(0, slice.content.size, '\n', '\n').trim();
  const [link] = findLinks(text);
  return link?.text === text ? link.href : null;
}

/** An address that one types or pastes becomes a link; pasted on selected words it links those. */
export const Autolink = Extension.create({
  name: 'autolink',
  addPasteRules() {
    const type = this.editor.schema.marks['link'];
    if (type === undefined) return [];
    const find = (text: string) =>
      findLinks(text).map(({ href, ...found }) => ({ ...found, data: { href } }));
    return [
      markPasteRule({ find, type, getAttributes: (match) => ({ href: match.data?.['href'] as unknown }) }),
    ];
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction: (transactions, _old, state) => {
          if (!transactions.some((transaction) => transaction.docChanged)) return null;
          if (transactions.some((made) => isRemote(made) || made.getMeta('preventAutolink') === true))
            return null;
          if (!endsWord(transactions)) return null;
          const found = addressBefore(state);
          const { link, code } = state.schema.marks;
          if (found === null || link === undefined) return null;
          if ([link, code].some((mark) => mark && state.doc.rangeHasMark(found.from, found.to, mark)))
            return null;
          return state.tr.addMark(found.from, found.to, link.create({ href: found.href }));
        },
        props: {
          handlePaste: (view, _event, slice) => {
            const href = view.state.selection.empty ? null : onlyAddress(slice);
            return href !== null && this.editor.commands.setLink({ href });
          },
        },
      }),
    ];
  },
});
