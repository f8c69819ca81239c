import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditEventEntity } from './audit-event.entity.ts';

export type AuditRow = Pick<
  AuditEventEntity,
  'id' | 'at' | 'action' | 'objectType' | 'objectId' | 'result'
> & { readonly actorName: string | null };

@Injectable()
export class AuditRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first; ids are in order of time. */
  async list(before: string | undefined, limit: number): Promise<AuditRow[]> {
    return this.dataSource.query<AuditRow[]>(
      `SELECT a.id, a.at, p.name AS "actorName", a.action, a.object_type AS "objectType",
              a.object_id AS "objectId", a.result
         FROM audit_events a LEFT JOIN people p ON p.id = a.actor_id
        WHERE $1::uuid IS NULL OR a.id < $1::uuid
        ORDER BY a.id DESC LIMIT $2`,
      [before ?? null, limit],
    );
  }
}
