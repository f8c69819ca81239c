import { Injectable } from '@nestjs/common';
import type { AttachmentMediaType, CopRole, LibraryQuery, Person } from '@kring/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { personJson } from '../common/person-json.ts';
import { LibraryItemBytesEntity } from './library-item-bytes.entity.ts';
import { LibraryItemEntity } from './library-item.entity.ts';

/** A file or link, with the role in its CoP of the person who asks. */
export interface LibraryItemRow {
  readonly id: string;
  readonly copId: string;
  readonly title: string;
  readonly description: string;
  readonly url: string | null;
  readonly fileName: string | null;
  readonly mediaType: AttachmentMediaType | null;
  readonly size: number | null;
  readonly createdById: string;
  readonly addedBy: Person;
  readonly createdAt: Date;
  readonly isRemoved: boolean;
  readonly version: number;
  readonly myRole: CopRole | null;
}

interface LibraryFilter extends Pick<LibraryQuery, 'kind' | 'q'> {
  readonly copId: string;
  readonly personId: string;
  /** The last item that somebody has. */
  readonly after: string | null;
  readonly limit: number;
}

@Injectable()
export class LibraryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What stands in the library of a CoP, newest first. */
  async list({ copId, personId, kind, q, after, limit }: LibraryFilter): Promise<LibraryItemRow[]> {
    const parameters: unknown[] = [personId];
    const given = (value: unknown) => `$${parameters.push(value)}`;
    const conditions = [`i.cop_id = ${given(copId)}`, 'i.removed_at IS NULL'];
    if (kind !== undefined) conditions.push(`i.url IS ${kind === 'file' ? 'NULL' : 'NOT NULL'}`);
    if (after !== null) conditions.push(`i.id < ${given(after)}::uuid`);
    if (q !== undefined) {
      conditions.push(
        `NOT EXISTS (SELECT 1 FROM unnest(string_to_array(search_fold(${given(q)}), ' ')) AS word WHERE strpos(
           search_fold(concat_ws(' ', i.title, i.description, i.file_name, i.url)), word) = 0)`,
      );
    }
    return this.select(this.dataSource.manager, conditions.join(' AND '), parameters, limit);
  }

  async findById(id: string, personId: string, tx?: EntityManager): Promise<LibraryItemRow | null> {
    const rows = await this.select(tx ?? this.dataSource.manager, 'i.id = $2', [personId, id], 1);
    return rows[0] ?? null;
  }

  /** Holds changes of the CoP's members off, and makes others who want to change the item wait. */
  async lock(tx: EntityManager, id: string): Promise<void> {
    await tx.query(
      'SELECT 1 FROM cops WHERE id = (SELECT cop_id FROM library_items WHERE id = $1) FOR SHARE',
      [id],
    );
    await tx.query('SELECT 1 FROM library_items WHERE id = $1 FOR NO KEY UPDATE', [id]);
  }

  async readBytes(id: string): Promise<Buffer | null> {
    return (await this.dataSource.manager.findOneBy(LibraryItemBytesEntity, { itemId: id }))?.bytes ?? null;
  }

  /** In bytes, of all files of a CoP together that were not taken away. */
  async sizeOfCop(copId: string, tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ size: number }[]>(
      `SELECT coalesce(sum(size), 0)::float8 AS size FROM library_items WHERE cop_id = $1 AND removed_at IS NULL`,
      [copId],
    );
    return row?.size ?? 0;
  }

  async insert(
    tx: EntityManager,
    item: Partial<LibraryItemEntity> & { readonly id: string },
    bytes?: Uint8Array,
  ): Promise<void> {
    await tx.insert(LibraryItemEntity, item);
    if (bytes) await tx.insert(LibraryItemBytesEntity, { itemId: item.id, bytes: Buffer.from(bytes) });
  }

  async update(
    tx: EntityManager,
    id: string,
    changes: Partial<Pick<LibraryItemEntity, 'title' | 'description' | 'url'>>,
  ): Promise<void> {
    await tx.update(LibraryItemEntity, { id }, { ...changes, version: () => 'version + 1' });
  }

  async setRemoved(tx: EntityManager, id: string, isRemoved: boolean): Promise<void> {
    const removedAt = isRemoved ? () => 'now()' : null;
    await tx.update(LibraryItemEntity, { id }, { removedAt, version: () => 'version + 1' });
  }

  private async select(
    tx: EntityManager,
    condition: string,
    parameters: unknown[],
    limit: number,
  ): Promise<LibraryItemRow[]> {
    return tx.query<LibraryItemRow[]>(
      `SELECT i.id, i.cop_id AS "copId", i.title, i.description, i.url, i.file_name AS "fileName",
              i.media_type AS "mediaType", i.size, i.created_by_id AS "createdById", i.created_at AS "createdAt",
              i.removed_at IS NOT NULL AS "isRemoved", i.version, me.role AS "myRole",
              ${personJson('p', 'o')} AS "addedBy"
         FROM library_items i
         JOIN people p ON p.id = i.created_by_id
         LEFT JOIN organisations o ON o.id = p.organisation_id
         LEFT JOIN cop_members me ON me.cop_id = i.cop_id AND me.person_id = $1
        WHERE ${condition}
        ORDER BY i.id DESC
        LIMIT ${limit}`,
      parameters,
    );
  }
}
