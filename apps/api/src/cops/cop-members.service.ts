import { Injectable } from '@nestjs/common';
import type { CopMember, CopRole, PageOf } from '@kring/contracts';
import { higherRole, isAtLeast, keepsFacilitator } from '@kring/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import { readCursor, toPage } from '../common/cursor.ts';
import type { DomainEvent } from '../common/domain-events.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { DocumentsService } from '../documents/documents.service.ts';
import type { Actor } from '../identity/actor.ts';
import { CopAccess } from './cop-access.ts';
import { CopInvitesRepository } from './cop-invites.repository.ts';
import { CopMembersRepository, memberCursorSchema, type CopMemberRow } from './cop-members.repository.ts';

type After = (event: DomainEvent) => void;

interface MemberAct {
  readonly actor: Pick<Actor, 'personId'>;
  readonly action: string;
  readonly copId: string;
  readonly personId: string;
  readonly origin: RequestOrigin | undefined;
}

const pageSize = 100;

/** Who is in a CoP, and with which role. Every change of it goes through here. */
@Injectable()
export class CopMembersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: TransactionRunner,
    private readonly access: CopAccess,
    private readonly members: CopMembersRepository,
    private readonly invites: CopInvitesRepository,
    private readonly documents: DocumentsService,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor, copId: string, cursor: string | undefined): Promise<PageOf<CopMember>> {
    const after = readCursor(cursor, memberCursorSchema);
    await this.access.requireCop(actor, copId, 'cop.read-members');
    return toPage(await this.members.list(copId, after, pageSize + 1), pageSize, {
      item: (row) => toCopMember(row, actor),
      cursor: (row) => [row.rank, row.sortName, row.person.id],
    });
  }

  /** The role that somebody has in a CoP, or null. */
  async findRole(copId: string, personId: string, tx?: EntityManager): Promise<CopRole | null> {
    return this.members.findRole(copId, personId, tx ?? this.dataSource.manager);
  }

  async changeRole(
    actor: Actor,
    target: { copId: string; personId: string; role: CopRole },
    origin: RequestOrigin,
  ): Promise<CopMember> {
    const { copId, personId, role } = target;
    return this.transactions.run(async (tx, after) => {
      await this.access.requireCop(actor, copId, 'cop.manage-members', tx);
      const member = await this.requireMember(tx, copId, personId);
      if (member.role !== role) {
        await this.requireFacilitatorLeft(tx, copId, personId, role);
        await this.members.save(tx, copId, personId, role);
        if (!isAtLeast(role, 'facilitator')) await this.invites.revokeSentBy(tx, copId, personId);
        await this.record(tx, { actor, action: 'cop.change-role', copId, personId, origin });
        await this.changeAccess(tx, after, copId, personId);
      }
      return toCopMember({ ...member, role }, actor);
    });
  }

  async remove(
    actor: Actor,
    target: { copId: string; personId: string },
    origin: RequestOrigin,
  ): Promise<void> {
    await this.transactions.run(async (tx, after) => {
      await this.access.requireCop(actor, target.copId, 'cop.manage-members', tx);
      await this.requireMember(tx, target.copId, target.personId);
      await this.end(tx, after, target.copId, target.personId);
      await this.record(tx, { actor, action: 'cop.remove-member', ...target, origin });
    });
  }

  async leave(actor: Actor, copId: string, origin: RequestOrigin): Promise<void> {
    await this.transactions.run(async (tx, after) => {
      await this.access.requireCop(actor, copId, 'cop.leave', tx);
      await this.end(tx, after, copId, actor.personId);
      await this.record(tx, { actor, action: 'cop.leave', copId, personId: actor.personId, origin });
    });
  }

  /** Puts the welcome away for the actor alone. */
  async dismissWelcome(actor: Actor, copId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.access.requireCop(actor, copId, 'cop.dismiss-welcome', tx);
      await this.markWelcomed(tx, copId, actor.personId);
    });
  }

  /** Somebody is new no longer, within somebody else's transaction. */
  async markWelcomed(tx: EntityManager, copId: string, personId: string): Promise<void> {
    await this.members.markWelcomed(tx, copId, personId);
  }

  /** Says since when somebody is a member, for those who came before Kring did. */
  async setSince(tx: EntityManager, copId: string, personId: string, since: Date): Promise<void> {
    await this.members.setSince(tx, copId, personId, since);
  }

  /**
   * Makes somebody a member, or raises their role; never lowers it. The CoP must be locked. `actor` is who decided
   * it, for the audit trail.
   */
  async admit(
    tx: EntityManager,
    after: After,
    given: { actor: Pick<Actor, 'personId'>; copId: string; personId: string; role: CopRole },
    origin?: RequestOrigin,
  ): Promise<void> {
    const { copId, personId } = given;
    const present = await this.members.findRole(copId, personId, tx);
    const role = present === null ? given.role : higherRole(present, given.role);
    if (role === present) return;
    await this.members.save(tx, copId, personId, role);
    await this.record(tx, { actor: given.actor, action: 'cop.add-member', copId, personId, origin });
    await this.changeAccess(tx, after, copId, personId);
  }

  private async end(tx: EntityManager, after: After, copId: string, personId: string): Promise<void> {
    await this.requireFacilitatorLeft(tx, copId, personId, null);
    await this.members.delete(tx, copId, personId);
    await this.invites.revokeSentBy(tx, copId, personId);
    await this.changeAccess(tx, after, copId, personId);
  }

  private async requireMember(tx: EntityManager, copId: string, personId: string): Promise<CopMemberRow> {
    const member = await this.members.find(tx, copId, personId);
    if (!member) throw new AppError('not-found');
    return member;
  }

  private async requireFacilitatorLeft(
    tx: EntityManager,
    copId: string,
    personId: string,
    newRole: CopRole | null,
  ): Promise<void> {
    const facilitators = await this.members.listFacilitators(tx, copId);
    const ids = facilitators.map((facilitator) => facilitator.personId);
    if (ids.includes(personId) && !keepsFacilitator(ids, personId, newRole)) {
      throw new AppError('last-facilitator');
    }
  }

  /** The person's other CoPs too: what all CoPs may read ends with the last membership. */
  private async changeAccess(
    tx: EntityManager,
    after: After,
    copId: string,
    personId: string,
  ): Promise<void> {
    await this.documents.bumpAccess(tx, { copId });
    after({ type: 'access-changed', scope: { copId } });
    after({ type: 'access-changed', scope: { personId } });
  }

  private async record(tx: EntityManager, act: MemberAct): Promise<void> {
    const { actor, action, copId, personId, origin } = act;
    const objectId = `${copId}/${personId}`;
    await this.audit.record(tx, {
      actor,
      action,
      objectType: 'cop-member',
      objectId,
      result: 'done',
      origin,
    });
  }
}

function toCopMember(row: CopMemberRow, actor: Actor): CopMember {
  return {
    person: row.person,
    role: row.role,
    since: row.since.toISOString(),
    isMe: row.person.id === actor.personId,
  };
}
