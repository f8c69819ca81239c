import type { NoteNode } from '../note-schema.ts';
import { ChangesLog } from './changes-log.ts';
import { diffInline } from './inline-diff.ts';
import { NodeFacts, textOf } from './node-facts.ts';
import type { CompareOptions, ComparedNode, NoteComparison, PieceKind } from './note-change.ts';
import { diffSequences, type Budget, type Stretch } from './sequence-diff.ts';

/** Of a comparison as a whole, and of pairing blocks that were replaced by others. */
const MOST_STEPS = 4_000_000;
const MOST_PAIRS = 40_000;
/** From here on two blocks count as one that was changed. */
const ALIKE = 0.4;
/** A block with fewer characters that stands elsewhere is not called moved. */
const LEAST_MOVED = 20;

/** Both notes in one, with everything that was inserted, deleted, moved or changed. Bounded in time. */
export function compareNotes(before: NoteNode, after: NoteNode, options: CompareOptions): NoteComparison {
  return new Comparison(options).run(before, after);
}

class Comparison {
  readonly #facts = new NodeFacts();
  readonly #budget: Budget = { steps: MOST_STEPS };
  readonly #textblocks: ReadonlySet<string>;
  readonly #log: ChangesLog;
  readonly #moved = new Set<number>();
  #isComplete = true;
  /** Where we are in the text of the later note. */
  #offset = 0;

  constructor({ textblocks, authors = [] }: CompareOptions) {
    this.#textblocks = new Set(textblocks);
    this.#log = new ChangesLog(authors);
  }

