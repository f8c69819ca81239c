import { Injectable } from '@nestjs/common';
import { searchKinds, type SearchKind, type SearchQuery } from '@kring/contracts';
import type { Principal } from '@kring/domain';
import { DataSource } from 'typeorm';
import { fromInstantSql, toInstantSql } from '../common/cursor.ts';
import { isPhrase, withoutOrder, type SearchRound } from './search-plan.ts';
import { searchScopeCondition } from './search-scope.ts';

export type SearchFilter = Omit<SearchQuery, 'q' | 'cursor'>;

/** One entry that was found; `changedAt` as a cursor has it. */
export interface FoundEntry {
  readonly kind: SearchKind;
  readonly id: string;
  readonly changedAt: string;
  readonly isArchived: boolean;
}

/** The last entry that somebody has: when it changed, and which one it is. */
export type After = readonly [changedAt: string, id: string];

export const mostCounted = 50;

export interface SearchAsk {
  readonly principal: Principal;
  readonly filter: SearchFilter;
}

@Injectable()
export class SearchRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What a round finds, newest first. */
  async list(ask: SearchAsk, round: SearchRound, after: After | null, limit: number): Promise<FoundEntry[]> {
    for (const among of round.place === 'all' && isCommonPhrase(round) ? newest : []) {
      const found = await this.listAmong(among, { ask, round, after, limit });
      if (found.length === limit) return found;
    }
    return this.listAmong('all', { ask, round, after, limit });
  }

  private async listAmong(
    among: Among,
    { ask, round, after, limit }: { ask: SearchAsk; round: SearchRound; after: After | null; limit: number },
  ): Promise<FoundEntry[]> {
    const parameters: unknown[] = [];
    const given = (value: unknown) => `$${parameters.push(value)}`;
    const isAfter = after
      ? [`(e.changed_at, e.object_id) < (${fromInstantSql(given(after[0]))}, ${given(after[1])}::uuid)`]
      : [];
    const isMine = mineCondition(ask.principal, round.isMine, given);
    const conditions = [
      ...roundConditions(round, given),
      isMine,
      ...filterConditions(ask.filter, given),
      ...isAfter,
      searchScopeCondition(ask.principal, parameters),
    ];
    return this.dataSource.query<FoundEntry[]>(
      `SELECT e.kind, e.object_id AS id, ${toInstantSql('e.changed_at')} AS "changedAt",
              e.is_archived OR c.archived_at IS NOT NULL AS "isArchived"
         FROM ${entriesMatching(round, { among, conditions: [isMine, ...isAfter], given })}
              LEFT JOIN cases c ON c.id = e.case_id
        WHERE ${conditions.join(' AND ')}
        ORDER BY e.changed_at DESC, e.object_id DESC
        LIMIT ${limit}`,
      parameters,
    );
  }

  /**
   * How many there are of each kind among the newest `mostCounted`. When there are that many, there may be more of every
   * kind: counting all of what a common word finds would take longer than finding it.
   */
  async count(ask: SearchAsk, asked: Asked): Promise<Record<SearchKind, number>> {
    for (const among of isCommonPhrase(asked) ? newest : []) {
      const counts = await this.countAmong(among, ask, asked);
      if (Object.values(counts).reduce((sum, count) => sum + count, 0) === mostCounted) return counts;
    }
    return this.countAmong('all', ask, asked);
  }

  private async countAmong(
    among: Among,
    { principal, filter }: SearchAsk,
    asked: Asked,
  ): Promise<Record<SearchKind, number>> {
    const parameters: unknown[] = [];
    const given = (value: unknown) => `$${parameters.push(value)}`;
    const conditions = [
      `e.all_words @@ ${given(asked.query)}::tsquery`,
      ...filterConditions({ ...filter, kind: undefined }, given),
      searchScopeCondition(principal, parameters),
    ];
    const rows = await this.dataSource.query<{ kind: SearchKind; count: number }[]>(
      `SELECT kind, count(*)::int AS count FROM (
         SELECT e.kind FROM ${entriesMatching({ ...asked, place: 'all' }, { among, conditions: [], given })}
                LEFT JOIN cases c ON c.id = e.case_id
          WHERE ${conditions.join(' AND ')}
          ORDER BY e.changed_at DESC, e.object_id DESC LIMIT ${mostCounted}) AS found GROUP BY kind`,
      parameters,
    );
    const counts = new Map(rows.map(({ kind, count }) => [kind, count]));
    return Object.fromEntries(searchKinds.map((kind) => [kind, counts.get(kind) ?? 0])) as Record<
      SearchKind,
      number
    >;
  }
}

