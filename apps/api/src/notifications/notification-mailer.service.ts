import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { nextDigestAt } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { PeopleService, type KnownPerson } from '../identity/people.service.ts';
import { OutboxService } from '../outbox/outbox.service.ts';
import { NotificationClock } from './notification-clock.ts';
import { NotificationMailSelection } from './notification-mail-selection.service.ts';
import { NotificationMailsRepository } from './notification-mails.repository.ts';

const pollMs = 15_000;
/** Between two mails at once to one person: what happens meanwhile goes together. */
const pauseMinutes = 30;

const subjects = {
  now: { nl: 'Iets voor jou', en: 'Something for you' },
  digest: { nl: 'Nieuws in wat je volgt', en: 'News in what you follow' },
} as const;

/**
 * Puts mails about notifications into the outbox: at once what is asked of somebody, together what they follow. Each
 * person's mails are taken by one process, in the transaction that says that they have been mailed.
 */
@Injectable()
export class NotificationMailer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(NotificationMailer.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    private readonly transactions: TransactionRunner,
    private readonly clock: NotificationClock,
    private readonly mails: NotificationMailsRepository,
    private readonly selection: NotificationMailSelection,
    private readonly people: PeopleService,
    private readonly outbox: OutboxService,
  ) {}

  onApplicationBootstrap(): void {
    this.plan();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Everything that is due now. */
  async mailDue(): Promise<void> {
    while (!this.isStopped && (await this.mailOneAtOnce())) continue;
    while (!this.isStopped && (await this.mailOneDigest())) continue;
  }

  private plan(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.running = this.mailDue()
        .catch((error: unknown) => this.logger.error({ err: error }, 'Notifications could not be mailed'))
        .finally(() => this.plan());
    }, pollMs);
    this.timer.unref();
  }

  /** False when nothing is due. */
  private async mailOneAtOnce(): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const personId = await this.mails.claimAtOnce(tx, now, pauseMinutes);
      if (personId === null) return false;
      const ids = await this.mails.takeAtOnce(tx, personId, now);
      const person = await this.findReachable(tx, personId);
      const rows = await this.selection.list({ topic: 'now', personId, ids }, tx);
      if (person && rows.length > 0) {
        const subject = subjects.now[person.language];
        const source = { personId, ids };
        await this.outbox.sendLate(tx, { to: person.email, template: 'notifications-now', subject, source });
        await this.mails.markMailed(tx, personId, now);
      }
      return true;
    });
  }

  private async mailOneDigest(): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const due = await this.mails.claimDigest(tx, now);
      if (!due) return false;
      const { personId, lastDigestAt } = due;
      const person = await this.findReachable(tx, personId);
      const period = { since: lastDigestAt, until: now };
      const rows = await this.selection.list({ topic: 'digest', personId, ...period }, tx);
      if (person && rows.length > 0) {
        const subject = subjects.digest[person.language];
        const source = { personId, since: lastDigestAt?.toISOString() ?? null, until: now.toISOString() };
        await this.outbox.sendLate(tx, {
          to: person.email,
          template: 'notifications-digest',
          subject,
          source,
        });
      }
      await this.mails.planDigest(tx, personId, { lastAt: now, nextAt: nextDigestAt(now, due) });
      return true;
    });
  }

  private async findReachable(tx: EntityManager, personId: string): Promise<KnownPerson | null> {
    const person = await this.people.findById(personId, tx);
    return person?.isDisabled ? null : person;
  }
}
