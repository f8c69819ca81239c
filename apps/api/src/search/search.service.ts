import { Injectable } from '@nestjs/common';
import { searchKinds, type SearchHit, type SearchPage, type SearchQuery } from '@kring/contracts';
import { z } from 'zod';
import { cursorParts, readCursor, writeCursor } from '../common/cursor.ts';
import type { Actor } from '../identity/actor.ts';
import { SearchPlanner, type SearchPlan } from './search-planner.ts';
import { SearchPresenter, type FoundHit } from './search-presenter.ts';
import { mostCounted, SearchRepository, type After, type SearchAsk } from './search.repository.ts';

const pageSize = 20;
const mostTitles = 8;
/** With fewer than this, near spellings are looked for as well. */
const enough = 5;
const cursorSchema = z.tuple([cursorParts.place, cursorParts.instant, cursorParts.id]);

/** Where a page begins: in which round, and after which entry. */
interface Place {
  readonly round: number;
  readonly after: After | null;
}
interface Found extends FoundHit {
  readonly round: number;
}
const start: Place = { round: 0, after: null };

/** Looks for words in all that somebody may see. */
@Injectable()
export class SearchService {
  constructor(
    private readonly entries: SearchRepository,
    private readonly planner: SearchPlanner,
    private readonly presenter: SearchPresenter,
  ) {}

  async search({ principal }: Actor, { q, cursor, ...filter }: SearchQuery): Promise<SearchPage> {
    const from = readCursor(cursor, cursorSchema);
    const ask = { principal, filter };
    const place: Place = from ? { round: from[0], after: [from[1], from[2]] } : start;
    const { found, plan } = await this.walk(ask, await this.planner.plan(q), place, pageSize + 1);
    const items = await this.presenter.present(found.slice(0, pageSize), plan.terms);
    const last = found.length > pageSize ? found[pageSize - 1] : undefined;
    const [first] = items;
    return {
      items,
      next: last ? writeCursor([last.round, last.changedAt, last.id]) : null,
      counts: from ? null : await this.count(ask, plan),
      withoutFilters: from || items.length > 0 ? null : await this.countWithoutFilters(ask, plan),
      suggestion: first?.isNear && !from ? this.presenter.spellingIn(first, plan.terms) : null,
    };
  }

  /** The first titles that fit, to go to. */
  async searchTitles({ principal }: Actor, q: string): Promise<SearchHit[]> {
    const plan = await this.planner.plan(q);
    const walked = await this.walk({ principal, filter: {} }, plan, start, mostTitles, isOfTitles);
    return this.presenter.present(walked.found, walked.plan.terms);
  }

  /** Goes through the rounds until there is enough; near spellings come only after everything else, and when it was little. */
  private async walk(
    ask: SearchAsk,
    plan: SearchPlan,
    place: Place,
    limit: number,
    isWanted: (place: 'title' | 'head' | 'all') => boolean = () => true,
  ): Promise<{ found: Found[]; plan: SearchPlan }> {
    const found: Found[] = [];
    let current = plan;
    for (let at = place.round; ; at += 1) {
      if (at >= current.rounds.length && current === plan) {
        const isMeant = place.round >= plan.rounds.length || (place === start && found.length < enough);
        if (isMeant) current = await this.planner.planNear(plan);
      }
      const round = current.rounds[at];
      if (!round || found.length >= limit) return { found, plan: current };
      if (!isWanted(round.place)) continue;
      const after = at === place.round ? place.after : null;
      const rows = await this.entries.list(ask, round, after, limit - found.length);
      found.push(...rows.map((row) => ({ ...row, round: at, isNear: round.exclude !== null })));
    }
  }

  private async count(ask: SearchAsk, { query, isRare }: SearchPlan): Promise<SearchPage['counts']> {
    const counts = query === null ? null : await this.entries.count(ask, { query, isRare });
    const isMore = counts !== null && sumOf(counts) >= mostCounted;
    const entries = searchKinds.map((kind) => [kind, { count: counts?.[kind] ?? 0, isMore }] as const);
    return Object.fromEntries(entries) as SearchPage['counts'];
  }

  private async countWithoutFilters(
    ask: SearchAsk,
    { query, isRare }: SearchPlan,
  ): Promise<SearchPage['withoutFilters']> {
    const isFiltered = Object.values(ask.filter).some((value) => value !== undefined);
    if (query === null || !isFiltered) return null;
    const count = sumOf(
      await this.entries.count({ ...ask, filter: { archived: 'true' } }, { query, isRare }),
    );
    return { count, isMore: count >= mostCounted };
  }
}

const isOfTitles = (place: string) => place !== 'all';
const sumOf = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