type Given = (value: unknown) => string;

/** What is asked for, and whether few texts have all of its words. */
type Asked = Pick<SearchRound, 'query' | 'isRare'>;

/** What is looked through: so many of the newest that have all words of a phrase, in whatever order, or everything. */
type Among = number | 'all';
/** The first few are enough for what people write often. */
const newest: readonly Among[] = [100, 1_000];
const isCommonPhrase = ({ query, isRare }: Asked) => !isRare && isPhrase(query);

/**
 * The entries to choose from. Where few match they are read by the index of their words: the planner only guesses how
 * many there are, and would rather read everything from the newest on, and hope. Of common words that is the quick way.
 *
 * The words of a phrase are found by the index, their order only by reading each text: a phrase of which there are many
 * is found among the newest. Reading all took more than a second with 100,000 texts.
 */
function entriesMatching(
  { query, isRare, place }: Asked & Pick<SearchRound, 'place'>,
  { among, conditions, given }: { among: Among; conditions: readonly string[]; given: Given },
): string {
  const fitting = (words: string, rest: readonly string[]) =>
    `SELECT e.* FROM search_entries e WHERE ${[`e.${place}_words @@ ${given(words)}::tsquery`, ...rest].join(' AND ')}`;
  if (among !== 'all') {
    const first = `ORDER BY e.changed_at DESC, e.object_id DESC LIMIT ${among}`;
    return `(${fitting(withoutOrder(query), conditions)} ${first}) e`;
  }
  if (place !== 'all' || isRare) return `(${fitting(query, [])} OFFSET 0) e`;
  return isPhrase(query) ? `(${fitting(query, conditions)} OFFSET 0) e` : 'search_entries e';
}

const wider = { title: [], head: ['title_words'], all: ['head_words'] } as const;

function roundConditions({ query, place, exclude }: SearchRound, given: Given): string[] {
  const parameter = `${given(query)}::tsquery`;
  return [
    `e.${place}_words @@ ${parameter}`,
    ...wider[place].map((column) => `NOT e.${column} @@ ${parameter}`),
    // What has been found exactly is little, and read by the index once.
    ...(exclude === null
      ? []
      : [
          `e.object_id NOT IN (SELECT x.object_id FROM search_entries x WHERE x.all_words @@ ${given(exclude)}::tsquery)`,
        ]),
  ];
}

function mineCondition(principal: Principal, isMine: boolean, given: Given): string {
  const copIds = principal.kind === 'person' ? principal.memberships.map(({ copId }) => copId) : [];
  const condition = `(e.kind = 'person' OR e.cop_id = ANY(${given(copIds)}::uuid[]))`;
  return isMine ? condition : `NOT ${condition}`;
}

function filterConditions(filter: SearchFilter, given: Given): string[] {
  const { kind, copId, region, status, archived } = filter;
  return [
    ...(kind === undefined ? [] : [`e.kind = ${given(kind)}`]),
    ...(copId === undefined ? [] : [`e.cop_id = ${given(copId)}::uuid`]),
    ...(region === undefined ? [] : [`search_fold(c.region) = search_fold(${given(region)})`]),
    ...(status === undefined ? [] : [`c.status = ${given(status)}`]),
    ...(archived === 'true' ? [] : ['NOT e.is_archived AND c.archived_at IS NULL']),
  ];
}
