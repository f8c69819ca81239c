import type { Credentials } from '@kring/collab-engine';
import { idSchema } from '@kring/contracts';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.ts';

/** Somebody who comes back at once to be cut off again is written down once in this time. */
const ONCE_IN_MS = 60_000;

/** Writes down in the audit trail who was cut off from a live text for what they sent. */
@Injectable()
export class CutOffRecorder {
  private readonly logger = new Logger('Collab');
  /** When each record was made: nobody can fill the trail. */
  private readonly recordedAt = new Map<string, number>();

  constructor(
    private readonly audit: AuditService,
    private readonly dataSource: DataSource,
  ) {}

  /** Never fails: the connection ends all the same. */
  async record({ personId, loginSessionId }: Credentials, rooms: readonly string[]): Promise<void> {
    const [kind = '', id] = rooms[0]?.split(':') ?? [];
    const isKnown = kind === 'note' && idSchema.safeParse(id).success;
    const [objectType, objectId] = isKnown ? [kind, id ?? null] : ['login-session', loginSessionId];
    if (!this.isFirst(`${personId} ${objectId}`)) return;
    const act = {
      actor: { personId },
      action: 'live.cut-off',
      objectType,
      objectId,
      result: 'refused',
    } as const;
    try {
      await this.audit.record(this.dataSource.manager, act);
    } catch (fault) {
      this.logger.error({ err: fault, personId }, 'Who was cut off from a live text could not be recorded');
    }
  }

  private isFirst(key: string): boolean {
    const now = performance.now();
    for (const [known, at] of this.recordedAt) if (now - at >= ONCE_IN_MS) this.recordedAt.delete(known);
    if (this.recordedAt.has(key)) return false;
    this.recordedAt.set(key, now);
    return true;
  }
}
