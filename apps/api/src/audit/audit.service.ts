import { Injectable } from '@nestjs/common';
import type { AuditEvent, PageOf } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { cursorParts, readCursor, toPage } from '../common/cursor.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import type { Actor } from '../identity/actor.ts';
import { AuditEventEntity } from './audit-event.entity.ts';
import { AuditRepository } from './audit.repository.ts';

const pageSize = 100;
/** Ids are in order of time. */
const cursorSchema = z.tuple([cursorParts.id]);

/** One act to remember: ids only, never content. */
export interface AuditRecord {
  /** Who did it; null for somebody who is not signed in, or the server itself. */
  readonly actor: Pick<Actor, 'personId'> | null;
  /** What was done, in the words of the policy's actions where there is one (`cop.invite`). */
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string | null;
  readonly result: 'done' | 'refused';
  /** From where; undefined for what the server does by itself. */
  readonly origin?: RequestOrigin | undefined;
}

/** The audit trail: written in the transaction of the act, never changed. */
@Injectable()
export class AuditService {
  constructor(private readonly events: AuditRepository) {}

  /** Newest first. */
  async list(cursor: string | undefined): Promise<PageOf<AuditEvent>> {
    const [before] = readCursor(cursor, cursorSchema) ?? [];
    return toPage(await this.events.list(before, pageSize + 1), pageSize, {
      item: ({ at, ...row }) => ({ ...row, at: at.toISOString() }),
      cursor: ({ id }) => [id],
    });
  }

  async record(tx: EntityManager, record: AuditRecord): Promise<void> {
    await tx.insert(AuditEventEntity, {
      id: uuidv7(),
      actorId: record.actor?.personId ?? null,
      action: record.action,
      objectType: record.objectType,
      objectId: record.objectId,
      result: record.result,
      address: record.origin?.address ?? '',
      correlationId: record.origin?.correlationId ?? '',
    });
  }
}
