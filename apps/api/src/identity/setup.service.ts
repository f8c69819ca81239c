import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { endpoints, EndpointInput } from '@kring/contracts';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { AttemptLimits } from './attempt-limits.service.ts';
import { PeopleRepository } from './people.repository.ts';
import { PeopleService } from './people.service.ts';
import { SignInService, type SignedInPerson } from './sign-in.service.ts';
import { SignInTokensRepository } from './sign-in-tokens.repository.ts';

type SetupInput = EndpointInput<typeof endpoints.setUp>['body'];

// Without the letters and digits that are taken for each other: 20 of these are 99 bits.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 4;
const groupLength = 5;
const codeMinutes = 24 * 60;

/** Making the first administrator, with a code that only whoever can read the server's output has. */
@Injectable()
export class SetupService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly people: PeopleRepository,
    private readonly profiles: PeopleService,
    private readonly tokens: SignInTokensRepository,
    private readonly signIns: SignInService,
    private readonly limits: AttemptLimits,
  ) {}

  async isNeeded(): Promise<boolean> {
    return !(await this.people.hasAdministrator());
  }

  /** A new code, as it is to be printed; earlier ones stay valid until they expire or set-up is done. */
  async createCode(): Promise<string> {
    const code = newCode();
    await this.transactions.run((tx) =>
      this.tokens.insert(tx, { token: plain(code), personId: null, purpose: 'setup', minutes: codeMinutes }),
    );
    return code;
  }

  async setUp({ code, ...person }: SetupInput, origin: RequestOrigin): Promise<SignedInPerson> {
    await this.limits.spend('set-up', { address: origin.address });
    return this.transactions.run(async (tx, after) => {
      // Two who set up at once: the second one waits here and is then told that it is done.
      await tx.query("SELECT pg_advisory_xact_lock(hashtext('kring set-up'))");
      if (await this.people.hasAdministrator(tx)) throw new AppError('setup-done');
      const taken = await this.tokens.take(tx, plain(code), 'setup');
      if (!taken) throw new AppError('wrong-credentials');
      const personId = await this.profiles.create(tx, { ...person, platformRole: 'administrator' });
      await this.tokens.deleteByPurpose(tx, 'setup');
      return this.signIns.signIn(tx, after, { personId, next: '/', action: 'setup' }, origin);
    });
  }
}

function newCode(): string {
  const group = () =>
    Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** As it is compared: people type it in lower case, with or without dashes. */
function plain(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
