import { Injectable } from '@nestjs/common';
import type { Person } from '@kring/contracts';
import type { CopScope } from '@kring/domain';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { personJson } from '../common/person-json.ts';
import { CopJoinRequestEntity } from './cop-join-request.entity.ts';

export interface JoinRequestRow {
  readonly id: string;
  readonly person: Person;
  readonly motivation: string;
  readonly createdAt: Date;
  readonly cop: { readonly slug: string; readonly name: string };
}

const most = 100;

@Injectable()
export class CopJoinRequestsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Requests that wait, oldest first, of the CoPs of a scope. */
  async listOpen(scope: CopScope): Promise<JoinRequestRow[]> {
    if (scope.kind === 'none') return [];
    const copIds = scope.kind === 'some' ? scope.copIds : null;
    return this.dataSource.query<JoinRequestRow[]>(
      `SELECT r.id, ${personJson('p', 'o')} AS person, r.motivation, r.created_at AS "createdAt",
              json_build_object('slug', cop.slug, 'name', cop.name) AS cop
         FROM cop_join_requests r
         JOIN cops cop ON cop.id = r.cop_id
         JOIN people p ON p.id = r.person_id
         LEFT JOIN organisations o ON o.id = p.organisation_id
        WHERE r.decided_at IS NULL AND p.disabled_at IS NULL AND ($1::uuid[] IS NULL OR r.cop_id = ANY($1::uuid[]))
        ORDER BY r.created_at, r.id
        LIMIT ${most}`,
      [copIds],
    );
  }

  async find(tx: EntityManager, copId: string, id: string): Promise<CopJoinRequestEntity | null> {
    return tx.findOneBy(CopJoinRequestEntity, { id, copId });
  }

  async hasOpen(tx: EntityManager, copId: string, personId: string): Promise<boolean> {
    return tx.existsBy(CopJoinRequestEntity, { copId, personId, decidedAt: IsNull() });
  }

  async isAnyOpen(tx: EntityManager, copId: string): Promise<boolean> {
    return tx.existsBy(CopJoinRequestEntity, { copId, decidedAt: IsNull() });
  }

  /** Whether somebody was told no in the last fortnight. */
  async wasDeclinedRecently(tx: EntityManager, copId: string, personId: string): Promise<boolean> {
    const found = await tx.query<unknown[]>(
      `SELECT 1 FROM cop_join_requests WHERE cop_id = $1 AND person_id = $2 AND decision = 'decline'
          AND decided_at > now() - interval '14 days' LIMIT 1`,
      [copId, personId],
    );
    return found.length > 0;
  }

  async insert(tx: EntityManager, request: Partial<CopJoinRequestEntity> & { id: string }): Promise<void> {
    await tx.insert(CopJoinRequestEntity, request);
  }

  async decide(
    tx: EntityManager,
    id: string,
    decision: 'accept' | 'decline',
    decidedById: string,
  ): Promise<void> {
    await tx.update(CopJoinRequestEntity, { id }, { decision, decidedById, decidedAt: () => 'now()' });
  }

  /** Somebody has become a member another way. */
  async closeOf(tx: EntityManager, copId: string, personId: string, decidedById: string): Promise<void> {
    await tx.update(
      CopJoinRequestEntity,
      { copId, personId, decidedAt: IsNull() },
      { decision: 'accept', decidedById, decidedAt: () => 'now()' },
    );
  }
}
