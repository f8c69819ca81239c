import { Injectable } from '@nestjs/common';
import type { EndpointInput, Invite, InviteView, OpenInvite, PageOf, endpoints } from '@kring/contracts';
import { can, canGiveRole, withRoleIn } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { AppError } from '../common/app-error.ts';
import { cursorParts, readCursor, toPage } from '../common/cursor.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { AttemptLimits } from '../identity/attempt-limits.service.ts';
import { PeopleService } from '../identity/people.service.ts';
import { hashToken } from '../identity/secret-token.ts';
import { CopAccess } from './cop-access.ts';
import { CopInviteMailer } from './cop-invite-mailer.ts';
import {
  CopInvitesRepository,
  inviterOf,
  type HeldInviteRow,
  type OpenInviteRow,
} from './cop-invites.repository.ts';
import { CopMembersService } from './cop-members.service.ts';

const pageSize = 50;
/** Ids are in order of time. */
const openInviteCursorSchema = z.tuple([cursorParts.id]);

type CreateInvite = EndpointInput<typeof endpoints.createInvite>['body'];

/** Invitations into a CoP, as those see them who send them. Accepting is `CopInviteAcceptanceService`. */
@Injectable()
export class CopInvitesService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly access: CopAccess,
    private readonly invites: CopInvitesRepository,
    private readonly members: CopMembersService,
    private readonly people: PeopleService,
    private readonly mailer: CopInviteMailer,
    private readonly limits: AttemptLimits,
  ) {}

  async list(actor: Actor, copId: string): Promise<Invite[]> {
    await this.access.requireCop(actor, copId, 'cop.invite');
    return (await this.invites.listOpen(copId)).map(toInvite);
  }

  async create(actor: Actor, copId: string, input: CreateInvite, origin: RequestOrigin): Promise<Invite> {
    await this.access.requireCop(actor, copId, 'cop.invite');
    await this.limits.spend('invite', { address: origin.address, account: actor.personId });
    return this.transactions.run(async (tx) => {
      const cop = await this.access.requireCop(actor, copId, 'cop.invite', tx);
      const inviter = withRoleIn(actor.principal, copId, cop.myRole);
      if (!canGiveRole(inviter, copId, input.role)) throw new AppError('not-allowed');
      const known = await this.people.findByEmail(input.email, tx);
      const role = known && (await this.members.findRole(copId, known.id, tx));
      if (role) throw new AppError('already-member');
      return toInvite(await this.mailer.send(tx, actor, cop, input, origin));
    });
  }

  async revoke(actor: Actor, copId: string, inviteId: string, origin: RequestOrigin): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.access.requireCop(actor, copId, 'cop.invite', tx);
      if (!(await this.invites.revoke(tx, copId, inviteId))) throw new AppError('not-found');
      await this.mailer.record(tx, actor, 'cop.revoke-invite', inviteId, origin);
    });
  }

  /** The same invite anew, from whoever sends it again: a new link, and the old one stops working. */
  async resend(actor: Actor, copId: string, inviteId: string, origin: RequestOrigin): Promise<Invite> {
    await this.access.requireCop(actor, copId, 'cop.invite');
    const open = await this.invites.findOpen(copId, inviteId);
    if (!open) throw new AppError('not-found');
    return this.create(actor, copId, open, origin);
  }

  /** Of all CoPs, newest first. */
  async listAll(cursor: string | undefined): Promise<PageOf<OpenInvite>> {
    const [before] = readCursor(cursor, openInviteCursorSchema) ?? [];
    return toPage(await this.invites.listAllOpen(before, pageSize + 1), pageSize, {
      item: ({ cop, ...row }) => ({ ...toInvite(row), cop }),
      cursor: ({ id }) => [id],
    });
  }

  /** What an invite is for, for whoever holds its link. */
  async view(token: string, origin: RequestOrigin): Promise<InviteView> {
    await this.limits.spend('use-token', origin);
    const invite = await this.requireValid(token);
    const account = await this.people.findByEmail(invite.email);
    return {
      email: invite.email,
      name: account?.name ?? invite.name,
      role: invite.role,
      invitedBy: invite.invitedBy,
      cop: { name: invite.copName, question: invite.copQuestion },
      hasAccount: account !== null,
    };
  }

  /** The invite of a token. It counts only while whoever sent it could still send it. */
  async requireValid(token: string, tx?: EntityManager): Promise<HeldInviteRow> {
    const invite = await this.invites.findOpenByToken(hashToken(token), tx);
    if (!invite || !isStillBacked(invite)) throw new AppError('link-not-valid');
    const account = await this.people.findByEmail(invite.email, tx);
    if (account?.isDisabled) throw new AppError('link-not-valid');
    return invite;
  }
}

function isStillBacked(invite: HeldInviteRow): boolean {
  const inviter = inviterOf(invite);
  return (
    !invite.isInviterDisabled &&
    can(inviter, 'cop.invite', { kind: 'cop', copId: invite.copId }).isAllowed &&
    canGiveRole(inviter, invite.copId, invite.role)
  );
}

function toInvite(row: OpenInviteRow): Invite {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    invitedBy: row.invitedBy,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    isExpired: row.expiresAt.getTime() <= Date.now(),
  };
}
