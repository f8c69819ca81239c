import { Injectable } from '@nestjs/common';
import type { CaseFacets, CaseFacetsQuery } from '@kring/contracts';
import { caseScope, type Principal } from '@kring/domain';
import { DataSource } from 'typeorm';
import { caseScopeCondition } from './case-facts-access.ts';
import { facetConditions, type CaseFacet } from './case-facets.ts';

/** More than one can choose from; of those with most cases. */
const mostRegions = 100;

@Injectable()
export class CaseFacetsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Counts the cases of a CoP that this person sees, and no others. */
  async count(principal: Principal, copId: string, filter: CaseFacetsQuery): Promise<CaseFacets> {
    const parameters: unknown[] = [];
    const given = (value: unknown) => `$${parameters.push(value)}`;
    const seen = [
      caseScopeCondition(caseScope(principal), parameters),
      `c.cop_id = ${given(copId)}`,
      `c.archived_at IS ${filter.archived === 'true' ? 'NOT NULL' : 'NULL'}`,
    ];
    const conditions = facetConditions(filter, given);
    const but = (facet: CaseFacet | null) =>
      Object.entries(conditions)
        .filter(([name]) => name !== facet)
        .map(([, condition]) => ` AND ${condition}`)
        .join('');
    const [counted] = await this.dataSource.query<CaseFacets[]>(
      `WITH c AS MATERIALIZED (SELECT c.status, c.region, c.themes FROM cases c WHERE ${seen.join(' AND ')})
       SELECT (SELECT count(*)::int FROM c) AS all,
              (SELECT count(*)::int FROM c WHERE true${but(null)}) AS found,
              ${list(`SELECT c.status, count(*)::int FROM c WHERE true${but('status')} GROUP BY c.status`)} AS statuses,
              ${list(
                `SELECT region, count FROM (
                   SELECT min(c.region) AS region, count(*)::int FROM c WHERE c.region <> ''${but('region')}
                    GROUP BY lower(c.region) ORDER BY count(*) DESC, lower(min(c.region)) LIMIT ${mostRegions}) most
                  ORDER BY lower(region)`,
              )} AS regions,
              ${list(
                `SELECT theme, count(*)::int FROM c, unnest(c.themes) AS theme WHERE true${but('theme')} GROUP BY theme`,
              )} AS themes`,
      parameters,
    );
    if (!counted) throw new Error('Counting gave no answer');
    return counted;
  }
}

const list = (query: string) => `coalesce((SELECT json_agg(row_to_json(f)) FROM (${query}) f), '[]'::json)`;
