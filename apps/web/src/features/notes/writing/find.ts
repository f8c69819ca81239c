import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Editing } from './blocks.ts';

export interface Search {
  readonly words: string;
  readonly matchesCase: boolean;
  readonly wholeWords: boolean;
}

export interface Match {
  readonly from: number;
  readonly to: number;
}

export interface Found {
  readonly search: Search;
  readonly matches: readonly Match[];
  /** The one that is shown, or -1. */
  readonly current: number;
  readonly shown: DecorationSet;
}

/** More than anybody steps through; a letter in a report of a hundred pages would else colour all of it. */
export const MOST_MATCHES = 5_000;

const nothing: Found = {
  search: { words: '', matchesCase: false, wholeWords: false },
  matches: [],
  current: -1,
  shown: DecorationSet.empty,
};
const isWordCharacter = (character: string | undefined) =>
  character !== undefined && /[\p{L}\p{N}_]/u.test(character);

/** Lower case, character by character, so that places stay as they are. */
function fold(text: string): string {
  const folded = text.toLowerCase();
  if (folded.length === text.length) return folded;
  return [...text]
    .map((character) => {
      const lower = character.toLowerCase();
      return lower.length === character.length ? lower : character;
    })
    .join('');
}

/** Where the words stand in one paragraph, from its start. What is not text separates words. */
function matchesIn(block: Node, search: Search): Match[] {
  const text = block.textBetween(0, block.content.size, undefined, '\uFFFC');
  // An inline node larger than one place would shift all that follows it.
  const isPlain = text.length === block.content.size;
  if (!isPlain) return matchesByPart(block, search);
  return matchesInText(text, search);
}

function matchesByPart(block: Node, search: Search): Match[] {
  const found: Match[] = [];
  let run = '';
  let start = 0;
  const flush = () => {
    found.push(...matchesInText(run, search).map(({ from, to }) => ({ from: from + start, to: to + start })));
    run = '';
  };
  block.forEach((child, offset) => {
    if (child.isText) {
      if (run === '') start = offset;
      run += child.text ?? '';
    } else flush();
  });
  flush();
  return found;
}

function matchesInText(text: string, { words, matchesCase, wholeWords }: Search): Match[] {
  const where = matchesCase ? text : fold(text);
  const what = matchesCase ? words : fold(words);
  const found: Match[] = [];
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + what.length)) {
    const end = at + what.length;
    const isInWord =
      (isWordCharacter(text[at - 1]) && isWordCharacter(text[at])) ||
      (isWordCharacter(text[end]) && isWordCharacter(text[end - 1]));
    if (!wholeWords || !isInWord) found.push({ from: at, to: end });
  }
  return found;
}

/** All places of the words in a text, in order. Paragraphs that have not changed are not searched again. */
export class Finder {
  #known = new WeakMap<Node, Match[]>();
  #search: Search = nothing.search;

  find(doc: Node, search: Search): Match[] {
    if (search.words === '') return [];
    if (search !== this.#search) this.#known = new WeakMap();
    this.#search = search;
    const found: Match[] = [];
    doc.descendants((node, position) => {
      if (found.length >= MOST_MATCHES) return false;
      if (!node.isTextblock) return true;
      let matches = this.#known.get(node);
      if (matches === undefined) {
        matches = matchesIn(node, search);
        this.#known.set(node, matches);
      }
      for (const { from, to } of matches) found.push({ from: position + 1 + from, to: position + 1 + to });
      return false;
    });
    return found.slice(0, MOST_MATCHES);
  }
}

/** Where these words stand in the first paragraph that has most of them; nowhere when none stands in the text. */
export function placesOfWords(doc: Node, words: readonly string[]): readonly Match[] {
  let most = 0;
  let best: readonly Match[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const found = words.map((one) =>
      matchesIn(node, { words: one, matchesCase: false, wholeWords: true }).map(({ from, to }) => ({
        from: position + 1 + from,
        to: position + 1 + to,
      })),
    );
    const count = found.filter(({ length }) => length > 0).length;
    if (count > most) [most, best] = [count, found.flat()];
    return false;
  });
  return best;
}

