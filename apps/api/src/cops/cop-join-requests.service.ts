import { Injectable } from '@nestjs/common';
import type { EndpointInput, Home, JoinRequest, endpoints } from '@kring/contracts';
import { canGiveRole, copScope, withRoleIn } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { CopAccess } from './cop-access.ts';
import { CopJoinRequestMailer } from './cop-join-request-mailer.ts';
import { CopJoinRequestsRepository } from './cop-join-requests.repository.ts';
import { CopMembersService } from './cop-members.service.ts';

type Decide = EndpointInput<typeof endpoints.decideJoinRequest>;

/** Asking to join a CoP, and deciding on it. */
@Injectable()
export class CopJoinRequestsService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly access: CopAccess,
    private readonly requests: CopJoinRequestsRepository,
    private readonly members: CopMembersService,
    private readonly mailer: CopJoinRequestMailer,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor, copId: string): Promise<JoinRequest[]> {
    await this.access.requireCop(actor, copId, 'cop.manage-members');
    const rows = await this.requests.listOpen({ kind: 'some', copIds: [copId] });
    return rows.map(({ id, person, motivation, createdAt }) => ({
      id,
      person,
      motivation,
      createdAt: createdAt.toISOString(),
    }));
  }

  /** What waits for this person to decide on it, in all their CoPs. */
  async listForMe(actor: Actor): Promise<Home['joinRequests']> {
    const rows = await this.requests.listOpen(copScope(actor.principal, 'cop.manage-members'));
    return rows.map(({ id, person, cop }) => ({ id, personName: person.name, cop }));
  }

  async create(actor: Actor, copId: string, motivation: string, origin: RequestOrigin): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.access.requireCop(actor, copId, 'cop.join', tx);
      if (await this.requests.hasOpen(tx, copId, actor.personId)) throw new AppError('already-requested');
      if (await this.requests.wasDeclinedRecently(tx, copId, actor.personId))
        throw new AppError('declined-recently');
      const id = uuidv7();
      await this.requests.insert(tx, { id, copId, personId: actor.personId, motivation });
      await this.mailer.tellFacilitators(tx, copId, actor.personId);
      await this.record(tx, actor, 'cop.join', id, origin);
    });
  }

  async decide(actor: Actor, { params, body }: Decide, origin: RequestOrigin): Promise<void> {
    const { copId, joinRequestId } = params;
    await this.transactions.run(async (tx, after) => {
      const cop = await this.access.requireCop(actor, copId, 'cop.manage-members', tx);
      const request = await this.requests.find(tx, copId, joinRequestId);
      if (!request) throw new AppError('not-found');
      if (request.decidedAt) throw new AppError('already-decided');
      if (body.decision === 'accept') {
        const decider = withRoleIn(actor.principal, copId, cop.myRole);
        if (!canGiveRole(decider, copId, body.role)) throw new AppError('not-allowed');
        const admission = { actor, copId, personId: request.personId, role: body.role };
        await this.members.admit(tx, after, admission, origin);
      }
      await this.requests.decide(tx, joinRequestId, body.decision, actor.personId);
      if (!(await this.requests.isAnyOpen(tx, copId))) await this.mailer.settle(tx, copId);
      await this.mailer.tellDecision(tx, cop, request.personId, body.decision);
      await this.record(tx, actor, `cop.${body.decision}-join-request`, joinRequestId, origin);
    });
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    joinRequestId: string,
    origin: RequestOrigin,
  ): Promise<void> {
    await this.audit.record(tx, {
      actor,
      action,
      objectType: 'cop-join-request',
      objectId: joinRequestId,
      result: 'done',
      origin,
    });
  }
}
