import type { Schema } from '@tiptap/pm/model';
import { Decoration } from '@tiptap/pm/view';
import type { ComparedNode, PlacedAuthors } from '@kring/live-documents';

/** A part of a text with who wrote it, most first. -1 is nobody that is known. */
export interface Passage {
  readonly text: string;
  readonly people: readonly number[];
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly person: number;
}

/** Walks through the words of a note in its order, with who wrote them. `at` is where a textblock ends in the editor. */
export function walkAuthors(
  schema: Schema,
  doc: ComparedNode,
  authors: PlacedAuthors,
): { passages: (Passage & { at: number })[]; runs: Run[] } {
  const passages: (Passage & { at: number })[] = [];
  const runs: Run[] = [];
  const next = reader(authors);
  const visit = (node: ComparedNode, pos: number): number => {
    if (node.text !== undefined) {
      let from = pos;
      for (const [length, person] of next(node.text.length))
        runs.push({ from, to: (from += length), person });
      return node.text.length;
    }
    const type = schema.nodes[node.type];
    if (type?.isLeaf) return 1;
    const first = runs.length;
    let size = 1;
    for (const child of node.content ?? []) size += visit(child, pos + size);
    if (type?.isTextblock && runs.length > first) {
      passages.push({ text: textOf(node), people: peopleOf(runs.slice(first)), at: pos + size });
    }
    return size + 1;
  };
  let pos = 0;
  for (const child of doc.content ?? []) pos += visit(child, pos);
  return { passages, runs };
}

/** Hands out the authors of so many characters at a time. */
function reader(authors: PlacedAuthors): (amount: number) => [number, number][] {
  let index = 0;
  let used = 0;
  return (amount) => {
    const taken: [number, number][] = [];
    let left = amount;
    while (left > 0) {
      const run = authors[index];
      if (!run) {
        taken.push([left, -1]);
        break;
      }
      const length = Math.min(left, run[0] - used);
      if (length > 0) taken.push([length, run[1]]);
      left -= length;
      used += length;
      if (used >= run[0]) {
        index += 1;
        used = 0;
      }
    }
    return taken;
  };
}

function peopleOf(runs: readonly Run[]): number[] {
  const totals = new Map<number, number>();
  for (const { from, to, person } of runs) totals.set(person, (totals.get(person) ?? 0) + to - from);
  return [...totals].sort((a, b) => b[1] - a[1]).map(([person]) => person);
}

function textOf(node: ComparedNode): string {
  return node.text ?? (node.content ?? []).map(textOf).join('');
}

/** How much of a text each person wrote, in whole percents, most first. */
export function sharesOf(authors: PlacedAuthors): { person: number; percent: number }[] {
  const totals = new Map<number, number>();
  for (const [length, person] of authors) totals.set(person, (totals.get(person) ?? 0) + length);
  const all = [...totals.values()].reduce((sum, length) => sum + length, 0);
  return [...totals]
    .sort((a, b) => b[1] - a[1])
    .map(([person, length]) => ({ person, percent: Math.round((100 * length) / all) }));
}

export function authorDecorations(
  walked: ReturnType<typeof walkAuthors>,
  nameOf: (person: number) => string,
  chosen: number | null,
): Decoration[] {
  return [
    ...walked.runs.map(({ from, to, person }) =>
      Decoration.inline(from, to, {
        class: 'history-author',
        'data-author': String(person),
        'data-colour': String(Math.max(person, 0) % 12),
        title: nameOf(person),
        ...(person === chosen && { 'data-chosen': '' }),
      }),
    ),
    // A row of passages of the same people has their names at its end.
    ...walked.passages
      .filter(({ people }, place) => people.join() !== walked.passages[place + 1]?.people.join())
      .map(({ at, people }) =>
        Decoration.widget(at, () => names(people.map(nameOf).join(', ')), { side: 1, key: `n${at}` }),
      ),
  ];
}

function names(text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'history-names';
  element.textContent = text;
  return element;
}
