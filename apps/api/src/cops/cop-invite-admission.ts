import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import type { DomainEvent } from '../common/domain-events.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { CopInviteMailer } from './cop-invite-mailer.ts';
import { CopInvitesRepository, type HeldInviteRow } from './cop-invites.repository.ts';
import { CopJoinRequestsRepository } from './cop-join-requests.repository.ts';
import { CopMembersService } from './cop-members.service.ts';
import { CopsRepository } from './cops.repository.ts';

/** What accepting an invite changes in its CoP. */
@Injectable()
export class CopInviteAdmission {
  constructor(
    private readonly cops: CopsRepository,
    private readonly invites: CopInvitesRepository,
    private readonly joinRequests: CopJoinRequestsRepository,
    private readonly members: CopMembersService,
    private readonly mailer: CopInviteMailer,
  ) {}

  async lockCop(tx: EntityManager, copId: string): Promise<void> {
    await this.cops.lock(tx, copId);
  }

  async admit(
    tx: EntityManager,
    after: (event: DomainEvent) => void,
    invite: HeldInviteRow,
    personId: string,
    origin: RequestOrigin,
  ): Promise<void> {
    if (!(await this.invites.accept(tx, invite.id))) throw new AppError('link-not-valid');
    const { copId, role, invitedById } = invite;
    await this.members.admit(tx, after, { actor: { personId: invitedById }, copId, personId, role }, origin);
    await this.joinRequests.closeOf(tx, copId, personId, invitedById);
    await this.mailer.tellInviter(tx, invite, personId);
    await this.mailer.record(tx, { personId }, 'cop.accept-invite', invite.id, origin);
  }
}
