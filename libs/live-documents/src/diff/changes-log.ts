import type { NoteChange, PieceKind, PlacedAuthors } from './note-change.ts';

const MOST_TEXT = 160;

interface OpenChange {
  readonly kinds: Set<PieceKind>;
  before: string;
  after: string;
  readonly by: Set<number>;
}

/** Gathers pieces into changes: what follows each other without anything unchanged in between is one change. */
export class ChangesLog {
  readonly #changes: OpenChange[] = [];
  readonly #authors: { readonly end: number; readonly person: number }[] = [];
  #open: OpenChange | null = null;

  constructor(authors: PlacedAuthors) {
    let end = 0;
    for (const [length, person] of authors) this.#authors.push({ end: (end += length), person });
  }

  /** Something unchanged: what comes next is another change. */
  unchanged(): void {
    this.#open = null;
  }

  /** Adds a piece; `at` is where its words stand in the text of the later note. Returns the number of its change. */
  add(kind: PieceKind, text: string, at: { from: number; to: number } | null): number {
    const change = (this.#open ??= this.#start());
    change.kinds.add(kind);
    if (kind === 'deleted' || kind === 'moved-away') change.before = cut(join(change.before, text));
    else change.after = cut(join(change.after, text));
    if (at && kind !== 'marks' && kind !== 'settings')
      for (const person of this.#peopleOf(at)) change.by.add(person);
    return this.#changes.length - 1;
  }

  #start(): OpenChange {
    const change = { kinds: new Set<PieceKind>(), before: '', after: '', by: new Set<number>() };
    this.#changes.push(change);
    return change;
  }

  list(): NoteChange[] {
    return this.#changes.map(({ kinds, before, after, by }) => ({
      kinds: [...kinds],
      before: before.trim(),
      after: after.trim(),
      by: [...by].sort((a, b) => a - b),
    }));
  }

  *#peopleOf({ from, to }: { from: number; to: number }): Generator<number> {
    let low = 0;
    let high = this.#authors.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#authors[middle]?.end ?? 0) <= from) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < this.#authors.length; i += 1) {
      const run = this.#authors[i];
      if (!run) return;
      if (run.person >= 0) yield run.person;
      if (run.end >= to) return;
    }
  }
}

const join = (before: string, text: string) => before + text;
const cut = (text: string) => (text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT - 1)}…` : text);
