import { Injectable } from '@nestjs/common';
import type { MailTest } from '@kring/contracts';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { AttemptLimits } from '../identity/attempt-limits.service.ts';
import { PeopleService } from '../identity/people.service.ts';
import { MailProbe } from '../outbox/mail-probe.service.ts';
import { PlatformService } from '../platform/platform.service.ts';

/** Tests whether mail goes out: to whoever asks, so that nobody else is bothered with it. */
@Injectable()
export class MailTestService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly probe: MailProbe,
    private readonly people: PeopleService,
    private readonly platform: PlatformService,
    private readonly limits: AttemptLimits,
    private readonly audit: AuditService,
  ) {}

  async run(actor: Actor, origin: RequestOrigin): Promise<MailTest> {
    if (!this.probe.isPossible) throw new AppError('no-mail-server');
    await this.limits.spend('mail-test', { address: origin.address, account: actor.personId });
    const { email, name, language } = await this.people.getMe(actor.personId);
    const { failure, took } = await this.probe.send({ to: email, name, language });
    await this.transactions.run(async (tx) => {
      if (failure === null) await this.platform.markMailTested(tx);
      const about = { objectType: 'platform', objectId: null, result: 'done', origin } as const;
      await this.audit.record(tx, { actor, action: 'settings.test-mail', ...about });
    });
    return { to: email, isSent: failure === null, failure, took };
  }
}
