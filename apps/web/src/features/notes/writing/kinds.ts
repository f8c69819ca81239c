import type { Editor } from '@tiptap/core';
import type { LucideIcon } from 'lucide-react';
import {
  CodeXml,
  Heading1,
  Heading2,
  Heading3,
  Lightbulb,
  List,
  ListChecks,
  ListOrdered,
  MessageCircleQuestionMark,
  Puzzle,
  TextQuote,
  TriangleAlert,
  Type,
} from 'lucide-react';
import type { CalloutKind } from '@kring/live-documents';
import { selectionOf, type Block } from './blocks.ts';

export const kindIds = [
  'paragraph',
  'heading1',
  'heading2',
  'heading3',
  'bulletList',
  'orderedList',
  'taskList',
  'blockquote',
  'codeBlock',
  'insight',
  'question',
  'assumption',
  'warning',
] as const;
export type KindId = (typeof kindIds)[number];

interface Kind {
  readonly Icon: LucideIcon;
  readonly keys?: string;
  /** What one types for it at the start of a line. */
  readonly rule?: string;
  readonly node: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

const heading = (level: number, Icon: LucideIcon): Kind => ({
  Icon,
  keys: `Mod+Alt+${level}`,
  rule: '#'.repeat(level),
  node: 'heading',
  attrs: { level },
});
const callout = (kind: CalloutKind, Icon: LucideIcon): Kind => ({
  Icon,
  rule: `:::`,
  node: 'callout',
  attrs: { kind },
});

/** What a block can be made into. */
export const kinds: Readonly<Record<KindId, Kind>> = {
  paragraph: { Icon: Type, keys: 'Mod+Alt+0', node: 'paragraph' },
  heading1: heading(1, Heading1),
  heading2: heading(2, Heading2),
  heading3: heading(3, Heading3),
  bulletList: { Icon: List, keys: 'Mod+Shift+8', rule: '-', node: 'bulletList' },
  orderedList: { Icon: ListOrdered, keys: 'Mod+Shift+7', rule: '1.', node: 'orderedList' },
  taskList: { Icon: ListChecks, keys: 'Mod+Shift+9', rule: '[ ]', node: 'taskList' },
  blockquote: { Icon: TextQuote, keys: 'Mod+Shift+B', rule: '>', node: 'blockquote' },
  codeBlock: { Icon: CodeXml, keys: 'Mod+Alt+C', rule: '```', node: 'codeBlock' },
  insight: callout('insight', Lightbulb),
  question: callout('question', MessageCircleQuestionMark),
  assumption: callout('assumption', Puzzle),
  warning: callout('warning', TriangleAlert),
};

export const calloutIds = ['insight', 'question', 'assumption', 'warning'] as const;
export const isCallout = (id: KindId): id is CalloutKind => calloutIds.some((callout) => callout === id);

/** From what stands within to what stands around it. */
const fromWithin: readonly KindId[] = [
  'heading1',
  'heading2',
  'heading3',
  'codeBlock',
  'taskList',
  'orderedList',
  'bulletList',
  'blockquote',
  ...calloutIds,
  'paragraph',
];

/** What the text at the selection is now; null in a cell of a table or where it is nothing of this. */
export function kindAt(editor: Editor): KindId | null {
  const { $from } = editor.state.selection;
  if (!$from.parent.isTextblock) return null;
  return fromWithin.find((id) => editor.isActive(kinds[id].node, kinds[id].attrs)) ?? null;
}

const lists = new Set<KindId>(['bulletList', 'orderedList', 'taskList']);
// A list in a list in a quote: each step lifts the text out of one of them.
const MOST_STEPS = 12;

/** Takes the text out of lists and quotes. Callouts stay: a heading may stand in one. */
function outOfLists(editor: Editor): void {
  for (let count = 0; count < MOST_STEPS; count += 1) {
    const before = editor.state.doc;
    if (editor.isActive('listItem')) editor.commands.liftListItem('listItem');
    else if (editor.isActive('taskItem')) editor.commands.liftListItem('taskItem');
    else if (editor.isActive('blockquote')) editor.commands.lift('blockquote');
    if (editor.state.doc.eq(before)) return;
  }
}

function toggleList({ commands }: Editor, id: KindId): void {
  if (id === 'bulletList') commands.toggleBulletList();
  else if (id === 'orderedList') commands.toggleOrderedList();
  else commands.toggleTaskList();
}

/** Makes the blocks at the selection into this kind. What is that already stays. */
export function turnInto(editor: Editor, id: KindId): void {
  const now = kindAt(editor);
  if (now === id) return;
  const isBetweenLists = now !== null && lists.has(now) && lists.has(id);
  if (isBetweenLists) return toggleList(editor, id);
  outOfLists(editor);
  if (isCallout(id)) editor.commands.setCallout(id);
  else {
    // A list or a quote holds paragraphs.
    editor.commands.setNode('paragraph');
    if (lists.has(id)) toggleList(editor, id);
    else if (id === 'blockquote') editor.commands.setBlockquote();
    else if (id !== 'paragraph') editor.commands.setNode(kinds[id].node, kinds[id].attrs);
  }
}

/** The same for a block wherever the caret is. A callout that is to become something else is opened up first. */
export function turnBlockInto(editor: Editor, block: Block, id: KindId): void {
  const { anchor, head, $from } = editor.state.selection;
  const isInside = anchor > block.pos && head < block.pos + block.node.nodeSize;
  const offset = isInside ? $from.parentOffset : 0;
  editor.view.dispatch(editor.state.tr.setSelection(selectionOf(editor.state.doc, block)));
  if (block.node.type.name === 'callout' && !isCallout(id)) editor.commands.unsetCallout();
  turnInto(editor, id);
  const { $from: $now } = editor.state.selection;
  editor.commands.setTextSelection(Math.min($now.start() + offset, $now.end()));
}

/** Whether a block holds text that can be made into something else. */
export function canTurn(block: Block): boolean {
  return block.node.type.name !== 'table' && block.node.type.name !== 'details' && !block.node.isAtom;
}
