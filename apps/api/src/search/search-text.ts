import type { MarkedText } from '@kring/contracts';

/** One thing to look for: a word, or the words of a phrase in quotes. */
export interface Term {
  readonly words: readonly string[];
  readonly isPhrase: boolean;
  /** The word that is still being typed: its beginning is enough. */
  readonly isLast: boolean;
}

const mostTerms = 8;
const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

/** As `search_fold` in the database does it: lower case, without accents. */
export function foldWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

export function wordsOf(text: string): string[] {
  return (text.match(wordPattern) ?? []).map(foldWord).filter(Boolean);
}

/** What somebody typed, as terms that must all be found. Any text will do; one without words gives none. */
export function readTerms(text: string): Term[] {
  const parts = [...text.matchAll(/["“”„]([^"“”„]*)["“”„]|([^"“”„]+)/gu)];
  const terms = parts.flatMap(([, phrase, plain]): Omit<Term, 'isLast'>[] => {
    const words = wordsOf(phrase ?? plain ?? '');
    if (phrase !== undefined && words.length > 1) return [{ words, isPhrase: true }];
    return words.map((word) => ({ words: [word], isPhrase: false }));
  });
  const isOpen = !/["“”„]\s*$/u.test(text);
  const kept = terms.slice(0, mostTerms);
  return kept.map((term, at) => ({
    ...term,
    isLast: isOpen && !term.isPhrase && at === kept.length - 1,
  }));
}

/** Single edits, and swaps of neighbours, that lead from one word to the other; more than `most` counts as `most + 1`. */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      let cost = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, at(previous, j - 1) + (isSame ? 0 : 1));
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwap) cost = Math.min(cost, at(before, j - 2) + 1);
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  return Math.min(at(previous, other.length), most + 1);
}

const at = (row: readonly number[], place: number) => row[place] ?? Number.POSITIVE_INFINITY;

const mostNear = 6;

/** Of the words that exist, those that somebody may have meant by this one, the likeliest first. */
export function pickNear(typed: string, known: readonly string[], isLast: boolean): string[] {
  const most = typed.length < 4 ? 0 : typed.length < 7 ? 1 : 2;
  const near = known.flatMap((word) => {
    const whole = editDistance(typed, word, most);
    // Of a word that is still being typed the rest is to come.
    const begun =
      isLast && word.length > typed.length ? editDistance(typed, word.slice(0, typed.length), most) : whole;
    const distance = Math.min(whole, begun + 0.5);
    if (word !== typed && distance <= most) return [{ word, distance }];
    // Part of a compound: "monitor" in "welvaartsmonitor".
    return typed.length >= 4 && word !== typed && word.includes(typed) ? [{ word, distance: most + 1 }] : [];
  });
  return near
    .sort(
      (one, other) =>
        one.distance - other.distance ||
        one.word.length - other.word.length ||
        (one.word < other.word ? -1 : 1),
    )
    .slice(0, mostNear)
    .map(({ word }) => word);
}

/** The text in pieces, with every word marked that `isMatch` says so of. */
export function markText(text: string, isMatch: (folded: string) => boolean): MarkedText {
  const pieces: { text: string; isMatch: boolean }[] = [];
  const add = (piece: string, marked: boolean) => {
    if (piece !== '') pieces.push({ text: piece, isMatch: marked });
  };
  let end = 0;
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    if (!isMatch(foldWord(word))) continue;
    add(text.slice(end, index), false);
    add(word, true);
    end = index + word.length;
  }
  add(text.slice(end), false);
  return pieces;
}

const lengthBefore = 60;
const excerptLength = 200;

/** The stretch of a text in which most of the marked words stand together, cut at words. */
export function excerptOf(text: string, isMatch: (folded: string) => boolean): MarkedText {
  const flat = text.replace(/\s+/gu, ' ').trim();
  const places = [...flat.matchAll(wordPattern)]
    .filter(([word]) => isMatch(foldWord(word)))
    .map(({ index }) => index);
  const begin = Math.max(0, bestPlace(places) - lengthBefore);
  const from = begin === 0 ? 0 : flat.indexOf(' ', begin) + 1;
  const isCut = from + excerptLength < flat.length;
  const to = isCut ? Math.max(flat.lastIndexOf(' ', from + excerptLength), from + 1) : flat.length;
  return markText(`${from > 0 ? '… ' : ''}${flat.slice(from, to)}${isCut ? ' …' : ''}`, isMatch);
}

function bestPlace(places: readonly number[]): number {
  const within = (place: number) =>
    places.filter((other) => other >= place && other < place + excerptLength - lengthBefore).length;
  const first = places.slice(0, 200);
  return first.reduce((best, place) => (within(place) > within(best) ? place : best), first[0] ?? 0);
}
