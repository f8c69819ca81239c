import type { Extensions } from '@tiptap/core';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { BulletList, ListItem, ListKeymap, TaskList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Callout } from './callout.ts';
import { CodeBlock } from './code-block.ts';
import { Details, DetailsSummary } from './details.ts';
import { NoteHeading, NoteOrderedList, NoteTaskItem } from './headings-and-lists.ts';
import { File, Image } from './media.ts';
import { PageBreak } from './page-break.ts';
import { NoteQuote, QuoteSource } from './quote.ts';
import { NoteTable, NoteTableCell, NoteTableHeader, NoteTableRow } from './table.ts';

export interface BlockOptions {
  /** Name of the tick box of a checklist item, in the language of the reader. */
  checkboxLabel?: (text: string, isChecked: boolean) => string;
}

const taskItem = ({ checkboxLabel }: BlockOptions) =>
  checkboxLabel === undefined
    ? NoteTaskItem
    : NoteTaskItem.configure({
        a11y: {
          checkboxLabel: (node, isChecked) => checkboxLabel(node.firstChild?.textContent ?? '', isChecked),
        },
      });

/** Blocks, with the parts that only stand within them. */
export const noteBlocks = (options: BlockOptions): Extensions => [
  Paragraph,
  NoteHeading,
  NoteQuote,
  QuoteSource,
  Callout,
  Details,
  DetailsSummary,
  CodeBlock,
  ...[BulletList, NoteOrderedList, ListItem, TaskList, taskItem(options), ListKeymap],
  ...[NoteTable, NoteTableRow, NoteTableHeader, NoteTableCell],
  ...[Image, File, HorizontalRule, PageBreak],
];
