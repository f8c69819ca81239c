import { Injectable } from '@nestjs/common';
import {
  exactQuery,
  meaningful,
  nearQuery,
  roundsOf,
  type PlannedTerm,
  type SearchRound,
} from './search-plan.ts';
import { pickNear, readTerms } from './search-text.ts';
import { SearchWordsRepository } from './search-words.repository.ts';

export interface SearchPlan {
  readonly terms: readonly PlannedTerm[];
  /** Finds all that the rounds find together; null when there is nothing to look for. */
  readonly query: string | null;
  /** Few texts have all words of it. */
  readonly isRare: boolean;
  readonly rounds: readonly SearchRound[];
}

/** Decides what to look for: the words as they were typed, and the words that may have been meant. */
@Injectable()
export class SearchPlanner {
  constructor(private readonly words: SearchWordsRepository) {}

  async plan(text: string): Promise<SearchPlan> {
    const given = readTerms(text);
    const queries = await this.words.toQueries(given);
    const terms = meaningful(
      given.map((term, at): PlannedTerm => {
        const { query, isStopWord } = queries[at] ?? { query: '', isStopWord: true };
        return { ...term, query, isStopWord, near: [], nearQuery: null };
      }),
    );
    const query = exactQuery(terms);
    if (query === null) return { terms, query, isRare: true, rounds: [] };
    const isRare = await this.words.isRare(query);
    return { terms, query, isRare, rounds: roundsOf(query, isRare) };
  }

  /** The rounds that come after those of the plan, for near spellings; the same plan when there are none. */
  async planNear(plan: SearchPlan): Promise<SearchPlan> {
    if (plan.query === null) return plan;
    const terms = await Promise.all(plan.terms.map((term) => this.addNear(term)));
    const query = nearQuery(terms);
    if (query === null) return plan;
    const isRare = await this.words.isRare(query);
    return { terms, query, isRare, rounds: [...plan.rounds, ...roundsOf(query, isRare, plan.query)] };
  }

  private async addNear(term: PlannedTerm): Promise<PlannedTerm> {
    const [word] = term.words;
    if (term.isPhrase || word === undefined || word.length < 4) return term;
    const near = pickNear(word, await this.words.listLike(word), term.isLast);
    if (near.length === 0) return term;
    const queries = await this.words.toQueries(
      near.map((one) => ({ words: [one], isPhrase: false, isLast: false })),
    );
    const found = queries.map(({ query }) => query).filter((query) => query !== '');
    return found.length > 0 ? { ...term, near, nearQuery: found.join(' | ') } : term;
  }
}
