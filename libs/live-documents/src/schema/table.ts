import { findParentNodeClosestToPos, Node, type Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { TextSelection, Plugin, type Command, type EditorState, type Transaction } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  CellSelection,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  mergeCells,
  splitCell,
  tableEditing,
  toggleHeader,
} from '@tiptap/pm/tables';
import { checkedAttribute, numberOf } from './checked-attribute.ts';
import { REMOTE_META } from './remote-meta.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    table: {
      insertTable: (size?: { rows?: number; cols?: number; withHeaderRow?: boolean }) => ReturnType;
      addColumnBefore: () => ReturnType;
      addColumnAfter: () => ReturnType;
      deleteColumn: () => ReturnType;
      addRowBefore: () => ReturnType;
      addRowAfter: () => ReturnType;
      deleteRow: () => ReturnType;
      deleteTable: () => ReturnType;
      mergeCells: () => ReturnType;
      splitCell: () => ReturnType;
      toggleHeaderRow: () => ReturnType;
      toggleHeaderColumn: () => ReturnType;
      goToNextCell: () => ReturnType;
      goToPreviousCell: () => ReturnType;
    };
  }
  interface NodeConfig {
    /** The part that a node plays in a table. */
    tableRole?: 'table' | 'row' | 'cell' | 'header_cell';
  }
}

/**
 * A plugin that does not answer to what others wrote. When two people add a row and a column at once the table
 * is ragged; were everybody who looks on to mend it, each would add the missing cells, again and again.
 */
function forOwnEditsOnly(plugin: Plugin): Plugin {
  const append = plugin.spec.appendTransaction;
  if (append === undefined) return plugin;
  return new Plugin({
    ...plugin.spec,
    appendTransaction(transactions, oldState, newState) {
      if (transactions.some((transaction) => transaction.getMeta(REMOTE_META) !== undefined)) return null;
      return append.call(plugin, transactions, oldState, newState);
    },
  });
}

const isTable = (node: ProseMirrorNode): boolean => node.type.name === 'table';

const run =
  (command: Command) =>
  () =>
  ({ state, dispatch }: { state: EditorState; dispatch?: ((args?: unknown) => unknown) | undefined }) =>
    command(state, dispatch);

/** Deletes a row or column and keeps the caret in the table: it must not jump into what stands below. */
const runInside = (command: Command) =>
  run((state, dispatch) => {
    const table = findParentNodeClosestToPos(state.selection.$from, isTable);
    const stay = (tr: Transaction) => {
      if (table && findParentNodeClosestToPos(tr.selection.$from, isTable)?.pos !== table.pos) {
        const rest = tr.doc.nodeAt(table.pos);
        const end = table.pos + (rest?.nodeSize ?? 0) - 1;
        if (rest && isTable(rest)) tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1));
      }
      dispatch?.(tr);
    };
    return command(state, dispatch && stay);
  });

/** With all cells selected, Backspace takes the table away rather than emptying it. */
function deleteWhenAllIsSelected(editor: Editor): boolean {
  const { selection } = editor.state;
  if (!(selection instanceof CellSelection) || !selection.isRowSelection() || !selection.isColSelection())
    return false;
  return editor.commands.deleteTable();
}

export const NoteTable = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  tableRole: 'table',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['div', { class: 'note-table' }, ['table', ['tbody', 0]]],
  addCommands() {
    return {
      insertTable:
        ({ rows = 3, cols = 3, withHeaderRow = true } = {}) =>
        ({ tr, dispatch, state: { schema } }) => {
          const row = (cell: string) =>
            schema.node(
              'tableRow',
              null,
              Array.from({ length: cols }, () => emptyCell(cell)),
            );
          const emptyCell = (cell: string) => schema.node(cell, null, schema.node('paragraph'));
          const first = row(withHeaderRow ? 'tableHeader' : 'tableCell');
          const rest = Array.from({ length: rows - 1 }, () => row('tableCell'));
          if (dispatch) {
            const start = tr.selection.from + 1;
            tr.replaceSelectionWith(schema.node('table', null, [first, ...rest]));
            tr.setSelection(TextSelection.near(tr.doc.resolve(start))).scrollIntoView();
          }
          return true;
        },
      addColumnBefore: run(addColumnBefore),
      addColumnAfter: run(addColumnAfter),
      deleteColumn: runInside(deleteColumn),
      addRowBefore: run(addRowBefore),
      addRowAfter: run(addRowAfter),
      deleteRow: runInside(deleteRow),
      deleteTable: run(deleteTable),
      mergeCells: run(mergeCells),
      splitCell: run(splitCell),
      toggleHeaderRow: run(toggleHeader('row')),
      toggleHeaderColumn: run(toggleHeader('column')),
      goToNextCell: run(goToNextCell(1)),
      goToPreviousCell: run(goToNextCell(-1)),
    };
  },
  addKeyboardShortcuts() {
    const remove = () => deleteWhenAllIsSelected(this.editor);
    return {
      Tab: () => {
        if (this.editor.commands.goToNextCell()) return true;
        if (!this.editor.can().addRowAfter()) return false;
        return this.editor.chain().addRowAfter().goToNextCell().run();
      },
      'Shift-Tab': () => this.editor.commands.goToPreviousCell(),
      Backspace: remove,
      'Mod-Backspace': remove,
      Delete: remove,
      'Mod-Delete': remove,
    };
  },
  addProseMirrorPlugins: () => [forOwnEditsOnly(tableEditing())],
  // prosemirror-tables finds its nodes by their role.
  extendNodeSchema: (extension) => ({ tableRole: (extension.config as { tableRole?: string }).tableRole }),
});

export const NoteTableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  tableRole: 'row',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

const cell = (name: 'tableCell' | 'tableHeader', tag: 'td' | 'th', tableRole: 'cell' | 'header_cell') =>
  Node.create({
    name,
    content: 'block+',
    tableRole,
    isolating: true,
    addAttributes: () => ({
      colspan: checkedAttribute(name, 'colspan', numberOf('colspan')),
      rowspan: checkedAttribute(name, 'rowspan', numberOf('rowspan')),
    }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });

export const NoteTableCell = cell('tableCell', 'td', 'cell');
export const NoteTableHeader = cell('tableHeader', 'th', 'header_cell');
