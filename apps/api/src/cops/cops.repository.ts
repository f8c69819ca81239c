import { Injectable } from '@nestjs/common';
import type { CopRole } from '@kring/contracts';
import { caseScope, type Principal } from '@kring/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { caseScopeCondition } from '../cases/case-facts-access.ts';
import { CopEntity } from './cop.entity.ts';

/** A CoP as one person sees it. */
export interface CopRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly question: string;
  readonly coordinator: { readonly id: string; readonly name: string } | null;
  readonly purpose: string;
  readonly audience: string;
  readonly workingAgreements: string;
  readonly welcome: string;
  readonly houseRules: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly memberCount: number;
  readonly caseCount: number;
  readonly myRole: CopRole | null;
  readonly hasAskedToJoin: boolean;
  /** A member who has not put the welcome away. */
  readonly isUnwelcomed: boolean;
}

const noOne = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class CopsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findById(principal: Principal, id: string, tx?: EntityManager): Promise<CopRow | null> {
    return (await this.select(principal, 'cop.id = $1', id, tx))[0] ?? null;
  }

  async findBySlug(principal: Principal, slug: string): Promise<CopRow | null> {
    return (await this.select(principal, 'cop.slug = $1', slug))[0] ?? null;
  }

  async listAll(principal: Principal): Promise<CopRow[]> {
    return this.select(principal, '$1::text IS NULL', null);
  }

  /** The CoPs that this person is a member of. */
  async listMine(principal: Principal): Promise<CopRow[]> {
    const isMine = 'cop.id IN (SELECT mine.cop_id FROM cop_members mine WHERE mine.person_id = $2)';
    return this.select(principal, `$1::text IS NULL AND ${isMine}`, null);
  }

  /** Makes everybody else who wants to change the CoP or its members wait until this transaction ends. */
  async lock(tx: EntityManager, id: string): Promise<void> {
    await tx.query('SELECT 1 FROM cops WHERE id = $1 FOR NO KEY UPDATE', [id]);
  }

  async insert(tx: EntityManager, cop: Partial<CopEntity> & { id: string }): Promise<void> {
    await tx.insert(CopEntity, cop);
  }

  async update(tx: EntityManager, id: string, changes: Partial<CopEntity>): Promise<void> {
    await tx.update(CopEntity, { id }, { ...changes, version: () => 'version + 1' });
  }

  async countCoordinatedBy(
    organisationId: string,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<number> {
    return tx.countBy(CopEntity, { coordinatorId: organisationId });
  }

  async moveCoordinator(tx: EntityManager, fromId: string, toId: string): Promise<void> {
    await tx.update(
      CopEntity,
      { coordinatorId: fromId },
      { coordinatorId: toId, version: () => 'version + 1' },
    );
  }

  async isSlugTaken(tx: EntityManager, slug: string): Promise<boolean> {
    return tx.existsBy(CopEntity, { slug });
  }

  private async select(
    principal: Principal,
    condition: string,
    value: string | null,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<CopRow[]> {
    const parameters: unknown[] = [value, principal.kind === 'person' ? principal.personId : noOne];
    const isVisibleCase = caseScopeCondition(caseScope(principal), parameters);
    return tx.query<CopRow[]>(
      `WITH chosen AS MATERIALIZED (SELECT cop.id FROM cops cop WHERE ${condition}),
            members AS (SELECT m.cop_id, count(*)::int AS count FROM cop_members m
                         WHERE m.cop_id IN (SELECT id FROM chosen) GROUP BY m.cop_id),
            visible AS (SELECT c.cop_id, count(*)::int AS count FROM cases c
                         WHERE c.cop_id IN (SELECT id FROM chosen) AND c.archived_at IS NULL AND ${isVisibleCase}
                         GROUP BY c.cop_id)
       SELECT cop.id, cop.slug, cop.name, cop.question, cop.purpose, cop.audience,
              cop.working_agreements AS "workingAgreements", cop.version, cop.created_at AS "createdAt",
              CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'name', o.name) END AS coordinator,
              coalesce(members.count, 0) AS "memberCount", coalesce(visible.count, 0) AS "caseCount",
              cop.welcome, cop.house_rules AS "houseRules",
              me.role AS "myRole", me.role IS NOT NULL AND me.welcomed_at IS NULL AS "isUnwelcomed",
              EXISTS (SELECT 1 FROM cop_join_requests r
                       WHERE r.cop_id = cop.id AND r.person_id = $2 AND r.decided_at IS NULL) AS "hasAskedToJoin"
         FROM chosen JOIN cops cop ON cop.id = chosen.id
         LEFT JOIN members ON members.cop_id = cop.id
         LEFT JOIN visible ON visible.cop_id = cop.id
         LEFT JOIN organisations o ON o.id = cop.coordinator_id
         LEFT JOIN cop_members me ON me.cop_id = cop.id AND me.person_id = $2
        ORDER BY lower(cop.name), cop.id`,
      parameters,
    );
  }
}
