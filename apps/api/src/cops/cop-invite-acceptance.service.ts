import { Injectable } from '@nestjs/common';
import type { EndpointInput, endpoints } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { AttemptLimits } from '../identity/attempt-limits.service.ts';
import { PeopleService } from '../identity/people.service.ts';
import { SignInService, type SignedInPerson } from '../identity/sign-in.service.ts';
import { CopInviteAdmission } from './cop-invite-admission.ts';
import type { HeldInviteRow } from './cop-invites.repository.ts';
import { CopInvitesService } from './cop-invites.service.ts';

type AcceptInvite = EndpointInput<typeof endpoints.acceptInvite>['body'];

export interface AcceptedInvite extends SignedInPerson {
  readonly copSlug: string;
}

/** Whoever holds the link of an invite reads the mail of its address: so accepting signs in as its owner. */
@Injectable()
export class CopInviteAcceptanceService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly checks: CopInvitesService,
    private readonly admission: CopInviteAdmission,
    private readonly people: PeopleService,
    private readonly signIns: SignInService,
    private readonly limits: AttemptLimits,
  ) {}

  async accept(actor: Actor | null, input: AcceptInvite, origin: RequestOrigin): Promise<AcceptedInvite> {
    await this.limits.spend('use-token', origin);
    try {
      return await this.acceptOnce(actor, input, origin);
    } catch (error) {
      // The account came into being meanwhile, for instance by another invite: now there is one.
      if (!(error instanceof AppError) || error.code !== 'email-taken') throw error;
      return this.acceptOnce(actor, input, origin);
    }
  }

  private async acceptOnce(
    actor: Actor | null,
    input: AcceptInvite,
    origin: RequestOrigin,
  ): Promise<AcceptedInvite> {
    return this.transactions.run(async (tx, after) => {
      const found = await this.checks.requireValid(input.token, tx);
      await this.admission.lockCop(tx, found.copId);
      // Only now nobody else can accept or revoke it, or change who sent it.
      const invite = await this.checks.requireValid(input.token, tx);
      const account = await this.people.findByEmail(invite.email, tx);
      if (actor && actor.personId !== account?.id) throw new AppError('invite-for-other-address');
      const personId = account?.id ?? (await this.createAccount(tx, invite, input));
      await this.admission.admit(tx, after, invite, personId, origin);
      const next = `/cops/${invite.copSlug}`;
      const signedIn = await this.signIns.signIn(
        tx,
        after,
        { personId, next, action: 'sign-in.invite' },
        origin,
      );
      return { ...signedIn, copSlug: invite.copSlug };
    });
  }

  private async createAccount(
    tx: EntityManager,
    invite: HeldInviteRow,
    input: AcceptInvite,
  ): Promise<string> {
    if (input.name === undefined) {
      throw new AppError('invalid-input', { errors: [{ path: 'name', code: 'required' }] });
    }
    return this.people.create(tx, {
      email: invite.email,
      name: input.name,
      jobTitle: input.jobTitle,
      organisationId: input.organisationId,
      language: invite.language,
    });
  }
}
