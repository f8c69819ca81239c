import { Injectable } from '@nestjs/common';
import type { MailsRetried, OutboxMail } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { MailLinks } from './mail-links.service.ts';
import { MailTransport } from './mail-transport.service.ts';
import { OutboxRepository } from './outbox.repository.ts';
import { toOutboxMail } from './outbox.mapper.ts';

const mostAtOnce = 500;

/** Puts mails that did not go out back on their way, by hand. */
@Injectable()
export class OutboxRetryService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly mails: OutboxRepository,
    private readonly transport: MailTransport,
    private readonly links: MailLinks,
    private readonly audit: AuditService,
  ) {}

  /** A mail that has gone, or is on its way, stays as it is: a second click sends nothing twice. */
  async retry(actor: Actor, mailId: string, origin: RequestOrigin): Promise<OutboxMail> {
    this.requireMailServer();
    return this.transactions.run(async (tx) => {
      const mail = await this.mails.findForUpdate(tx, mailId);
      if (!mail) throw new AppError('not-found');
      if ((await this.links.findDead([mail], tx)).has(mailId)) throw new AppError('mail-outdated');
      const [changed] = await this.mails.putBack(tx, [mailId]);
      if (changed) await this.record(tx, actor, mailId, origin);
      return toOutboxMail((await this.mails.findForUpdate(tx, mailId)) ?? mail, {
        isOutdated: false,
        hasServer: true,
      });
    });
  }

  async retryAll(actor: Actor, origin: RequestOrigin): Promise<MailsRetried> {
    this.requireMailServer();
    return this.transactions.run(async (tx) => {
      const stuck = await this.mails.lockStuck(tx, mostAtOnce);
      const dead = await this.links.findDead(stuck, tx);
      const ids = stuck.map(({ id }) => id).filter((id) => !dead.has(id));
      const changed = await this.mails.putBack(tx, ids);
      if (changed.length > 0) await this.record(tx, actor, null, origin);
      return { retried: changed.length, outdated: dead.size };
    });
  }

  private requireMailServer(): void {
    if (!this.transport.isThere) throw new AppError('no-mail-server');
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    mailId: string | null,
    origin: RequestOrigin,
  ): Promise<void> {
    await this.audit.record(tx, {
      actor,
      action: 'outbox.retry',
      objectType: mailId === null ? 'platform' : 'mail',
      objectId: mailId,
      result: 'done',
      origin,
    });
  }
}
