import type { Schema } from '@tiptap/pm/model';
import { Decoration } from '@tiptap/pm/view';
import type { ComparedNode, PieceKind } from '@kring/live-documents';

/** Words for what decorations say. */
export interface PieceWords {
  piece(kind: PieceKind): string;
  end: string;
  /** The number of the change that one looks at. */
  current: number;
}

const elements: Record<PieceKind, string> = {
  inserted: 'ins',
  'moved-here': 'ins',
  deleted: 'del',
  'moved-away': 'del',
  marks: 'span',
  settings: 'span',
};
/** Where a word may stand within a block that has no place for words before it. */
const inside: Readonly<Record<string, number>> = {
  tableRow: 2,
  tableCell: 1,
  tableHeader: 1,
  listItem: 1,
  taskItem: 1,
};

/** Marks every piece of a comparison, in words too. `doc` must be the note that is shown, with nothing but known nodes. */
export function decorationsOf(schema: Schema, doc: ComparedNode, words: PieceWords): Decoration[] {
  const found: Decoration[] = [];
  const visit = (node: ComparedNode, pos: number): number => {
    const type = schema.nodes[node.type];
    if (node.text !== undefined || type?.isLeaf) {
      const size = node.text?.length ?? 1;
      if (node.piece)
        found.push(
          ...(type?.isBlock && !type.isText
            ? ofBlock(node, node.piece, pos, size, words)
            : ofWords(node.piece, pos, size, words)),
        );
      return size;
    }
    let size = 1;
    for (const child of node.content ?? []) size += visit(child, pos + size);
    size += 1;
    if (node.piece) found.push(...ofBlock(node, node.piece, pos, size, words));
    return size;
  };
  let pos = 0;
  for (const child of doc.content ?? []) pos += visit(child, pos);
  return found;
}

type Piece = NonNullable<ComparedNode['piece']>;

function ofWords({ kind, change }: Piece, pos: number, size: number, words: PieceWords): Decoration[] {
  const attributes = {
    nodeName: elements[kind],
    class: 'history-words',
    'data-piece': kind,
    'data-change': String(change),
    ...(change === words.current && { 'data-current': '' }),
  };
  return [
    Decoration.widget(pos, () => spoken(`[${words.piece(kind)}: `), { side: -1, key: `s${pos} ${change}` }),
    Decoration.inline(pos, pos + size, attributes),
    Decoration.widget(pos + size, () => spoken(` ${words.end}] `), { side: -1, key: `e${pos} ${change}` }),
  ];
}

function ofBlock(
  { type }: ComparedNode,
  { kind, change }: Piece,
  pos: number,
  size: number,
  words: PieceWords,
): Decoration[] {
  const attributes = {
    class: 'history-block',
    'data-piece': kind,
    'data-change': String(change),
    ...(change === words.current && { 'data-current': '' }),
  };
  return [
    Decoration.widget(pos + (inside[type] ?? 0), () => label(words.piece(kind), kind), {
      side: -2,
      key: `b${pos} ${change}`,
    }),
    Decoration.node(pos, pos + size, attributes),
  ];
}

/** For whoever listens: lines through and under words are not read out. */
function spoken(text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'visually-hidden';
  element.textContent = text;
  return element;
}

function label(text: string, kind: PieceKind): HTMLElement {
  const element = document.createElement('span');
  element.className = 'history-label';
  element.dataset['piece'] = kind;
  element.textContent = text;
  return element;
}
