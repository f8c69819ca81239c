import { Injectable } from '@nestjs/common';
import type { CopRole, Language, Person } from '@kring/contracts';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { cursorParts } from '../common/cursor.ts';
import { personJson } from '../common/person-json.ts';
import { CopMemberEntity } from './cop-member.entity.ts';

export interface CopMemberRow {
  readonly person: Person;
  readonly role: CopRole;
  readonly since: Date;
  /** What members are sorted by: facilitators first, then by name. */
  readonly rank: number;
  readonly sortName: string;
}

/** The last member that somebody has, by what members are sorted by. */
export const memberCursorSchema = z.tuple([cursorParts.place, cursorParts.text, cursorParts.id]);

const rank = "array_position(ARRAY['facilitator', 'participant', 'commenter', 'observer'], m.role)";

/** Somebody who decides on a CoP, with what a mail to them needs. */
export interface FacilitatorRow {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

@Injectable()
export class CopMembersRepository {
  constructor(private readonly dataSource: DataSource) {}

  async list(
    copId: string,
    after: z.infer<typeof memberCursorSchema> | null,
    limit: number,
  ): Promise<CopMemberRow[]> {
    const condition = after ? `(${rank}, lower(p.name), p.id) > ($3::integer, $4::text, $5::uuid)` : 'TRUE';
    return this.select(condition, [copId, limit, ...(after ?? [])], this.dataSource.manager);
  }

  async find(tx: EntityManager, copId: string, personId: string): Promise<CopMemberRow | null> {
    return (await this.select('m.person_id = $3', [copId, 1, personId], tx))[0] ?? null;
  }

  async findRole(copId: string, personId: string, tx: EntityManager): Promise<CopRole | null> {
    return (await tx.findOneBy(CopMemberEntity, { copId, personId }))?.role ?? null;
  }

  /** Facilitators who can sign in. */
  async listFacilitators(tx: EntityManager, copId: string): Promise<FacilitatorRow[]> {
    return tx.query<FacilitatorRow[]>(
      `SELECT p.id AS "personId", p.name, p.email, p.language
         FROM cop_members m JOIN people p ON p.id = m.person_id
        WHERE m.cop_id = $1 AND m.role = 'facilitator' AND p.disabled_at IS NULL
        ORDER BY m.since, p.id`,
      [copId],
    );
  }

  /** Whoever founds a CoP, or comes when there is no welcome to read, counts as welcomed. */
  async save(tx: EntityManager, copId: string, personId: string, role: CopRole): Promise<void> {
    await tx.query(
      `INSERT INTO cop_members (cop_id, person_id, role, welcomed_at)
       SELECT cop.id, $2::uuid, $3::text,
              CASE WHEN cop.welcome = '' OR NOT EXISTS (SELECT 1 FROM cop_members m WHERE m.cop_id = cop.id) THEN now() END
         FROM cops cop WHERE cop.id = $1
       ON CONFLICT (cop_id, person_id) DO UPDATE SET role = excluded.role`,
      [copId, personId, role],
    );
  }

  async setSince(tx: EntityManager, copId: string, personId: string, since: Date): Promise<void> {
    await tx.update(CopMemberEntity, { copId, personId }, { since });
  }

  /** A second time changes nothing. */
  async markWelcomed(tx: EntityManager, copId: string, personId: string): Promise<void> {
    await tx.update(
      CopMemberEntity,
      { copId, personId, welcomedAt: IsNull() },
      { welcomedAt: () => 'now()' },
    );
  }

  async delete(tx: EntityManager, copId: string, personId: string): Promise<void> {
    await tx.delete(CopMemberEntity, { copId, personId });
  }

  private async select(
    condition: string,
    parameters: [copId: string, limit: number, ...unknown[]],
    tx: EntityManager,
  ): Promise<CopMemberRow[]> {
    return tx.query<CopMemberRow[]>(
      `SELECT ${personJson('p', 'o')} AS person, m.role, m.since, ${rank} AS rank, lower(p.name) AS "sortName"
         FROM cop_members m
         JOIN people p ON p.id = m.person_id
         LEFT JOIN organisations o ON o.id = p.organisation_id
        WHERE m.cop_id = $1 AND ${condition}
        ORDER BY ${rank}, lower(p.name), p.id
        LIMIT $2`,
      parameters,
    );
  }
}
