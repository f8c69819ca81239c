import { Injectable } from '@nestjs/common';
import {
  defaultDigestPlan,
  notificationKinds,
  type DigestPlan,
  type EndpointInput,
  type NotificationPreferences,
  type UnsubscribeTopic,
  type endpoints,
} from '@kring/contracts';
import { defaultPreference, nextDigestAt } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { NotificationClock } from './notification-clock.ts';
import { UnsubscribeTokensRepository } from './unsubscribe-tokens.repository.ts';
import {
  NotificationPreferencesRepository,
  type PreferenceRow,
} from './notification-preferences.repository.ts';

type Changes = EndpointInput<typeof endpoints.updateNotificationPreferences>['body'];

/** How people want to be told: by kind, in Kring and by mail. */
@Injectable()
export class NotificationPreferencesService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly clock: NotificationClock,
    private readonly preferences: NotificationPreferencesRepository,
    private readonly tokens: UnsubscribeTokensRepository,
  ) {}

  async get(personId: string, tx?: EntityManager): Promise<NotificationPreferences> {
    const chosen = new Map((await this.preferences.list(personId, tx)).map((row) => [row.kind, row]));
    return {
      kinds: notificationKinds.map((kind) => chosen.get(kind) ?? { kind, ...defaultPreference(kind) }),
      digest: (await this.preferences.findPlan(personId, tx)) ?? defaultDigestPlan,
    };
  }

  async update(personId: string, { kinds, digest }: Changes): Promise<NotificationPreferences> {
    return this.transactions.run(async (tx) => {
      // The last word counts when a kind stands there twice.
      const latest = [...new Map(kinds.map((row) => [row.kind, row])).values()];
      await this.saveKinds(tx, personId, latest);
      if (latest.some(({ mail }) => mail === 'now')) await this.tokens.revoke(tx, personId, 'now');
      if (digest) await this.savePlan(tx, personId, digest);
      if (digest && digest.frequency !== 'off') await this.tokens.revoke(tx, personId, 'digest');
      return this.get(personId, tx);
    });
  }

  /** Switches off what the link of a mail is about. */
  async unsubscribe(tx: EntityManager, personId: string, topic: UnsubscribeTopic): Promise<void> {
    const { kinds, digest } = await this.get(personId, tx);
    if (topic === 'digest') await this.savePlan(tx, personId, { ...digest, frequency: 'off' });
    else {
      const atOnce = kinds.filter(({ mail }) => mail === 'now');
      await this.saveKinds(
        tx,
        personId,
        atOnce.map((row) => ({ ...row, mail: 'off' })),
      );
    }
  }

  private async saveKinds(
    tx: EntityManager,
    personId: string,
    rows: readonly PreferenceRow[],
  ): Promise<void> {
    if (rows.length === 0) return;
    await this.preferences.save(tx, personId, rows);
    const notNow = rows.filter(({ mail }) => mail !== 'now').map(({ kind }) => kind);
    await this.preferences.cancelMails(tx, personId, notNow);
  }

  private async savePlan(tx: EntityManager, personId: string, plan: DigestPlan): Promise<void> {
    await this.preferences.savePlan(tx, personId, plan, nextDigestAt(this.clock.now(), plan));
  }
}
