import type { Term } from './search-text.ts';

/** A term as the database looks for it. */
export interface TermQuery {
  /** A tsquery as text. */
  readonly query: string;
  /** A word that stands everywhere and finds nothing. */
  readonly isStopWord: boolean;
}

/** A term with what the database looks for, and the words that may have been meant. */
export interface PlannedTerm extends Term, TermQuery {
  readonly near: readonly string[];
  /** The same for the near words; null without any. */
  readonly nearQuery: string | null;
}

/**
 * Where words are found, best first: in the title, in the question and the like, in the text. Each round leaves out what
 * the ones before it find, and `exclude` what has been found by another query.
 */
export interface SearchRound {
  readonly query: string;
  /** Few texts have all words of the query. */
  readonly isRare: boolean;
  readonly place: 'title' | 'head' | 'all';
  /** In my own CoPs, and people, or elsewhere. */
  readonly isMine: boolean;
  readonly exclude: string | null;
}

const joined = (queries: readonly string[], operator: '&' | '|') =>
  queries.map((query) => `(${query})`).join(` ${operator} `);

const follows = /<(?:-|\d+)>/g;

/** The words of a phrase are found by the index, their order only by reading each text. */
export const isPhrase = (query: string): boolean => query.search(follows) >= 0;
/** Finds what has the words of the phrases in whatever order. */
export const withoutOrder = (query: string): string => query.replaceAll(follows, '&');

/** Words such as "de" and "of" count only where there is nothing else. */
export function meaningful<T extends TermQuery>(terms: readonly T[]): T[] {
  const findable = terms.filter(({ query }) => query !== '');
  const others = findable.filter(({ isStopWord }) => !isStopWord);
  return others.length > 0 ? others : findable;
}

/** Finds what holds every term; null when there is nothing to look for. */
export function exactQuery(terms: readonly TermQuery[]): string | null {
  const queries = terms.map(({ query }) => query);
  return queries.length > 0 ? joined(queries, '&') : null;
}

/** Finds what holds every term, or a word that is like it; null when there are no such words. */
export function nearQuery(terms: readonly PlannedTerm[]): string | null {
  if (terms.every((term) => term.nearQuery === null)) return null;
  const queries = terms.map(({ query, nearQuery: near }) => (near === null ? query : `${query} | ${near}`));
  return joined(queries, '&');
}

/** Finds each of the words that count, to mark it; null when there are none. */
export function anyQuery(terms: readonly PlannedTerm[]): string | null {
  const queries = terms.flatMap(({ query, nearQuery: near }) => [
    query.replaceAll(/<(?:-|\d+)>|&/g, '|'),
    ...(near === null ? [] : [near]),
  ]);
  return queries.length > 0 ? joined(queries, '|') : null;
}

const places = ['title', 'head', 'all'] as const;

/** The rounds of a search, best first: titles over text, my own CoPs before others. */
export function roundsOf(query: string, isRare: boolean, exclude: string | null = null): SearchRound[] {
  return places.flatMap((place) =>
    [true, false].map((isMine): SearchRound => ({ query, isRare, place, isMine, exclude })),
  );
}
