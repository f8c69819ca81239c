import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { CellSelection, isInTable, moveTableColumn, selectedRect, TableMap } from '@tiptap/pm/tables';
import type { Editing } from './blocks.ts';

/** What can be done with a table, in the order of the menu. */
export const groups = [
  { name: 'row', acts: ['rowAbove', 'rowBelow', 'rowUp', 'rowDown', 'deleteRow'] },
  { name: 'column', acts: ['columnLeft', 'columnRight', 'columnToLeft', 'columnToRight', 'deleteColumn'] },
  { name: 'cells', acts: ['merge', 'split', 'headerRow', 'headerColumn'] },
  { name: 'table', acts: ['deleteTable'] },
] as const;
export type TableAct = (typeof groups)[number]['acts'][number];

const commands = {
  rowAbove: 'addRowBefore',
  rowBelow: 'addRowAfter',
  deleteRow: 'deleteRow',
  columnLeft: 'addColumnBefore',
  columnRight: 'addColumnAfter',
  deleteColumn: 'deleteColumn',
  merge: 'mergeCells',
  split: 'splitCell',
  headerRow: 'toggleHeaderRow',
  headerColumn: 'toggleHeaderColumn',
  deleteTable: 'deleteTable',
} as const;
const isCommand = (act: TableAct): act is keyof typeof commands => act in commands;

/** Whether cells reach over more rows than their own: such a row cannot be moved by itself. */
function hasTallCells(table: Node): boolean {
  let found = false;
  table.descendants((node) => {
    if (Number(node.attrs['rowspan'] ?? 1) > 1) found = true;
    return node.type.name === 'tableRow';
  });
  return found;
}

interface RowMove {
  readonly from: number;
  readonly to: number;
  readonly insertAt: number;
}

function rowMove({ state }: Editing, direction: -1 | 1): RowMove | null {
  if (!isInTable(state)) return null;
  const { table, tableStart, top, bottom } = selectedRect(state);
  const next = direction === -1 ? top - 1 : bottom;
  if (hasTallCells(table) || next < 0 || next >= table.childCount) return null;
  const startOf = (row: number) => {
    let place = tableStart;
    for (let index = 0; index < row; index += 1) place += table.child(index).nodeSize;
    return place;
  };
  return { from: startOf(top), to: startOf(bottom), insertAt: startOf(direction === -1 ? next : next + 1) };
}

/** Moves the rows of the selection one place, away and back: the rows that they pass stay what they are. */
export function moveRows(view: Editing, direction: -1 | 1): boolean {
  const move = rowMove(view, direction);
  if (move === null) return false;
  const { doc, selection, tr } = view.state;
  const rows = doc.slice(move.from, move.to).content;
  const { anchor, head } = selection instanceof CellSelection ? cellsOf(selection) : selection;
  tr.delete(move.from, move.to);
  const insertAt = tr.mapping.map(move.insertAt);
  view.dispatch(tr);
  const back = view.state.tr.insert(insertAt, rows);
  const shift = insertAt - move.from;
  if (selection instanceof CellSelection)
    back.setSelection(CellSelection.create(back.doc, anchor + shift, head + shift));
  else
    back.setSelection(
      TextSelection.between(back.doc.resolve(anchor + shift), back.doc.resolve(head + shift)),
    );
  view.dispatch(back.scrollIntoView());
  return true;
}

const cellsOf = ({ $anchorCell, $headCell }: CellSelection) => ({
  anchor: $anchorCell.pos,
  head: $headCell.pos,
});

function columnMove(editor: Editor, direction: -1 | 1, isTry: boolean): boolean {
  const { state, view } = editor;
  if (!isInTable(state)) return false;
  const { table, left, right } = selectedRect(state);
  const to = direction === -1 ? left - 1 : right;
  if (to < 0 || to >= TableMap.get(table).width) return false;
  const from = direction === -1 ? left : right - 1;
  return moveTableColumn({ from, to, select: false })(state, isTry ? undefined : view.dispatch);
}

export function canRun(editor: Editor, act: TableAct): boolean {
  if (isCommand(act)) return editor.can()[commands[act]]();
  if (act === 'rowUp' || act === 'rowDown') return rowMove(editor.view, act === 'rowUp' ? -1 : 1) !== null;
  return columnMove(editor, act === 'columnToLeft' ? -1 : 1, true);
}

export function runTableAct(editor: Editor, act: TableAct): void {
  if (isCommand(act)) editor.commands[commands[act]]();
  else if (act === 'rowUp' || act === 'rowDown') moveRows(editor.view, act === 'rowUp' ? -1 : 1);
  else columnMove(editor, act === 'columnToLeft' ? -1 : 1, false);
}
