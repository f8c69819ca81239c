import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { NoteNode } from '@kring/live-documents';
import { SECTIONS_META } from '../../../lib/sections/sections-meta.ts';
import { toKnown } from './known-note.ts';

interface Target {
  readonly state: EditorState;
  dispatch(tr: Transaction): void;
}

/**
 * Makes the open note say what a version said, by edits of one's own: block by block, so that whatever hangs on words
 * that stay keeps its place.
 */
export function restoreText(view: Target, content: NoteNode): void {
  const { schema } = view.state;
  const wanted = schema.nodeFromJSON(toKnown(schema, content));
  for (const { from, to, nodes } of differences(view.state.doc, wanted).reverse()) {
    const tr = view.state.tr.replaceWith(from, to, nodes);
    // A version has the sections of its time: to put it back is to mean that.
    view.dispatch(tr.setMeta('preventAutolink', true).setMeta(SECTIONS_META, true));
  }
}

interface Difference {
  readonly from: number;
  readonly to: number;
  readonly nodes: readonly Node[];
}

/** Stretches of blocks that differ, found by the longest row of equal blocks. */
function differences(now: Node, wanted: Node): Difference[] {
  const [a, b] = [now.children, wanted.children];
  const rows = commonRows(a, b);
  const found: Difference[] = [];
  let [i, j, pos] = [0, 0, 0];
  const open = (untilI: number, untilJ: number) => {
    if (i === untilI && j === untilJ) return;
    const isOneToOne = untilI - i === untilJ - j;
    if (isOneToOne) {
      while (i < untilI) {
        const [old, node] = [a[i++], b[j++]];
        if (!old || !node) break;
        found.push({ from: pos, to: (pos += old.nodeSize), nodes: [node] });
      }
      return;
    }
    const from = pos;
    while (i < untilI) pos += a[i++]?.nodeSize ?? 0;
    found.push({ from, to: pos, nodes: b.slice(j, untilJ) });
    j = untilJ;
  };
  for (const [x, y] of rows) {
    open(x, y);
    pos += a[i]?.nodeSize ?? 0;
    i += 1;
    j += 1;
  }
  open(a.length, b.length);
  return found;
}

const MOST_CELLS = 4_000_000;

/** Pairs of equal blocks, in order, as many as there can be. */
function commonRows(a: readonly Node[], b: readonly Node[]): [number, number][] {
  let start = 0;
  while (start < a.length && start < b.length && a[start]?.eq(b[start] as Node)) start += 1;
  let end = 0;
  const isSameEnd = () => a[a.length - 1 - end]?.eq(b[b.length - 1 - end] as Node) ?? false;
  while (end < a.length - start && end < b.length - start && isSameEnd()) end += 1;
  const rows = Array.from({ length: start }, (_, at): [number, number] => [at, at]);
  rows.push(...middleRows(a.slice(start, a.length - end), b.slice(start, b.length - end), start));
  for (let at = end; at > 0; at -= 1) rows.push([a.length - at, b.length - at]);
  return rows;
}

function middleRows(a: readonly Node[], b: readonly Node[], start: number): [number, number][] {
  if (a.length * b.length > MOST_CELLS || a.length === 0 || b.length === 0) return [];
  const keys = (nodes: readonly Node[]) => nodes.map((node) => JSON.stringify(node.toJSON()));
  const [inA, inB] = [keys(a), keys(b)];
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const diagonal = (longest[(i + 1) * width + j + 1] ?? 0) + 1;
      const [down, right] = [longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0];
      longest[i * width + j] = inA[i] === inB[j] ? diagonal : Math.max(down, right);
    }
  }
  const rows: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (inA[i] === inB[j]) rows.push([start + i++, start + j++]);
    else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return rows;
}
