import { Node } from '@tiptap/core';
import { Fragment } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    details: {
      /** Hides the selected blocks behind a summary of their own. */
      setDetails: () => ReturnType;
      /** Takes the summary for an ordinary paragraph again. */
      unsetDetails: () => ReturnType;
    };
  }
}

/**
 * A summary, and blocks that are shown when one asks for them. Whether they are open is each reader's own affair and
 * stands in no document.
 */
export const Details = Node.create({
  name: 'details',
  group: 'block',
  content: 'detailsSummary block+',
  defining: true,
  parseHTML: () => [{ tag: 'details' }, { tag: 'div[data-details]' }],
  // Not a <details>, which a browser folds and opens by itself.
  renderHTML: () => ['div', { 'data-details': '' }, 0],
  addCommands() {
    return {
      setDetails:
        () =>
        ({ state, tr, dispatch }) => {
          const range = state.selection.$from.blockRange(state.selection.$to);
          const { details, detailsSummary } = state.schema.nodes;
          if (!range || !details || !detailsSummary) return false;
          const blocks = state.doc.slice(range.start, range.end).content;
          const made = details.createChecked(null, Fragment.from(detailsSummary.create()).append(blocks));
          if (!range.parent.canReplaceWith(range.startIndex, range.endIndex, details)) return false;
          if (dispatch) {
            tr.replaceRangeWith(range.start, range.end, made);
            tr.setSelection(TextSelection.create(tr.doc, range.start + 2)).scrollIntoView();
          }
          return true;
        },
      unsetDetails:
        () =>
        ({ state, tr, dispatch }) => {
          const { $from } = state.selection;
          const { paragraph } = state.schema.nodes;
          for (let depth = $from.depth; depth > 0 && paragraph; depth -= 1) {
            const node = $from.node(depth);
            if (node.type.name !== 'details' || node.firstChild === null) continue;
            const summary = paragraph.create(null, node.firstChild.content);
            const isEmpty = summary.content.size === 0;
            const rest = node.content.cut(node.firstChild.nodeSize);
            const start = $from.before(depth);
            if (dispatch) {
              tr.replaceWith(start, $from.after(depth), isEmpty ? rest : Fragment.from(summary).append(rest));
              tr.setSelection(TextSelection.near(tr.doc.resolve(start + 1))).scrollIntoView();
            }
            return true;
          }
          return false;
        },
    };
  },
});

export const DetailsSummary = Node.create({
  name: 'detailsSummary',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'summary' }, { tag: 'div[data-summary]' }],
  renderHTML: () => ['div', { 'data-summary': '' }, 0],
});
