import { Inject, Injectable } from '@nestjs/common';
import { tokenSchema, type LoginSession } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import type { DomainEvent } from '../common/domain-events.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from './actor.ts';
import { describeDevice } from './describe-device.ts';
import { LoginCookie } from './login-cookie.ts';
import { LoginSessionsRepository } from './login-sessions.repository.ts';
import { hashToken, newSecretToken } from './secret-token.ts';

const touchAfterMs = 60_000;

/** A sign-in that has just begun; `token` goes into the cookie and is kept nowhere. */
export interface StartedLogin {
  readonly loginSessionId: string;
  readonly token: string;
  readonly expiresAt: Date;
}

/** Begins, recognises and ends sign-ins. The only owner of their cookies and tokens. */
@Injectable()
export class LoginSessionsService {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly sessions: LoginSessionsRepository,
    private readonly cookie: LoginCookie,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditService,
  ) {}

  /** Who a Cookie header belongs to, for a request as for a socket handshake; null for nobody. */
  async authenticate(cookieHeader: string | undefined): Promise<Actor | null> {
    const token = this.cookie.read(cookieHeader);
    if (token === null || !tokenSchema.safeParse(token).success) return null;
    const found = await this.sessions.findAlive(hashToken(token));
    if (!found) return null;
    if (Date.now() - found.lastSeenAt.getTime() > touchAfterMs) {
      await this.sessions.touch(found.loginSessionId, found.personId, this.settings.sessionIdleMinutes);
    }
    return {
      personId: found.personId,
      loginSessionId: found.loginSessionId,
      principal: {
        kind: 'person',
        personId: found.personId,
        platformRole: found.platformRole,
        memberships: found.memberships,
      },
    };
  }

  /** True while a sign-in has neither ended nor expired and its person is not disabled. */
  async isAlive(loginSessionId: string): Promise<boolean> {
    return this.sessions.isAlive(loginSessionId);
  }

  /**
   * Begins a sign-in with a new token, and ends the one that the browser had: a cookie that somebody put there
   * beforehand is never adopted.
   */
  async start(
    tx: EntityManager,
    after: (event: DomainEvent) => void,
    personId: string,
    origin: RequestOrigin,
  ): Promise<StartedLogin> {
    const previous = this.cookie.read(origin.cookieHeader);
    if (previous !== null) {
      const ended = await this.sessions.endByToken(tx, hashToken(previous));
      if (ended)
        after({ type: 'login-session-ended', loginSessionIds: [ended.id], personId: ended.personId });
    }
    const token = newSecretToken();
    const loginSessionId = uuidv7();
    const absoluteExpiresAt = new Date(Date.now() + this.settings.sessionAbsoluteHours * 3_600_000);
    const idleExpiresAt = new Date(Date.now() + this.settings.sessionIdleMinutes * 60_000);
    await this.sessions.insert(tx, {
      id: loginSessionId,
      tokenHash: hashToken(token),
      personId,
      device: describeDevice(origin.userAgent),
      expiresAt: idleExpiresAt < absoluteExpiresAt ? idleExpiresAt : absoluteExpiresAt,
      absoluteExpiresAt,
    });
    return { loginSessionId, token, expiresAt: absoluteExpiresAt };
  }

  /** Ends all sign-ins of a person, except the one that is named. */
  async endAll(
    tx: EntityManager,
    after: (event: DomainEvent) => void,
    personId: string,
    except?: string,
  ): Promise<void> {
    const loginSessionIds = await this.sessions.endAll(tx, personId, except ?? null);
    if (loginSessionIds.length > 0) after({ type: 'login-session-ended', loginSessionIds, personId });
  }

  async list(actor: Actor): Promise<LoginSession[]> {
    const sessions = await this.sessions.listAlive(actor.personId);
    return sessions.map((session) => ({
      id: session.id,
      isCurrent: session.id === actor.loginSessionId,
      device: session.device,
      createdAt: session.createdAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
    }));
  }

  /** Ends one of the actor's own sign-ins. */
  async end(actor: Actor, loginSessionId: string, origin: RequestOrigin): Promise<void> {
    await this.transactions.run(async (tx, after) => {
      const isEnded = await this.sessions.endOne(tx, actor.personId, loginSessionId);
      if (!isEnded) throw new AppError('not-found');
      await this.audit.record(tx, {
        actor,
        action: 'sign-in.end',
        objectType: 'login-session',
        objectId: loginSessionId,
        result: 'done',
        origin,
      });
      after({ type: 'login-session-ended', loginSessionIds: [loginSessionId], personId: actor.personId });
    });
  }
}
