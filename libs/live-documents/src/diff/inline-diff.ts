import type { NoteNode } from '../note-schema.ts';
import type { PieceKind } from './note-change.ts';
import type { NodeFacts } from './node-facts.ts';
import { diffSequences, type Budget, type Stretch } from './sequence-diff.ts';

const tokenPattern = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}]+)*|\s+|[^]/gu;

interface Token {
  readonly node: NoteNode;
  readonly text: string;
}

/** A run of words or an inline node, with what happened to it; `null` for nothing. */
export interface InlinePiece {
  readonly node: NoteNode;
  readonly kind: PieceKind | null;
}

/** The words of two textblocks in one row, deletions before what took their place. */
export function diffInline(
  before: readonly NoteNode[],
  after: readonly NoteNode[],
  facts: NodeFacts,
  budget: Budget,
): InlinePiece[] {
  const [a, b] = [before.flatMap(tokensOf), after.flatMap(tokensOf)];
  const number = ({ node, text }: Token) =>
    node.text === undefined ? facts.key(node) : facts.number(`“${text}`);
  const stretches = joinAcrossSpaces(diffSequences(a.map(number), b.map(number), budget), b);
  const pieces: InlinePiece[] = [];
  for (const { kind, a: fromA, b: fromB, length } of stretches) {
    if (kind === 'deleted') for (const token of a.slice(fromA, fromA + length)) add(pieces, token, 'deleted');
    else {
      for (const [i, token] of b.slice(fromB, fromB + length).entries()) {
        const old = kind === 'same' ? a[fromA + i] : undefined;
        const isMarked = old && facts.marks(old.node) !== facts.marks(token.node);
        add(pieces, token, kind === 'inserted' ? 'inserted' : isMarked ? 'marks' : null);
      }
    }
  }
  return pieces;
}

function tokensOf(node: NoteNode): Token[] {
  if (node.text === undefined) return [{ node, text: '' }];
  return [...node.text.matchAll(tokenPattern)].map(([text]) => ({ node, text }));
}

/** A lone space between two replaced words belongs to the change: a phrase reads better than confetti. */
function joinAcrossSpaces(stretches: readonly Stretch[], b: readonly Token[]): Stretch[] {
  const joined: Stretch[] = [];
  let deleted: Stretch[] = [];
  let inserted: Stretch[] = [];
  const flush = () => {
    joined.push(...merge(deleted), ...merge(inserted));
    deleted = [];
    inserted = [];
  };
  for (const [i, stretch] of stretches.entries()) {
    if (stretch.kind === 'deleted') deleted.push(stretch);
    else if (stretch.kind === 'inserted') inserted.push(stretch);
    else {
      const isGap =
        stretch.length === 1 &&
        /^\s+$/.test(b[stretch.b]?.text ?? 'x') &&
        deleted.length > 0 &&
        inserted.length > 0 &&
        i + 1 < stretches.length;
      if (isGap) {
        deleted.push({ ...stretch, kind: 'deleted' });
        inserted.push({ ...stretch, kind: 'inserted' });
      } else {
        flush();
        joined.push(stretch);
      }
    }
  }
  flush();
  return joined;
}

/** Stretches of one kind that follow each other, as one. */
function merge(stretches: readonly Stretch[]): Stretch[] {
  const [first] = stretches;
  if (!first) return [];
  return [{ ...first, length: stretches.reduce((sum, { length }) => sum + length, 0) }];
}

function add(pieces: InlinePiece[], { node, text }: Token, kind: PieceKind | null): void {
  const last = pieces.at(-1);
  const isSameRun =
    last?.kind === kind &&
    last.node.text !== undefined &&
    node.text !== undefined &&
    marksEqual(last.node, node);
  if (isSameRun)
    pieces[pieces.length - 1] = { kind, node: { ...last.node, text: `${last.node.text}${text}` } };
  else pieces.push({ kind, node: node.text === undefined ? node : { ...node, text } });
}

const marksEqual = (a: NoteNode, b: NoteNode) =>
  a.marks === b.marks || JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? []);
