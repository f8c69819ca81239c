import { Injectable } from '@nestjs/common';
import { searchFields, type SearchField, type SearchHit } from '@kring/contracts';
import { SearchHitsRepository, type HitRow } from './search-hits.repository.ts';
import { anyQuery, type PlannedTerm } from './search-plan.ts';
import { excerptOf, markText, wordsOf } from './search-text.ts';
import { SearchWordsRepository } from './search-words.repository.ts';
import type { FoundEntry } from './search.repository.ts';

export interface FoundHit extends FoundEntry {
  readonly isNear: boolean;
}

/** What is shown under a title, in this order, when nothing in it was looked for. */
const shownFirst = ['question', 'job-title', 'description', 'text', 'charter', 'organisation'] as const;

/** Turns what was found into what is shown: marks, an excerpt, and why it was found. */
@Injectable()
export class SearchPresenter {
  constructor(
    private readonly hits: SearchHitsRepository,
    private readonly words: SearchWordsRepository,
  ) {}

  async present(found: readonly FoundHit[], terms: readonly PlannedTerm[]): Promise<SearchHit[]> {
    if (found.length === 0) return [];
    const rows = await this.hits.listByIds(found);
    const matching = await this.findMatching([...rows.values()], terms);
    return found.flatMap((entry) => {
      const row = rows.get(entry.id);
      return row ? [toHit(entry, row, (word) => matching.has(word))] : [];
    });
  }

  /** What was typed in the spelling of something that was found, which is seen; null when that is not all of it. */
  spellingIn(hit: SearchHit, terms: readonly PlannedTerm[]): string | null {
    const standing = new Set([...hit.title, ...hit.excerpt].flatMap(({ text }) => wordsOf(text)));
    const spelled = terms.map(({ words, near, isPhrase }) => {
      if (isPhrase) return `"${words.join(' ')}"`;
      const [word = ''] = words;
      return standing.has(word) ? word : (near.find((candidate) => standing.has(candidate)) ?? null);
    });
    return spelled.includes(null) ? null : spelled.join(' ');
  }

  private async findMatching(
    rows: readonly HitRow[],
    terms: readonly PlannedTerm[],
  ): Promise<ReadonlySet<string>> {
    const beginnings = new Set(
      terms.flatMap(({ words, near }) => [...words, ...near]).map((word) => word.slice(0, 2)),
    );
    const standing = new Set(
      rows.flatMap(({ title, texts }) => [title, ...Object.values(texts)]).flatMap(wordsOf),
    );
    // Forms of a word begin alike, so most words need not be asked about.
    const candidates = [...standing].filter((word) => beginnings.has(word.slice(0, 2)));
    const query = anyQuery(terms);
    return query === null ? new Set() : this.words.listMatching(candidates, query);
  }
}

function toHit(entry: FoundHit, row: HitRow, isMatch: (word: string) => boolean): SearchHit {
  const matches = (text: string) => wordsOf(text).some(isMatch);
  const textOf = (field: SearchField) => (field === 'title' ? row.title : (row.texts[field] ?? ''));
  const foundIn = searchFields.filter((field) => matches(textOf(field)));
  const shown =
    foundIn.find((field) => field !== 'title') ?? shownFirst.find((field) => textOf(field) !== '');
  return {
    kind: entry.kind,
    id: entry.id,
    title: markText(row.title, isMatch),
    excerpt: shown ? excerptOf(textOf(shown), isMatch) : [],
    foundIn: foundIn.length > 0 ? foundIn : ['text'],
    isNear: entry.isNear,
    isArchived: entry.isArchived,
    changedAt: new Date(Number(entry.changedAt) / 1000).toISOString(),
    cop: row.cop,
    case: row.case,
    letter: row.letter ?? null,
  };
}
