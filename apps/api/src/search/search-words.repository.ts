import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { withoutOrder, type TermQuery } from './search-plan.ts';
import type { Term } from './search-text.ts';

const mostCandidates = 200;
const fewTexts = 2_000;
const standsNowhere = `NOT EXISTS (
  SELECT 1 FROM search_entries e
   WHERE e.all_words @@ (plainto_tsquery('pg_catalog.dutch', w.word) || plainto_tsquery('pg_catalog.english', w.word)))`;

/** Words: as they are looked for, how they may have been meant, and whether they match. */
@Injectable()
export class SearchWordsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** A word is found in either language; a phrase must be one in both, because each leaves out its own small words. */
  async toQueries(terms: readonly Term[]): Promise<TermQuery[]> {
    return this.dataSource.query<TermQuery[]>(
      `SELECT (CASE WHEN is_phrase THEN dutch && english
                    WHEN is_last THEN dutch || english || to_tsquery('pg_catalog.simple', term || ':*')
                    ELSE dutch || english END)::text AS query,
              CASE WHEN is_phrase THEN numnode(dutch && english) = 0
                   ELSE numnode(dutch) = 0 OR numnode(english) = 0 END AS "isStopWord"
         FROM unnest($1::text[], $2::boolean[], $3::boolean[]) WITH ORDINALITY AS t (term, is_phrase, is_last, place),
              phraseto_tsquery('pg_catalog.dutch', term) AS dutch,
              phraseto_tsquery('pg_catalog.english', term) AS english
        ORDER BY place`,
      [
        terms.map(({ words }) => words.join(' ')),
        terms.map(({ isPhrase }) => isPhrase),
        terms.map(({ isLast }) => isLast),
      ],
    );
  }

  /** Whether few texts have all words of a query, which the database only guesses. */
  async isRare(query: string): Promise<boolean> {
    const [found] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count
         FROM (SELECT 1 FROM search_entries WHERE all_words @@ $1::tsquery LIMIT ${fewTexts}) AS found`,
      [withoutOrder(query)],
    );
    return (found?.count ?? 0) < fewTexts;
  }

  /** Words that look like this one or contain it, of all that stand anywhere. For looking only: nobody gets to see them. */
  async listLike(word: string): Promise<string[]> {
    const rows = await this.dataSource.query<{ word: string }[]>(
      `SELECT w.word FROM search_words w
        WHERE w.trigrams && search_trigrams($1)
          AND (strpos(w.word, $1) > 0 OR length(w.word) >= length($1) - 2)
        ORDER BY strpos(w.word, $1) > 0 AND length($1) >= 4 DESC,
                 cardinality(ARRAY(SELECT unnest(w.trigrams) INTERSECT SELECT unnest(search_trigrams($1))))::float
                   / (4 + cardinality(w.trigrams)) DESC, w.word
        LIMIT ${mostCandidates}`,
      [word],
    );
    return rows.map((row) => row.word);
  }

  /** Those of the words that a query finds by themselves. */
  async listMatching(words: readonly string[], query: string): Promise<Set<string>> {
    const rows = await this.dataSource.query<{ word: string }[]>(
      'SELECT word FROM unnest($1::text[]) AS word WHERE search_vector(word) @@ $2::tsquery',
      [words, query],
    );
    return new Set(rows.map(({ word }) => word));
  }

  /** Forgets words that stand nowhere any more. */
  async prune(): Promise<void> {
    await this.dataSource.query(`DELETE FROM search_words w WHERE ${standsNowhere}`);
  }

  /** The same at once, of the words of these texts alone. */
  async forget(tx: EntityManager, texts: readonly string[]): Promise<void> {
    await tx.query(
      `DELETE FROM search_words w
        WHERE w.word IN (SELECT unnest(string_to_array(search_fold(t), ' ')) FROM unnest($1::text[]) AS t)
          AND ${standsNowhere}`,
      [texts],
    );
  }
}
