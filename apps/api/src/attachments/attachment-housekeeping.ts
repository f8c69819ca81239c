import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { AttachmentUsesRepository } from './attachment-uses.repository.ts';

const dayMs = 24 * 60 * 60_000;
/** So long after no text shows it any more: an undo, or a page that was offline, may bring it back. */
export const graceMs = 30 * dayMs;

/** Removes images and files that no text shows any more. */
@Injectable()
export class AttachmentHousekeeping implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(AttachmentHousekeeping.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    private readonly transactions: TransactionRunner,
    private readonly uses: AttachmentUsesRepository,
    private readonly audit: AuditService,
  ) {}

  onApplicationBootstrap(): void {
    // Not at the start: a server that starts has more urgent work.
    this.timer = setInterval(() => {
      this.running = this.tidy(new Date()).catch((error: unknown) =>
        this.logger.error(
          { err: error },
          'Unused attachments could not be removed; tried again in twelve hours',
        ),
      );
    }, dayMs / 2).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  async tidy(now: Date): Promise<void> {
    await this.uses.markAll(now);
    const moment = new Date(now.getTime() - graceMs);
    for (;;) {
      const ids = await this.uses.listUnusedSince(moment);
      if (ids.length === 0 || this.isStopped) return;
      const used = await this.uses.listUsedAnywhere(ids);
      await this.uses.keep(used);
      const kept = await this.removeAll(
        ids.filter((id) => !used.includes(id)),
        moment,
      );
      // Shown again at this very moment: the next round looks anew.
      if (kept > 0) return;
    }
  }

  private async removeAll(ids: readonly string[], moment: Date): Promise<number> {
    let kept = 0;
    for (const id of ids) {
      await this.transactions.run(async (tx) => {
        const noteId = await this.uses.remove(tx, id, moment);
        if (noteId === null) kept += 1;
        else await this.record(tx, noteId);
      });
    }
    return kept;
  }

  private async record(tx: Parameters<AuditService['record']>[0], noteId: string): Promise<void> {
    const object = { objectType: 'note', objectId: noteId, result: 'done' } as const;
    await this.audit.record(tx, { actor: null, action: 'note.remove-attachment', ...object });
  }
}
