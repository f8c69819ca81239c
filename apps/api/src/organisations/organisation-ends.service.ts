import { Injectable } from '@nestjs/common';
import type { Organisation, OrganisationUse } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import type { OrganisationEntity } from './organisation.entity.ts';
import { OrganisationReferences } from './organisation-references.service.ts';
import { OrganisationsRepository } from './organisations.repository.ts';
import { OrganisationsService } from './organisations.service.ts';
import { requirePastDay } from './past-day.ts';

interface Merge {
  readonly successorId: string;
  readonly on: string;
}

/** How organisations end: by themselves, or by going up in another one. */
@Injectable()
export class OrganisationEndsService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly organisations: OrganisationsRepository,
    private readonly service: OrganisationsService,
    private readonly references: OrganisationReferences,
  ) {}

  /** What a merge would move. */
  async use(id: string): Promise<OrganisationUse> {
    if (!(await this.organisations.findById(id))) throw new AppError('not-found');
    const [people, cops, parts] = await Promise.all([
      this.references.count('people', id),
      this.references.count('cops', id),
      this.organisations.countParts(id),
    ]);
    return { people, cops, parts };
  }

  /** Everything that refers to it moves, or nothing does. A second click finds it done. */
  async merge(
    actor: Actor,
    id: string,
    { successorId, on }: Merge,
    origin: RequestOrigin,
  ): Promise<Organisation> {
    requirePastDay('on', on);
    return this.transactions.run(async (tx, after) => {
      const present = await this.lock(tx, id);
      if (present.successorId === successorId) return this.service.get(tx, actor, id);
      if (present.successorId !== null) throw new AppError('organisation-ended');
      const successor = await this.findSuccessor(tx, id, successorId);
      // Before the organisation ends: a part that takes its place must not stand under it any more.
      if (await this.organisations.isWithin(tx, id, successorId)) {
        await this.organisations.update(tx, successorId, { parentId: present.parentId });
      }
      await this.organisations.moveParts(tx, id, successorId);
      await this.organisations.update(tx, id, { endedOn: on, successorId: successor.id });
      await this.references.moveAll(tx, after, id, successorId);
      await this.service.record(tx, actor, 'organisation.merge', `${successorId}/${id}`, origin);
      return this.service.get(tx, actor, id);
    });
  }

  /** Another day for one that has ended puts the day right. */
  async end(actor: Actor, id: string, on: string, origin: RequestOrigin): Promise<Organisation> {
    requirePastDay('on', on);
    return this.transactions.run(async (tx) => {
      const present = await this.lock(tx, id);
      if (present.successorId !== null) throw new AppError('organisation-ended');
      if (present.endedOn !== on) {
        await this.organisations.update(tx, id, { endedOn: on });
        await this.service.record(tx, actor, 'organisation.end', id, origin);
      }
      return this.service.get(tx, actor, id);
    });
  }

  /** What went up in another one stays so: its people are there by now. */
  async reopen(actor: Actor, id: string, origin: RequestOrigin): Promise<Organisation> {
    return this.transactions.run(async (tx) => {
      const present = await this.lock(tx, id);
      if (present.successorId !== null) throw new AppError('organisation-ended');
      if (present.endedOn !== null) {
        await this.organisations.update(tx, id, { endedOn: null });
        await this.service.record(tx, actor, 'organisation.reopen', id, origin);
      }
      return this.service.get(tx, actor, id);
    });
  }

  private async lock(tx: EntityManager, id: string): Promise<OrganisationEntity> {
    await this.organisations.lockTree(tx);
    const present = await this.organisations.findForUpdate(tx, id);
    if (!present) throw new AppError('not-found');
    return present;
  }

  private async findSuccessor(
    tx: EntityManager,
    id: string,
    successorId: string,
  ): Promise<OrganisationEntity> {
    const successor = await this.organisations.findForUpdate(tx, successorId);
    const code = successorId === id ? 'custom' : !successor ? 'not-found' : successor.endedOn && 'ended';
    if (successor && !code) return successor;
    throw new AppError('invalid-input', { errors: [{ path: 'successorId', code: code || 'not-found' }] });
  }
}
