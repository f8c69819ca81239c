import { Injectable } from '@nestjs/common';
import { DataSource, In, Raw, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { cursorParts } from '../common/cursor.ts';
import { OrganisationNameEntity } from './organisation-name.entity.ts';
import { OrganisationEntity } from './organisation.entity.ts';

/** The last organisation that somebody has. */
export const organisationCursorSchema = z.tuple([cursorParts.text, cursorParts.id]);

const isId = (id: string | null): id is string => id !== null;

@Injectable()
export class OrganisationsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** By name. */
  async list(
    after: z.infer<typeof organisationCursorSchema> | null,
    limit: number,
  ): Promise<OrganisationEntity[]> {
    const [name, id] = after ?? [];
    const isAfter = (column: string) => `(${column}, id) > (:name, :id::uuid)`;
    return this.dataSource.manager.find(OrganisationEntity, {
      ...(after && { where: { name: Raw(isAfter, { name, id }) } }),
      order: { name: 'ASC', id: 'ASC' },
      take: limit,
    });
  }

  /** Newest first. */
  async listFormerNames(
    organisationIds: readonly string[],
    tx: EntityManager = this.dataSource.manager,
  ): Promise<OrganisationNameEntity[]> {
    return tx.find(OrganisationNameEntity, {
      where: { organisationId: In(organisationIds) },
      order: { until: 'DESC', id: 'DESC' },
    });
  }

  async isSlugTaken(tx: EntityManager, slug: string): Promise<boolean> {
    return tx.existsBy(OrganisationEntity, { slug });
  }

  async findForUpdate(tx: EntityManager, id: string): Promise<OrganisationEntity | null> {
    return tx.findOne(OrganisationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: EntityManager, organisation: Partial<OrganisationEntity> & { id: string }): Promise<void> {
    await tx.insert(OrganisationEntity, organisation);
  }

  async update(tx: EntityManager, id: string, changes: Partial<OrganisationEntity>): Promise<void> {
    if (Object.keys(changes).length > 0) await tx.update(OrganisationEntity, { id }, changes);
  }

  async insertFormerName(
    tx: EntityManager,
    organisationId: string,
    name: string,
    until: Date = new Date(),
  ): Promise<void> {
    await tx.insert(OrganisationNameEntity, { id: uuidv7(), organisationId, name, until });
  }

  async findById(id: string): Promise<OrganisationEntity | null> {
    return this.dataSource.manager.findOneBy(OrganisationEntity, { id });
  }

  /** What stands under an organisation, is above it, and went up in it or it in what; by name. */
  async listAround({ id, parentId, successorId }: OrganisationEntity): Promise<OrganisationEntity[]> {
    return this.dataSource.manager.find(OrganisationEntity, {
      where: [{ parentId: id }, { successorId: id }, { id: In([parentId, successorId].filter(isId)) }],
      order: { name: 'ASC', id: 'ASC' },
    });
  }

  /** CoPs can be seen by everybody who is signed in. */
  async listCoordinatedCops(id: string): Promise<{ slug: string; name: string }[]> {
    return this.dataSource.query(
      'SELECT slug, name FROM cops WHERE coordinator_id = $1 ORDER BY lower(name), id',
      [id],
    );
  }

  async countParts(id: string, tx: EntityManager = this.dataSource.manager): Promise<number> {
    return tx.countBy(OrganisationEntity, { parentId: id });
  }

  async moveParts(tx: EntityManager, fromId: string, toId: string): Promise<void> {
    await tx.update(OrganisationEntity, { parentId: fromId }, { parentId: toId });
  }

  /** Nobody else makes organisations or moves them in the tree until the transaction ends. */
  async lockTree(tx: EntityManager): Promise<void> {
    await tx.query("SELECT pg_advisory_xact_lock(hashtext('kring organisations'))");
  }

  /** True when `candidateId` is the organisation itself or stands somewhere under it. */
  async isWithin(tx: EntityManager, organisationId: string, candidateId: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `WITH RECURSIVE ancestors AS (
         SELECT id, parent_id FROM organisations WHERE id = $2
         UNION
         SELECT o.id, o.parent_id FROM organisations o JOIN ancestors a ON o.id = a.parent_id)
       SELECT 1 FROM ancestors WHERE id = $1`,
      [organisationId, candidateId],
    );
    return rows.length > 0;
  }
}
