import { Extension, InputRule, markInputRule, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core';
import type { MarkType, NodeType, ResolvedPos } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import type { CalloutKind, NoteLanguage } from '@kring/live-documents';

/** What one may write behind `:::`, in either language. */
const kindByWord: Readonly<Record<string, CalloutKind>> = {
  inzicht: 'insight',
  insight: 'insight',
  vraag: 'question',
  question: 'question',
  aanname: 'assumption',
  assumption: 'assumption',
  letop: 'warning',
  warning: 'warning',
};

/** Makes the list item that `$from` begins into one that can be ticked; what stands above and below stays a list. */
export function toTaskItem(tr: Transaction, $from: ResolvedPos, isChecked: boolean): boolean {
  const { taskList, taskItem } = tr.doc.type.schema.nodes;
  const depth = $from.depth - 1;
  const item = depth > 1 ? $from.node(depth) : null;
  if (item?.type.name !== 'listItem' || $from.index(depth) !== 0 || !taskList || !taskItem) return false;
  const list = $from.node(depth - 1);
  const index = $from.index(depth - 1);
  const start = $from.before(depth - 1);
  const children = list.children;
  const above = children.slice(0, index);
  const below = children.slice(index + 1);
  const made = taskList.create(null, taskItem.create({ checked: isChecked }, item.content));
  const parts = [
    ...(above.length > 0 ? [list.type.create(list.attrs, above)] : []),
    made,
    ...(below.length > 0 ? [list.type.create(list.attrs, below)] : []),
  ];
  const caret = $from.pos - $from.start(depth);
  const offset = above.length > 0 ? (parts[0]?.nodeSize ?? 0) : 0;
  tr.replaceWith(start, start + list.nodeSize, parts);
  tr.setSelection(TextSelection.near(tr.doc.resolve(start + offset + 2 + caret)));
  const before = tr.doc.resolve(start + offset).nodeBefore;
  if (before?.type === taskList) tr.join(start + offset);
  return true;
}

const tickRule = new InputRule({
  find: /^\[([ xX])?\]\s$/,
  handler: ({ state, range, match }) => {
    const { tr } = state;
    tr.delete(range.from, range.to);
    if (!toTaskItem(tr, tr.doc.resolve(range.from), /x/i.test(match[1] ?? ''))) return null;
    return undefined;
  },
});

const tableRule = (table: NodeType) =>
  new InputRule({
    find: /^\|--$/,
    handler: ({ state, range, chain }) => {
      const $from = state.doc.resolve(range.from);
      for (let depth = $from.depth; depth > 0; depth -= 1) if ($from.node(depth).type === table) return null;
      chain().deleteRange(range).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
      return undefined;
    },
  });

/** `-- name` at the end of a quote says where it comes from. */
const sourceRule = (source: NodeType) =>
  new InputRule({
    find: /^(?:--|—|–)\s$/,
    handler: ({ state, range }) => {
      const $from = state.doc.resolve(range.from);
      if ($from.node(-1).type.name !== 'blockquote') return null;
      state.tr.delete(range.from, range.to).setBlockType(range.from, range.from, source);
      return undefined;
    },
  });

const highlightRules = (type: MarkType) => [
  markInputRule({ find: /(?:^|\s)(==(?!\s+==)([^=]+)==(?!\s+==))$/, type }),
];

/** Replaces what was just typed, and leaves what stands before it. */
const sign = (find: RegExp, to: string) =>
  new InputRule({
    find,
    handler: ({ state, range, match }) => {
      const kept = match[0].length - (match[1] ?? match[0]).length;
      const from = range.from + kept;
      state.tr.insertText(to, from, range.to);
    },
  });

const beforeOpening = '(?:^|[\\s([{/\\u2013\\u2014“‘„])';

/** Quotation marks as they are printed; an apostrophe that begins a Dutch word stays an apostrophe. */
function quoteRules(language: NoteLanguage): InputRule[] {
  const short = language === 'nl' ? 's|t|n|k|m|r' : 'tis|twas|em';
  return [
    sign(new RegExp(`${beforeOpening}(")$`), '“'),
    sign(/(")$/, '”'),
    apostrophe(new RegExp(`${beforeOpening}(‘)(?:${short}|\\d\\d)([\\s-])$`, 'i')),
    sign(new RegExp(`${beforeOpening}(')$`), '‘'),
    sign(/(')$/, '’'),
  ];
}

const apostrophe = (find: RegExp) =>
  new InputRule({
    find,
    handler: ({ state, range, match }) => {
      const start = range.from + match[0].lastIndexOf('‘');
      const last = match[2] ?? '';
      state.tr.insertText(last, range.to).insertText('’', start, start + 1);
    },
  });

/** What becomes something else while one types it. Backspace right after it undoes just that. */
export const TypingRules = Extension.create<{ language: () => NoteLanguage }>({
  name: 'typingRules',
  // Before the rules of the list items themselves, which know no `- [ ]`.
  priority: 900,
  addInputRules() {
    const { nodes, marks } = this.editor.schema;
    const { callout, codeBlock, table, quoteSource } = nodes;
    return [
      tickRule,
      ...(callout
        ? [
            wrappingInputRule({
              find: /^:::([a-z]+)?[\s\n]$/i,
              type: callout,
              getAttributes: (match) => ({ kind: kindByWord[match[1]?.toLowerCase() ?? ''] ?? 'insight' }),
            }),
          ]
        : []),
      ...(codeBlock ? [textblockTypeInputRule({ find: /^```[\s\n]$/, type: codeBlock })] : []),
      ...(table ? [tableRule(table)] : []),
      ...(quoteSource ? [sourceRule(quoteSource)] : []),
      ...(marks['highlight'] ? highlightRules(marks['highlight']) : []),
      ...quoteRules(this.options.language()),
    ];
  },
});