  run(before: NoteNode, after: NoteNode): NoteComparison {
    this.#findMoved(before, after);
    const content = this.#children(before.content ?? [], after.content ?? []);
    const isComplete = this.#isComplete && this.#budget.steps >= 0;
    return { doc: { ...after, content }, changes: this.#log.list(), isComplete };
  }

  /** Blocks that stand once in each, with enough to them to be recognised. */
  #findMoved(before: NoteNode, after: NoteNode): void {
    const count = (note: NoteNode) => {
      const counts = new Map<number, number>();
      const visit = (node: NoteNode): void => {
        if (this.#textblocks.has(node.type) && textOf(node).length < LEAST_MOVED) return;
        counts.set(this.#facts.key(node), (counts.get(this.#facts.key(node)) ?? 0) + 1);
        if (!this.#textblocks.has(node.type)) for (const child of node.content ?? []) visit(child);
      };
      for (const child of note.content ?? []) visit(child);
      return counts;
    };
    const inAfter = count(after);
    for (const [key, times] of count(before)) if (times === 1 && inAfter.get(key) === 1) this.#moved.add(key);
  }

  #children(before: readonly NoteNode[], after: readonly NoteNode[]): ComparedNode[] {
    const key = (node: NoteNode) => this.#facts.key(node);
    const stretches = diffSequences(before.map(key), after.map(key), this.#budget);
    const out: ComparedNode[] = [];
    for (let i = 0; i < stretches.length; i += 1) {
      const stretch = stretches[i] as Stretch;
      if (stretch.kind === 'same') {
        out.push(...after.slice(stretch.b, stretch.b + stretch.length).map((node) => this.#same(node)));
        continue;
      }
      const run = [stretch];
      while (stretches[i + 1] && stretches[i + 1]?.kind !== 'same') run.push(stretches[(i += 1)] as Stretch);
      const take = (kind: Stretch['kind'], from: 'a' | 'b', source: readonly NoteNode[]) =>
        run
          .filter((part) => part.kind === kind)
          .flatMap((part) => source.slice(part[from], part[from] + part.length));
      out.push(...this.#replaced(take('deleted', 'a', before), take('inserted', 'b', after)));
    }
    return out;
  }

  #same(node: NoteNode): ComparedNode {
    this.#log.unchanged();
    this.#offset += lengthOf(node);
    return node;
  }

  /** Blocks that took the place of others: those that are alike are compared, the rest went or came. */
  #replaced(removed: readonly NoteNode[], added: readonly NoteNode[]): ComparedNode[] {
    const out: ComparedNode[] = [];
    let [r, a] = [0, 0];
    for (const [i, j] of [...this.#pairs(removed, added), [removed.length, added.length] as const]) {
      while (r < i) out.push(this.#whole(removed[r++] as NoteNode, 'deleted'));
      while (a < j) out.push(this.#whole(added[a++] as NoteNode, 'inserted'));
      const [old, now] = [removed[r++], added[a++]];
      if (old && now) out.push(this.#changed(old, now));
    }
    return out;
  }

  /** Which of the removed became which of the added, in order, as alike as can be. */
  #pairs(removed: readonly NoteNode[], added: readonly NoteNode[]): (readonly [number, number])[] {
    if (removed.length === 0 || added.length === 0) return [];
    const isRow =
      removed[0]?.type.startsWith('table') && removed[0].type !== 'table' && removed[0].type !== 'tableRow';
    // A cell is known by its column, not by its words.
    if (isRow && removed.length === added.length) return removed.map((_, i) => [i, i] as const);
    const cost = removed.length * added.length;
    if (cost > MOST_PAIRS || (this.#budget.steps -= cost * 20) < 0) {
      this.#isComplete = false;
      return [];
    }
    return bestPairs(removed.length, added.length, (i, j) =>
      this.#likeness(removed[i] as NoteNode, added[j] as NoteNode),
    );
  }

  #likeness(old: NoteNode, now: NoteNode): number {
    const isSameShape =
      old.type === now.type || (this.#textblocks.has(old.type) && this.#textblocks.has(now.type));
    if (!isSameShape || this.#isMoved(old) || this.#isMoved(now)) return 0;
    const likeness = this.#facts.likeness(old, now);
    return likeness >= ALIKE ? likeness : 0;
  }

  #isMoved(node: NoteNode): boolean {
    return this.#moved.has(this.#facts.key(node));
  }

  #whole(node: NoteNode, kind: 'inserted' | 'deleted'): ComparedNode {
    const isMoved = this.#isMoved(node);
    const piece: PieceKind = isMoved ? (kind === 'inserted' ? 'moved-here' : 'moved-away') : kind;
    const length = kind === 'inserted' ? lengthOf(node) : 0;
    const place = { from: this.#offset, to: this.#offset + length };
    this.#offset += length;
    const change = this.#log.add(piece, `${textOf(node)} `, length > 0 && !isMoved ? place : null);
    return { ...node, piece: { change, kind: piece } };
  }

  #changed(old: NoteNode, now: NoteNode): ComparedNode {
    const isOther = old.type !== now.type || this.#facts.settings(old) !== this.#facts.settings(now);
    let piece: ComparedNode['piece'];
    if (isOther) piece = { change: this.#log.add('settings', '', null), kind: 'settings' };
    else this.#log.unchanged();
    const content = this.#textblocks.has(now.type)
      ? this.#inline(old.content ?? [], now.content ?? [])
      : this.#children(old.content ?? [], now.content ?? []);
    return { ...now, content, ...(piece && { piece }) };
  }

  #inline(old: readonly NoteNode[], now: readonly NoteNode[]): ComparedNode[] {
    const out: ComparedNode[] = [];
    for (const { node, kind } of diffInline(old, now, this.#facts, this.#budget)) {
      const length = kind === 'deleted' ? 0 : lengthOf(node);
      const place = { from: this.#offset, to: this.#offset + length };
      this.#offset += length;
      if (kind === null) {
        this.#log.unchanged();
        out.push(node);
      } else {
        const change = this.#log.add(kind, textOf(node), length > 0 ? place : null);
        out.push({ ...node, piece: { change, kind } });
      }
    }
    this.#log.unchanged();
    return out;
  }
}

/** Pairs in order with the highest sum of likeness; a likeness of 0 is no pair. */
function bestPairs(
  rows: number,
  columns: number,
  likeness: (i: number, j: number) => number,
): [number, number][] {
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const gains = new Float64Array(rows * columns);
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      const gain = (gains[i * columns + j] = likeness(i, j));
      const paired = gain > 0 ? gain + (best[(i + 1) * width + j + 1] ?? 0) : 0;
      best[i * width + j] = Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0, paired);
    }
  }
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < rows && j < columns) {
    const gain = gains[i * columns + j] ?? 0;
    const here = best[i * width + j] ?? 0;
    if (gain > 0 && here === gain + (best[(i + 1) * width + j + 1] ?? 0)) pairs.push([i++, j++]);
    else if (here === best[(i + 1) * width + j]) i += 1;
    else j += 1;
  }
  return pairs;
}

/** How many characters a node adds to the text of its note. */
function lengthOf(node: NoteNode): number {
  if (node.text !== undefined) return node.text.length;
  return (node.content ?? []).reduce((sum, child) => sum + lengthOf(child), 0);
}
