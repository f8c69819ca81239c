import { Injectable } from '@nestjs/common';
import type { Me } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import type { DomainEvent } from '../common/domain-events.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { AuditService } from '../audit/audit.service.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from './actor.ts';
import { AttemptLimits } from './attempt-limits.service.ts';
import { LoginSessionsService, type StartedLogin } from './login-sessions.service.ts';
import { hashPassword, isPassword, needsRehash } from './password-hash.ts';
import { PeopleRepository } from './people.repository.ts';
import { PeopleService } from './people.service.ts';
import { SignInTokensRepository } from './sign-in-tokens.repository.ts';

/** A person who has just signed in: what to answer, and what to put into the cookie. */
export interface SignedInPerson {
  readonly me: Me;
  readonly next: string;
  readonly login: StartedLogin;
}

/** Signing in and out. */
@Injectable()
export class SignInService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly people: PeopleRepository,
    private readonly profiles: PeopleService,
    private readonly tokens: SignInTokensRepository,
    private readonly loginSessions: LoginSessionsService,
    private readonly limits: AttemptLimits,
    private readonly audit: AuditService,
  ) {}

  async useLink(token: string, origin: RequestOrigin): Promise<SignedInPerson> {
    await this.limits.spend('use-token', origin);
    const signedIn = await this.transactions.run(async (tx, after) => {
      const taken = await this.tokens.take(tx, token, 'sign-in');
      const personId = taken?.personId;
      if (!personId || !(await this.people.lockForSignIn(tx, personId, null))) return null;
      return this.signIn(tx, after, { personId, next: taken.next, action: 'sign-in.link' }, origin);
    });
    if (signedIn) return signedIn;
    await this.recordRefusal('sign-in.link', origin);
    throw new AppError('link-not-valid');
  }

  async signInWithPassword(
    given: { email: string; password: string },
    origin: RequestOrigin,
  ): Promise<SignedInPerson> {
    const attempt = { address: origin.address, account: given.email };
    await this.limits.spend('sign-in-password', attempt);
    const found = await this.findByPassword(given.email, given.password);
    if (!found) {
      await this.recordRefusal('sign-in.password', origin);
      throw new AppError('wrong-credentials');
    }
    await this.limits.forgive('sign-in-password', attempt);
    const { personId, passwordHash } = found;
    return this.transactions.run(async (tx, after) => {
      // Checking took a while: the password may have been replaced meanwhile, by whoever shut this one out.
      if (!(await this.people.lockForSignIn(tx, personId, passwordHash))) {
        throw new AppError('wrong-credentials');
      }
      return this.signIn(tx, after, { personId, next: '/', action: 'sign-in.password' }, origin);
    });
  }

  async signOut(actor: Actor, origin: RequestOrigin): Promise<void> {
    await this.loginSessions.end(actor, actor.loginSessionId, origin);
  }

  /** Begins a sign-in for somebody who has shown who they are. */
  async signIn(
    tx: EntityManager,
    after: (event: DomainEvent) => void,
    { personId, next, action }: { personId: string; next: string; action: string },
    origin: RequestOrigin,
  ): Promise<SignedInPerson> {
    const login = await this.loginSessions.start(tx, after, personId, origin);
    await this.audit.record(tx, {
      actor: { personId },
      action,
      objectType: 'login-session',
      objectId: login.loginSessionId,
      result: 'done',
      origin,
    });
    return { me: await this.profiles.getMe(personId, tx), next, login };
  }

  private async findByPassword(
    email: string,
    password: string,
  ): Promise<{ personId: string; passwordHash: string } | null> {
    const person = await this.people.findByEmail(email);
    const passwordHash = person && (await this.people.findPasswordHash(person.id));
    const isRight = await isPassword(password, passwordHash);
    if (!isRight || !person || !passwordHash || person.disabledAt) return null;
    const personId = person.id;
    if (!needsRehash(passwordHash)) return { personId, passwordHash };
    const renewed = await hashPassword(password);
    return this.transactions.run(async (tx) => {
      if (!(await this.people.lockForSignIn(tx, personId, passwordHash))) return null;
      await this.people.update(tx, personId, { passwordHash: renewed });
      return { personId, passwordHash: renewed };
    });
  }

  /** Alike for known and unknown addresses, so it names neither. */
  private async recordRefusal(action: string, origin: RequestOrigin): Promise<void> {
    await this.transactions.run((tx) =>
      this.audit.record(tx, {
        actor: null,
        action,
        objectType: 'person',
        objectId: null,
        result: 'refused',
        origin,
      }),
    );
  }
}