export const findKey = new PluginKey<Found>('find');
type Meta = { search: Search; near: number } | { current: number };

function draw(doc: Node, matches: readonly Match[], current: number): DecorationSet {
  const shown = matches.map(({ from, to }, index) =>
    Decoration.inline(from, to, {
      class: index === current ? 'note-match note-match-current' : 'note-match',
    }),
  );
  return DecorationSet.create(doc, shown);
}

/** Keeps the found places up to date and shows them. */
export function findPlugin(): Plugin<Found> {
  const finder = new Finder();
  const look = (state: EditorState, search: Search, near: number): Found => {
    const matches = finder.find(state.doc, search);
    const next = matches.findIndex(({ to }) => to > near);
    const current = matches.length === 0 ? -1 : Math.max(0, next);
    return { search, matches, current, shown: draw(state.doc, matches, current) };
  };
  return new Plugin<Found>({
    key: findKey,
    state: {
      init: () => nothing,
      apply(tr, found, _previous, state) {
        const meta = tr.getMeta(findKey) as Meta | undefined;
        if (meta && 'search' in meta) return look(state, meta.search, meta.near);
        if (meta) return { ...found, ...meta, shown: draw(state.doc, found.matches, meta.current) };
        if (!tr.docChanged || found.search.words === '') return found;
        const shown = found.matches[found.current];
        return look(state, found.search, shown ? tr.mapping.map(shown.from) : 0);
      },
    },
    props: { decorations: (state) => findKey.getState(state)?.shown },
  });
}

/** Looks for words from the selection on. */
export function startSearch(view: Editing, search: Search): void {
  const near = findKey.getState(view.state)?.matches.length ? placeOf(view.state) : view.state.selection.from;
  view.dispatch(view.state.tr.setMeta(findKey, { search, near } satisfies Meta));
}

const placeOf = (state: EditorState) => {
  const found = findKey.getState(state);
  return found?.matches[found.current]?.from ?? state.selection.from;
};

export function endSearch(view: Editing): void {
  view.dispatch(view.state.tr.setMeta(findKey, { search: nothing.search, near: 0 } satisfies Meta));
}

/** Shows the next place, or the one before; past the last comes the first. */
export function step(view: Editing, direction: 1 | -1): void {
  const found = findKey.getState(view.state);
  if (!found || found.matches.length === 0) return;
  const { length } = found.matches;
  const current = (found.current + direction + length) % length;
  view.dispatch(view.state.tr.setMeta(findKey, { current } satisfies Meta));
}

/** Selects what is shown, for whoever goes on writing there. */
export function selectMatch(view: Editing): void {
  const found = findKey.getState(view.state);
  const match = found?.matches[found.current];
  if (!match) return;
  const selection = TextSelection.create(view.state.doc, match.from, match.to);
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
}

function put(tr: Transaction, { from, to }: Match, words: string): void {
  if (words === '') tr.delete(from, to);
  // With the look of the first letter that it replaces.
  else tr.replaceWith(from, to, tr.doc.type.schema.text(words, marksAt(tr.doc, from)));
}

function marksAt(doc: Node, place: number) {
  return doc.resolve(place).nodeAfter?.marks ?? [];
}

/** Replaces what is shown and goes to the next place. */
export function replaceOne(view: Editing, words: string): boolean {
  const found = findKey.getState(view.state);
  const match = found?.matches[found.current];
  if (!found || !match) return false;
  const tr = view.state.tr;
  put(tr, match, words);
  // What was put in may hold the words itself: look on behind it.
  tr.setMeta(findKey, { search: found.search, near: match.from + words.length } satisfies Meta);
  view.dispatch(tr);
  return true;
}

/** Replaces every place in one change. Returns how many there were. */
export function replaceAll(view: Editing, words: string): number {
  const found = findKey.getState(view.state);
  if (!found || found.matches.length === 0) return 0;
  const tr = view.state.tr;
  for (const match of [...found.matches].reverse()) put(tr, match, words);
  view.dispatch(tr);
  return found.matches.length;
}
