import { Injectable } from '@nestjs/common';
import type { DirectoryPerson, DirectoryQuery, Person } from '@kring/contracts';
import type { PersonScope } from '@kring/domain';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { cursorParts } from '../common/cursor.ts';
import { personJson } from '../common/person-json.ts';

/** Somebody with the facts that decide on who sees them. */
export interface DirectoryRow {
  readonly person: Person;
  readonly isDisabled: boolean;
  readonly cops: DirectoryPerson['cops'];
}

/** The last person that somebody has: by their name in the list, and which one it is. */
export const directoryCursorSchema = z.tuple([cursorParts.text, cursorParts.id]);

export interface ListedPersonRow extends DirectoryRow {
  /** The name as the list is sorted by it. */
  readonly sortName: string;
}

interface DirectoryFilter extends Omit<DirectoryQuery, 'cursor'> {
  readonly after: z.infer<typeof directoryCursorSchema> | null;
  readonly limit: number;
}

const cops = `coalesce((SELECT json_agg(json_build_object('id', cop.id, 'slug', cop.slug, 'name', cop.name)
                                        ORDER BY lower(cop.name), cop.id)
                          FROM cop_members m JOIN cops cop ON cop.id = m.cop_id
                         WHERE m.person_id = p.id), '[]'::json)`;

@Injectable()
export class DirectoryRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findById(personId: string): Promise<DirectoryRow | null> {
    const rows = await this.dataSource.query<DirectoryRow[]>(
      `SELECT ${personJson('p', 'o')} AS person, p.disabled_at IS NOT NULL AS "isDisabled",
              ${cops} AS cops
         FROM people p LEFT JOIN organisations o ON o.id = p.organisation_id
        WHERE p.id = $1`,
      [personId],
    );
    return rows[0] ?? null;
  }

  /** The people of a scope who can sign in, by name. */
  async list(
    scope: PersonScope,
    { q, organisationId, copId, after, limit }: DirectoryFilter,
  ): Promise<ListedPersonRow[]> {
    const parameters: unknown[] = [];
    const given = (value: unknown) => `$${parameters.push(value)}`;
    const conditions = ['p.disabled_at IS NULL', scopeCondition(scope, given)];
    if (organisationId !== undefined) conditions.push(`p.organisation_id = ${given(organisationId)}::uuid`);
    if (copId !== undefined) conditions.push(isMember(`= ${given(copId)}::uuid`));
    if (q !== undefined) {
      conditions.push(
        `NOT EXISTS (SELECT 1 FROM unnest(string_to_array(search_fold(${given(q)}), ' ')) AS word WHERE strpos(
           search_fold(concat_ws(' ', p.name, p.job_title, o.name)), word) = 0)`,
      );
    }
    if (after) {
      const [name, id] = after;
      conditions.push(`(lower(p.name), p.id) > (${given(name)}, ${given(id)}::uuid)`);
    }
    return this.dataSource.query<ListedPersonRow[]>(
      `SELECT ${personJson('p', 'o')} AS person, false AS "isDisabled", lower(p.name) AS "sortName", ${cops} AS cops
         FROM people p LEFT JOIN organisations o ON o.id = p.organisation_id
        WHERE ${conditions.join(' AND ')}
        ORDER BY lower(p.name), p.id LIMIT ${limit}`,
      parameters,
    );
  }
}

const isMember = (ofCop: string) =>
  `EXISTS (SELECT 1 FROM cop_members f WHERE f.person_id = p.id AND f.cop_id ${ofCop})`;

/** The condition over `people p` that finds exactly the people of a scope who can sign in. */
function scopeCondition(scope: PersonScope, given: (value: unknown) => string): string {
  if (scope.kind !== 'people') return String(scope.kind === 'all');
  return `(p.id = ${given(scope.selfId)}::uuid OR ${isMember(`= ANY(${given(scope.copIds)}::uuid[])`)})`;
}
