import { Injectable } from '@nestjs/common';
import { mentionableLimit, type CopRole, type Mentionable } from '@kring/contracts';
import { caseScope, type Principal } from '@kring/domain';
import { DataSource } from 'typeorm';
import { caseScopeCondition } from '../cases/case-facts-access.ts';

export interface MemberRow {
  readonly id: string;
  readonly label: string;
  readonly affiliation: string;
  readonly role: CopRole;
}

/** A name in which a word begins as typed comes before one that only has it in the middle. */
const isFound = (name: string, parameter: string) => `strpos(lower(${name}), lower(${parameter})) > 0`;
const startsWord = (name: string, parameter: string) =>
  `strpos(' ' || lower(${name}), ' ' || lower(${parameter})) > 0`;

@Injectable()
export class MentionablesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Members of a CoP whose name or organisation holds these words, whatever they may see. */
  async listMembers(copId: string, query: string): Promise<MemberRow[]> {
    return this.dataSource.query<MemberRow[]>(
      `SELECT p.id, p.name AS label, coalesce(o.name, '') AS affiliation, m.role
         FROM cop_members m
         JOIN people p ON p.id = m.person_id AND p.disabled_at IS NULL
         LEFT JOIN organisations o ON o.id = p.organisation_id
        WHERE m.cop_id = $1 AND (${isFound('p.name', '$2')} OR ${isFound(`coalesce(o.name, '')`, '$2')})
        ORDER BY ${startsWord('p.name', '$2')} DESC, p.name, p.id`,
      [copId, query],
    );
  }

  async listCases(principal: Principal, query: string): Promise<Mentionable['cases']> {
    const parameters: unknown[] = [query, mentionableLimit];
    const isVisible = caseScopeCondition(caseScope(principal), parameters);
    return this.dataSource.query<Mentionable['cases']>(
      `SELECT c.id, c.title AS label, cop.name AS cop
         FROM cases c JOIN cops cop ON cop.id = c.cop_id
        WHERE c.archived_at IS NULL AND ${isFound('c.title', '$1')} AND ${isVisible}
        ORDER BY ${startsWord('c.title', '$1')} DESC, c.title, c.id LIMIT $2`,
      parameters,
    );
  }

  async listOrganisations(query: string): Promise<Mentionable['organisations']> {
    return this.dataSource.query<Mentionable['organisations']>(
      `SELECT o.id, o.name AS label
         FROM organisations o
        WHERE ${isFound('o.name', '$1')} OR lower(o.abbreviation) = lower($1)
        ORDER BY lower(o.abbreviation) = lower($1) DESC, ${startsWord('o.name', '$1')} DESC, o.name, o.id LIMIT $2`,
      [query, mentionableLimit],
    );
  }
}
