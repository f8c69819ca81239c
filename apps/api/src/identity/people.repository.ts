import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { cursorParts } from '../common/cursor.ts';
import { PersonEntity } from './person.entity.ts';
import type { PersonRow } from './person.mapper.ts';

/** The last person that somebody has. */
export const personCursorSchema = z.tuple([cursorParts.text, cursorParts.id]);

interface PeopleFilter {
  readonly text: string | undefined;
  readonly after: z.infer<typeof personCursorSchema> | null;
  readonly limit: number;
}

const selectPeople = `
  SELECT p.id, p.name, p.email, p.job_title AS "jobTitle", p.organisation_id AS "organisationId",
         o.name AS "organisationName", p.language, p.platform_role AS "platformRole",
         p.password_hash IS NOT NULL AS "hasPassword", p.disabled_at AS "disabledAt", p.last_seen_at AS "lastSeenAt",
         lower(p.name) AS "sortName"
    FROM people p LEFT JOIN organisations o ON o.id = p.organisation_id`;

@Injectable()
export class PeopleRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findById(id: string, tx: EntityManager = this.dataSource.manager): Promise<PersonRow | null> {
    const rows = await tx.query<PersonRow[]>(`${selectPeople} WHERE p.id = $1`, [id]);
    return rows[0] ?? null;
  }

  async findByEmail(email: string, tx: EntityManager = this.dataSource.manager): Promise<PersonRow | null> {
    const rows = await tx.query<PersonRow[]>(`${selectPeople} WHERE p.email = $1`, [email]);
    return rows[0] ?? null;
  }

  async listByIds(ids: readonly string[], tx: EntityManager = this.dataSource.manager): Promise<PersonRow[]> {
    return tx.query<PersonRow[]>(`${selectPeople} WHERE p.id = ANY($1::uuid[])`, [ids]);
  }

  /** By name; every word of `text` stands in the name, the address or the name of the organisation. */
  async list({ text, after, limit }: PeopleFilter): Promise<PersonRow[]> {
    const parameters: unknown[] = [];
    const given = (value: unknown) => `$${parameters.push(value)}`;
    const words = text?.toLowerCase().split(/\s+/) ?? [];
    const conditions = words.map(
      (word) => `strpos(lower(concat_ws(' ', p.name, p.email, o.name)), ${given(word)}) > 0`,
    );
    if (after) {
      const [sortName, id] = after;
      conditions.push(`(lower(p.name), p.id) > (${given(sortName)}::text, ${given(id)}::uuid)`);
    }
    const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
    return this.dataSource.query<PersonRow[]>(
      `${selectPeople} ${where} ORDER BY lower(p.name), p.id LIMIT ${given(limit)}`,
      parameters,
    );
  }

  async findPasswordHash(
    personId: string,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<string | null> {
    const person = await tx.findOne(PersonEntity, {
      select: { id: true, passwordHash: true },
      where: { id: personId },
    });
    return person?.passwordHash ?? null;
  }

  /**
   * Holds changes of a person off until the transaction ends. False when they cannot sign in any more, or no longer
   * with the password of this hash.
   */
  async lockForSignIn(tx: EntityManager, personId: string, passwordHash: string | null): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `SELECT 1 FROM people
        WHERE id = $1 AND disabled_at IS NULL AND ($2::text IS NULL OR password_hash = $2) FOR NO KEY UPDATE`,
      [personId, passwordHash],
    );
    return rows.length > 0;
  }

  async insert(tx: EntityManager, person: Partial<PersonEntity> & { id: string }): Promise<void> {
    await tx.insert(PersonEntity, person);
  }

  async update(tx: EntityManager, id: string, changes: Partial<PersonEntity>): Promise<void> {
    if (Object.keys(changes).length > 0) await tx.update(PersonEntity, { id }, changes);
  }

  async countOfOrganisation(
    organisationId: string,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<number> {
    return tx.countBy(PersonEntity, { organisationId });
  }

  /** Returns the ids of whom it moved. */
  async moveOrganisation(tx: EntityManager, fromId: string, toId: string): Promise<string[]> {
    const [rows] = (await tx.query(
      'UPDATE people SET organisation_id = $2 WHERE organisation_id = $1 RETURNING id',
      [fromId, toId],
    )) as [{ id: string }[], number];
    return rows.map(({ id }) => id);
  }

  /** Locks the administrators who can sign in, so that two of them cannot leave none, and returns their ids. */
  async lockAdministrators(tx: EntityManager): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      "SELECT id FROM people WHERE platform_role = 'administrator' AND disabled_at IS NULL ORDER BY id FOR UPDATE",
    );
    return rows.map(({ id }) => id);
  }

  async hasAdministrator(tx: EntityManager = this.dataSource.manager): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      "SELECT 1 FROM people WHERE platform_role = 'administrator' AND disabled_at IS NULL LIMIT 1",
    );
    return rows.length > 0;
  }
}
