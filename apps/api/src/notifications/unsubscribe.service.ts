import { Injectable } from '@nestjs/common';
import type { UnsubscribeTopic } from '@kring/contracts';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { AttemptLimits } from '../identity/attempt-limits.service.ts';
import { NotificationClock } from './notification-clock.ts';
import { NotificationPreferencesService } from './notification-preferences.service.ts';
import { UnsubscribeTokensRepository } from './unsubscribe-tokens.repository.ts';

/** For whoever holds the link of a mail, signed in or not. */
@Injectable()
export class UnsubscribeService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly clock: NotificationClock,
    private readonly tokens: UnsubscribeTokensRepository,
    private readonly preferences: NotificationPreferencesService,
    private readonly limits: AttemptLimits,
    private readonly audit: AuditService,
  ) {}

  /** What the link switches off; changes nothing. */
  async view(token: string, origin: RequestOrigin): Promise<{ topic: UnsubscribeTopic }> {
    await this.limits.spend('use-token', origin);
    const found = await this.tokens.find(token, this.clock.now());
    if (!found) throw new AppError('link-not-valid');
    return { topic: found.topic };
  }

  async unsubscribe(token: string, origin: RequestOrigin): Promise<{ topic: UnsubscribeTopic }> {
    await this.limits.spend('use-token', origin);
    return this.transactions.run(async (tx) => {
      const found = await this.tokens.find(token, this.clock.now(), tx);
      if (!found) throw new AppError('link-not-valid');
      const { personId, topic } = found;
      await this.preferences.unsubscribe(tx, personId, topic);
      await this.audit.record(tx, {
        actor: { personId },
        action: 'notifications.unsubscribe',
        objectType: 'person',
        objectId: personId,
        result: 'done',
        origin,
      });
      return { topic };
    });
  }
}
