import type { Editor } from '@tiptap/core';
import type { LucideIcon } from 'lucide-react';
import {
  AtSign,
  CalendarDays,
  Link,
  ListCollapse,
  Minus,
  Paperclip,
  Scissors,
  Superscript,
  Table,
} from 'lucide-react';
import { currentBlock, insertBelow } from './blocks.ts';
import { isCallout, kindIds, kinds, turnInto, type KindId } from './kinds.ts';

export const groups = ['basic', 'lists', 'callouts', 'blocks', 'references'] as const;
export type GroupId = (typeof groups)[number];

/** What the page does for blocks that ask something first. */
export interface InsertHelp {
  openLink(): void;
  /** Opens the list of people, cases and organisations at the caret. */
  openMentions(): void;
  /** Lets one choose images and files of this device. */
  openFiles(): void;
}

export interface Insertable {
  readonly id: InsertableId;
  readonly group: GroupId;
  readonly Icon: LucideIcon;
  readonly keys?: string | undefined;
  readonly rule?: string | undefined;
  /** Its name and other words for it, in both languages: people look for it by the word they know. */
  readonly words: string;
  readonly insert: (editor: Editor, help: InsertHelp) => void;
}

export type InsertableId =
  | KindId
  | 'divider'
  | 'details'
  | 'table'
  | 'pageBreak'
  | 'link'
  | 'footnote'
  | 'mention'
  | 'date'
  | 'attachment';

const kindWords: Record<KindId, string> = {
  paragraph: 'gewone tekst, alinea, paragraaf, plain text, paragraph, normal',
  heading1: 'kop 1, titel, heading 1, title, h1',
  heading2: 'kop 2, tussenkop, heading 2, subtitle, h2',
  heading3: 'kop 3, subkop, heading 3, h3',
  bulletList: 'opsomming, lijst, bolletjes, bullet list, unordered, points',
  orderedList: 'genummerde lijst, nummering, stappen, numbered list, ordered, steps',
  taskList: 'afvinklijst, taken, checklist, te doen, to-do, todo, tasks, checkbox',
  blockquote: 'citaat, aanhaling, uitspraak, quote, blockquote, citation',
  codeBlock: 'codeblok, broncode, code block, preformatted, source',
  insight: 'inzicht, kader, les, callout, insight, lesson, box',
  question: 'vraag, kader, callout, question, box',
  assumption: 'aanname, veronderstelling, kader, callout, assumption, box',
  warning: 'let op, waarschuwing, kader, callout, warning, attention, box',
};

function kindGroup(id: KindId): GroupId {
  if (isCallout(id)) return 'callouts';
  return id.endsWith('List') ? 'lists' : 'basic';
}

/** The caret in an empty block, for what cannot stand within a sentence. */
function onOwnLine(editor: Editor): Editor {
  const block = currentBlock(editor.state);
  const isEmpty = editor.state.selection.$from.parent.content.size === 0;
  if (block && !isEmpty) insertBelow(editor.view, block);
  return editor;
}

/** What asks something first tells what came of it itself. */
export const asksFirst: ReadonlySet<InsertableId> = new Set([
  'link',
  'footnote',
  'mention',
  'date',
  'attachment',
]);

/** Everything that can be put into a text, in the order in which it is offered. */
const all: readonly Insertable[] = [
  ...kindIds.map((id) => ({
    id,
    group: kindGroup(id),
    Icon: kinds[id].Icon,
    keys: kinds[id].keys,
    rule: kinds[id].rule,
    words: kindWords[id],
    insert: (editor: Editor) => turnInto(editor, id),
  })),
  {
    id: 'divider',
    group: 'basic',
    Icon: Minus,
    rule: '---',
    words: 'scheidingslijn, streep, lijn, divider, horizontal rule, line',
    insert: (editor) => onOwnLine(editor).commands.setHorizontalRule(),
  },
  {
    id: 'table',
    group: 'blocks',
    Icon: Table,
    rule: '|--',
    words: 'tabel, rijen, kolommen, matrix, table, grid, rows, columns',
    insert: (editor) => onOwnLine(editor).commands.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
  },
  {
    id: 'attachment',
    group: 'blocks',
    Icon: Paperclip,
    words:
      'afbeelding, plaatje, foto, bestand, bijlage, uploaden, image, picture, photo, file, attachment, upload',
    insert: (_editor, help) => help.openFiles(),
  },
  {
    id: 'details',
    group: 'blocks',
    Icon: ListCollapse,
    words: 'uitklapblok, uitklappen, inklappen, toelichting, details, toggle, collapse, accordion',
    insert: (editor) => onOwnLine(editor).commands.setDetails(),
  },
  {
    id: 'pageBreak',
    group: 'blocks',
    Icon: Scissors,
    words: 'nieuwe pagina, pagina-einde, paginaeinde, page break, new page',
    insert: (editor) => onOwnLine(editor).commands.insertPageBreak(),
  },
  {
    id: 'link',
    group: 'references',
    Icon: Link,
    keys: 'Mod+K',
    words: 'link, verwijzing, webadres, url, hyperlink, web address',
    insert: (_editor, help) => help.openLink(),
  },
  {
    id: 'footnote',
    group: 'references',
    Icon: Superscript,
    words: 'noot, voetnoot, bron, bronvermelding, footnote, note, source, reference',
    insert: (editor) => editor.commands.askFor('footnote'),
  },
  {
    id: 'mention',
    group: 'references',
    Icon: AtSign,
    rule: '@',
    words: 'vermelding, noem iemand, persoon, casus, organisatie, mention, person, case, organisation',
    insert: (_editor, help) => help.openMentions(),
  },
  {
    id: 'date',
    group: 'references',
    Icon: CalendarDays,
    words: 'datum, dag, kalender, date, day, calendar',
    insert: (editor) => editor.commands.askFor('date'),
  },
];

/** What fits where the caret is. */
export function insertables(editor: Editor): readonly Insertable[] {
  // A cell of a table is small, and stands on one page.
  const isInTable = editor.isActive('table');
  return isInTable ? all.filter(({ id }) => id !== 'table' && id !== 'pageBreak') : all;
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** How well this fits what was typed: 0 not at all, more is better. */
function fit(words: string, query: string): number {
  const names = fold(words).split(', ');
  if (names.some((name) => name === query)) return 4;
  if (names.some((name) => name.startsWith(query))) return 3;
  if (names.some((name) => name.split(/[\s-]/).some((part) => part.startsWith(query)))) return 2;
  return query.length > 2 && names.some((name) => name.includes(query)) ? 1 : 0;
}

/** Those whose name or other words begin as typed, in either language; the best first, else in their own order. */
export function matching<T extends { readonly words: string }>(offered: readonly T[], typed: string): T[] {
  const query = fold(typed.trim());
  if (query === '') return [...offered];
  return offered
    .map((item, index) => ({ item, index, score: fit(item.words, query) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.index - other.index)
    .map(({ item }) => item);
}

const recentKey = 'kring.recent-blocks';
const recentCount = 3;

/** What was last put in on this device, newest first. */
export function recentIds(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(recentKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, recentCount) : [];
  } catch {
    return [];
  }
}

export function rememberRecent(id: string): void {
  try {
    const kept = [id, ...recentIds().filter((other) => other !== id)].slice(0, recentCount);
    localStorage.setItem(recentKey, JSON.stringify(kept));
  } catch {
    // Without storage nothing is remembered, and all is offered in its own order.
  }
}
