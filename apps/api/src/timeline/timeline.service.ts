import { Injectable } from '@nestjs/common';
import type { CopDate, Done, EndpointInput, TimelineDate, endpoints } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { CopDateAccess, type DatedCop } from './cop-date-access.ts';
import { toCopDate, today, toTimelineDate } from './cop-date.mapper.ts';
import { CopDatesRepository } from './cop-dates.repository.ts';

type DateFacts = EndpointInput<typeof endpoints.createCopDate>['body'];
type UpdateDate = EndpointInput<typeof endpoints.updateCopDate>['body'];
interface DateIds {
  readonly copId: string;
  readonly dateId: string;
}

const mostOfCop = 200;
const mostPublic = { past: 8, next: 8 };

/** The dates of CoPs: on the page of each, on *Mijn werk*, and, where a CoP shows them, on the first page. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly access: CopDateAccess,
    private readonly dates: CopDatesRepository,
    private readonly audit: AuditService,
  ) {}

  async listPublic(): Promise<TimelineDate[]> {
    return (await this.dates.listPublic(today(), mostPublic)).map(toTimelineDate);
  }

  async list(actor: Actor, copId: string): Promise<CopDate[]> {
    const cop = await this.access.requireCop(actor, copId, 'date.list');
    return (await this.dates.listOf(copId, mostOfCop)).map((row) => toCopDate(row, actor.principal, cop));
  }

  /** The next dates of CoPs whose dates somebody may see, soonest first. */
  async listNext(copIds: readonly string[], most: number): Promise<TimelineDate[]> {
    return (await this.dates.listNext(copIds, today(), most)).map(toTimelineDate);
  }

  async create(actor: Actor, copId: string, input: DateFacts, origin: RequestOrigin): Promise<CopDate> {
    return this.transactions.run(async (tx) => {
      const cop = await this.access.requireCop(actor, copId, 'date.manage', tx);
      const id = await this.add(tx, { ...input, copId, createdById: actor.personId });
      await this.record(tx, actor, 'date.create', id, origin);
      return this.read(tx, actor, cop, id);
    });
  }

  async update(
    actor: Actor,
    ids: DateIds,
    { version, ...facts }: UpdateDate,
    origin: RequestOrigin,
  ): Promise<CopDate> {
    return this.transactions.run(async (tx) => {
      const { cop, date } = await this.access.requireDate(actor, ids, tx);
      if (date.version !== version) throw new AppError('changed-meanwhile');
      await this.dates.update(tx, date.id, facts);
      await this.record(tx, actor, 'date.update', date.id, origin);
      return this.read(tx, actor, cop, date.id);
    });
  }

  async remove(actor: Actor, ids: DateIds, origin: RequestOrigin): Promise<Done> {
    return this.transactions.run(async (tx) => {
      const { date } = await this.access.requireDate(actor, ids, tx);
      await this.dates.remove(tx, date.id);
      await this.record(tx, actor, 'date.remove', date.id, origin);
      return { done: true };
    });
  }

  /** Adds a date within somebody else's transaction, without asking who may. */
  async add(
    tx: EntityManager,
    date: DateFacts & { readonly copId: string; readonly createdById: string },
  ): Promise<string> {
    const id = uuidv7();
    await this.dates.insert(tx, { id, ...date });
    return id;
  }

  private async read(tx: EntityManager, actor: Actor, cop: DatedCop, id: string): Promise<CopDate> {
    const row = await this.dates.findIn(cop.id, id, tx);
    if (!row) throw new AppError('not-found');
    return toCopDate(row, actor.principal, cop);
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    objectId: string,
    origin: RequestOrigin,
  ): Promise<void> {
    await this.audit.record(tx, { actor, action, objectType: 'date', objectId, result: 'done', origin });
  }
}
