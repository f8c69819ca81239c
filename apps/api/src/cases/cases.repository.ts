import { Injectable } from '@nestjs/common';
import type { CaseFacetsQuery, CaseTheme, CopRole, Person } from '@kring/contracts';
import { caseScope, type Principal } from '@kring/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { cursorParts, fromInstantSql, toInstantSql } from '../common/cursor.ts';
import { personJson } from '../common/person-json.ts';
import { CaseEntity } from './case.entity.ts';
import { caseFactsColumns, caseScopeCondition, type CaseFactsRow } from './case-facts-access.ts';
import { facetConditions } from './case-facets.ts';

/** A case with the facts that decide on it, and the role in its CoP of the person who asks. */
export interface CaseRow extends CaseFactsRow {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly region: string;
  readonly themes: readonly CaseTheme[];
  readonly isExample: boolean;
  readonly updatedAt: Date;
  /** `updatedAt` as a cursor has it. */
  readonly changedAt: string;
  readonly version: number;
  readonly noteCount: number;
  readonly holder: Person;
  readonly cop: { readonly id: string; readonly slug: string; readonly name: string };
  readonly myRole: CopRole | null;
}

/** The last case that somebody has: when it changed, and which one it is. */
export const caseCursorSchema = z.tuple([cursorParts.instant, cursorParts.id]);

interface CaseFilter extends Omit<CaseFacetsQuery, 'archived'> {
  readonly copId?: string;
  readonly holderId?: string;
  readonly isArchived?: boolean;
  readonly after?: z.infer<typeof caseCursorSchema> | null;
  readonly limit: number;
}

const noOne = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class CasesRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findById(
    id: string,
    personId: string,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<CaseRow | null> {
    return (await this.select(tx, 'c.id = $2', [personId, id], 1))[0] ?? null;
  }

  /** Cases that this person sees, newest change first. */
  async list(principal: Principal, filter: CaseFilter): Promise<CaseRow[]> {
    const personId = principal.kind === 'person' ? principal.personId : noOne;
    const parameters: unknown[] = [personId];
    const conditions = [caseScopeCondition(caseScope(principal), parameters)];
    const given = (value: unknown) => `$${parameters.push(value)}`;
    if (filter.copId !== undefined) conditions.push(`c.cop_id = ${given(filter.copId)}`);
    if (filter.holderId !== undefined) conditions.push(`c.holder_id = ${given(filter.holderId)}`);
    conditions.push(...Object.values(facetConditions(filter, given)));
    conditions.push(`c.archived_at IS ${filter.isArchived ? 'NOT NULL' : 'NULL'}`);
    if (filter.after) {
      const [changedAt, id] = filter.after;
      conditions.push(`(c.updated_at, c.id) < (${fromInstantSql(given(changedAt))}, ${given(id)}::uuid)`);
    }
    return this.select(this.dataSource.manager, conditions.join(' AND '), parameters, filter.limit);
  }

  /** Makes everybody else who wants to change the case wait until this transaction ends. */
  async lock(tx: EntityManager, id: string): Promise<void> {
    await tx.query('SELECT 1 FROM cases WHERE id = $1 FOR NO KEY UPDATE', [id]);
  }

  /**
   * Holds changes of the CoP's members and of the case off until this transaction ends, and nobody who contributes
   * beside it: a change reaches every note that there is, so none may come into being meanwhile.
   */
  async lockShared(tx: EntityManager, id: string): Promise<void> {
    await tx.query('SELECT 1 FROM cops WHERE id = (SELECT cop_id FROM cases WHERE id = $1) FOR SHARE', [id]);
    await tx.query('SELECT 1 FROM cases WHERE id = $1 FOR SHARE', [id]);
  }

  async insert(tx: EntityManager, row: Partial<CaseEntity> & { id: string }): Promise<void> {
    await tx.insert(CaseEntity, row);
  }

  async update(tx: EntityManager, id: string, changes: Partial<CaseEntity>): Promise<void> {
    await tx.update(
      CaseEntity,
      { id },
      { ...changes, version: () => 'version + 1', updatedAt: () => 'now()' },
    );
  }

  /** The case has changed when somebody last wrote in this note of it, or later. No version: its own fields are as they were. */
  async touch(noteId: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE cases c SET updated_at = work.at
         FROM (SELECT n.case_id, greatest(n.created_at, max(w.written_at)) AS at
                 FROM notes n LEFT JOIN document_writers w ON w.document_id = n.document_id
                WHERE n.id = $1 GROUP BY n.id) work
        WHERE c.id = work.case_id AND c.updated_at < work.at`,
      [noteId],
    );
  }

  async setArchived(tx: EntityManager, id: string, isArchived: boolean): Promise<void> {
    await tx.update(
      CaseEntity,
      { id },
      {
        archivedAt: isArchived ? () => 'now()' : null,
        version: () => 'version + 1',
        updatedAt: () => 'now()',
      },
    );
  }

  private async select(
    tx: EntityManager,
    condition: string,
    parameters: unknown[],
    limit: number,
  ): Promise<CaseRow[]> {
    return tx.query<CaseRow[]>(
      `SELECT c.id, c.title, c.question, c.region, c.themes, c.is_example AS "isExample", c.updated_at AS "updatedAt",
              ${toInstantSql('c.updated_at')} AS "changedAt", c.version, ${caseFactsColumns}, ${personJson('p', 'o')} AS holder, me.role AS "myRole",
              json_build_object('id', cop.id, 'slug', cop.slug, 'name', cop.name) AS cop,
              (SELECT count(*)::int FROM notes n WHERE n.case_id = c.id AND n.archived_at IS NULL) AS "noteCount"
         FROM cases c
         JOIN cops cop ON cop.id = c.cop_id
         JOIN people p ON p.id = c.holder_id
         LEFT JOIN organisations o ON o.id = p.organisation_id
         LEFT JOIN cop_members me ON me.cop_id = c.cop_id AND me.person_id = $1
        WHERE ${condition}
        ORDER BY c.updated_at DESC, c.id DESC
        LIMIT ${limit}`,
      parameters,
    );
  }
}
