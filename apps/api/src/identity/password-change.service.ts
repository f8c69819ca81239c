import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from './actor.ts';
import { AttemptLimits } from './attempt-limits.service.ts';
import { LoginSessionsService } from './login-sessions.service.ts';
import { isPassword } from './password-hash.ts';
import { PasswordKeeper } from './password-keeper.ts';
import { PeopleRepository } from './people.repository.ts';

/** Setting or changing the own password. */
@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly people: PeopleRepository,
    private readonly passwords: PasswordKeeper,
    private readonly loginSessions: LoginSessionsService,
    private readonly limits: AttemptLimits,
    private readonly audit: AuditService,
  ) {}

  /** Whoever has a password shows it first. Ends the other sign-ins. */
  async set(
    actor: Actor,
    given: { currentPassword?: string | undefined; newPassword: string },
    origin: RequestOrigin,
  ): Promise<void> {
    await this.requireCurrentPassword(actor, given.currentPassword, origin);
    await this.transactions.run(async (tx, after) => {
      const person = await this.people.findById(actor.personId, tx);
      if (!person) throw new AppError('not-signed-in');
      await this.passwords.keep(tx, person, given.newPassword);
      await this.loginSessions.endAll(tx, after, actor.personId, actor.loginSessionId);
      await this.audit.record(tx, {
        actor,
        action: 'password.set',
        objectType: 'person',
        objectId: actor.personId,
        result: 'done',
        origin,
      });
    });
  }

  private async requireCurrentPassword(
    actor: Actor,
    currentPassword: string | undefined,
    origin: RequestOrigin,
  ): Promise<void> {
    const passwordHash = await this.people.findPasswordHash(actor.personId);
    if (passwordHash === null) return;
    const attempt = { address: origin.address, account: actor.personId };
    await this.limits.spend('confirm-password', attempt);
    if (!(await isPassword(currentPassword ?? '', passwordHash))) throw new AppError('wrong-credentials');
    await this.limits.forgive('confirm-password', attempt);
  }
}
