import { Injectable } from '@nestjs/common';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { AttemptLimits } from './attempt-limits.service.ts';
import { LoginSessionsService } from './login-sessions.service.ts';
import { PasswordKeeper } from './password-keeper.ts';
import { PeopleRepository } from './people.repository.ts';
import { SignInService, type SignedInPerson } from './sign-in.service.ts';
import { SignInTokensRepository } from './sign-in-tokens.repository.ts';

/** Choosing a new password with the token of a mailed link. */
@Injectable()
export class PasswordResetService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly people: PeopleRepository,
    private readonly tokens: SignInTokensRepository,
    private readonly passwords: PasswordKeeper,
    private readonly loginSessions: LoginSessionsService,
    private readonly signIns: SignInService,
    private readonly limits: AttemptLimits,
  ) {}

  /** A password that is refused leaves the link usable. Whoever was signed in as this person no longer is. */
  async reset(
    { token, password }: { token: string; password: string },
    origin: RequestOrigin,
  ): Promise<SignedInPerson> {
    await this.limits.spend('use-token', origin);
    return this.transactions.run(async (tx, after) => {
      const taken = await this.tokens.take(tx, token, 'password-reset');
      const person = taken?.personId ? await this.people.findById(taken.personId, tx) : null;
      if (!person || person.disabledAt) throw new AppError('link-not-valid');
      await this.passwords.keep(tx, person, password);
      await this.loginSessions.endAll(tx, after, person.id);
      return this.signIns.signIn(
        tx,
        after,
        { personId: person.id, next: '/', action: 'password.reset' },
        origin,
      );
    });
  }
}
