import { Extension } from '@tiptap/core';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { isRemote } from '../collaboration.ts';
import { isBlank, placedSections, SECTIONS_META } from '../../../../lib/sections/section-commands.ts';
import { hasSameSections, keepSections, withoutSections } from './keep-sections.ts';

const isMeant = (tr: Transaction): boolean => isRemote(tr) || tr.getMeta(SECTIONS_META) !== undefined;

/** Sections are removed, moved and renamed by their own commands, never by typing, cutting or pasting over them. */
export function sectionGuard(): Plugin {
  return new Plugin({
    // Whatever made the transaction. What others did is theirs to do.
    filterTransaction: (tr, state) => !tr.docChanged || isMeant(tr) || hasSameSections(state.doc, tr.doc),
    appendTransaction(transactions, oldState, newState) {
      // Were readers to do it as well, each would write the same again.
      if (transactions.some(isRemote) || !transactions.some((tr) => tr.docChanged && !isMeant(tr)))
        return null;
      const before = new Map(
        placedSections(oldState.doc).map(({ attributes, node }) => [attributes.key, node]),
      );
      const tr = newState.tr.setMeta(SECTIONS_META, true);
      for (const { attributes, node, position } of placedSections(newState.doc)) {
        const isOwnEdit = before.get(attributes.key)?.content.eq(node.content) !== true;
        if (attributes.status !== 'empty' || !isOwnEdit || isBlank(node)) continue;
        tr.setNodeAttribute(position, 'status', 'draft');
      }
      return tr.docChanged ? tr : null;
    },
    props: { transformPasted: (slice) => withoutSections(slice) },
  });
}

/** Keeps sections, whatever somebody does to the text. */
export const SectionGuard = Extension.create({
  name: 'sectionGuard',
  dispatchTransaction({ transaction, next }) {
    if (isMeant(transaction)) return next(transaction);
    const kept = keepSections(this.editor.state, transaction);
    if (kept !== null) next(kept);
  },
  addProseMirrorPlugins: () => [sectionGuard()],
});
