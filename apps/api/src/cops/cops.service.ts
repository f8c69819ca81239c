import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Cop, CopSummary, EndpointInput, endpoints } from '@kring/contracts';
import { numberedSlug, toSlug } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { brokenConstraintOf, TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { OrganisationReferences } from '../organisations/organisation-references.service.ts';
import { CopAccess } from './cop-access.ts';
import { CopFoundersService } from './cop-founders.service.ts';
import { toCop, toCopSummary } from './cop.mapper.ts';
import { CopsRepository, type CopRow } from './cops.repository.ts';

type CreateCop = EndpointInput<typeof endpoints.createCop>['body'];
type UpdateCop = EndpointInput<typeof endpoints.updateCop>['body'];

type NewCop = Omit<CreateCop, 'facilitatorEmail'> & { slug?: string; welcome?: string; houseRules?: string };

/** CoPs: what they are about, and setting them up. */
@Injectable()
export class CopsService implements OnModuleInit {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly access: CopAccess,
    private readonly cops: CopsRepository,
    private readonly founders: CopFoundersService,
    private readonly audit: AuditService,
    private readonly references: OrganisationReferences,
  ) {}

  onModuleInit(): void {
    this.references.keepWith('cops', {
      count: (tx, organisationId) => this.cops.countCoordinatedBy(organisationId, tx),
      move: (tx, _after, fromId, toId) => this.cops.moveCoordinator(tx, fromId, toId),
    });
  }

  async list(actor: Actor): Promise<CopSummary[]> {
    return (await this.cops.listAll(actor.principal)).map((row) => toCopSummary(row, actor.principal));
  }

  async listMine(actor: Actor): Promise<CopSummary[]> {
    return (await this.cops.listMine(actor.principal)).map((row) => toCopSummary(row, actor.principal));
  }

  async getBySlug(actor: Actor, slug: string): Promise<Cop> {
    return toCop(await this.access.requireCopBySlug(actor, slug, 'cop.read'), actor.principal);
  }

  async create(actor: Actor, input: CreateCop, origin: RequestOrigin): Promise<Cop> {
    const { facilitatorEmail, ...rest } = input;
    return this.transactions.run(async (tx, after) => {
      const cop = await this.add(tx, rest);
      await this.founders.appoint(tx, after, { actor, cop, email: facilitatorEmail, origin });
      await this.record(tx, actor, 'cop.create', cop.id, origin);
      return this.read(tx, actor, cop.id);
    });
  }

  async update(actor: Actor, copId: string, input: UpdateCop, origin: RequestOrigin): Promise<Cop> {
    const { version, charter, ...rest } = input;
    return this.transactions.run(async (tx) => {
      const cop = await this.access.requireCop(actor, copId, 'cop.update', tx);
      if (cop.version !== version) throw new AppError('changed-meanwhile');
      await this.cops.update(tx, copId, { ...rest, ...charter }).catch(throwCopError);
      await this.record(tx, actor, 'cop.update', copId, origin);
      return this.read(tx, actor, copId);
    });
  }

  /** Adds a CoP, without anybody in it, within somebody else's transaction. */
  async add(
    tx: EntityManager,
    { slug, charter, ...rest }: NewCop,
  ): Promise<{ id: string; slug: string; name: string }> {
    const cop = { id: uuidv7(), slug: slug ?? (await this.findFreeSlug(tx, rest.name)), ...rest, ...charter };
    await this.cops.insert(tx, cop).catch(throwCopError);
    return cop;
  }

  private async read(tx: EntityManager, actor: Actor, copId: string): Promise<Cop> {
    const row: CopRow | null = await this.cops.findById(actor.principal, copId, tx);
    if (!row) throw new AppError('not-found');
    return toCop(row, actor.principal);
  }

  private async findFreeSlug(tx: EntityManager, name: string): Promise<string> {
    const slug = toSlug(name);
    for (let attempt = 1; ; attempt++) {
      const candidate = numberedSlug(slug, attempt);
      if (!(await this.cops.isSlugTaken(tx, candidate))) return candidate;
    }
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    copId: string,
    origin: RequestOrigin,
  ): Promise<void> {
    await this.audit.record(tx, {
      actor,
      action,
      objectType: 'cop',
      objectId: copId,
      result: 'done',
      origin,
    });
  }
}

function throwCopError(error: unknown): never {
  const constraint = brokenConstraintOf(error);
  if (constraint === 'uq_cops_slug') throw new AppError('slug-taken');
  if (constraint === 'fk_cops_coordinator') {
    throw new AppError('invalid-input', { errors: [{ path: 'coordinatorId', code: 'not-found' }] });
  }
  if (constraint === 'ck_cops_open_organisation') {
    throw new AppError('invalid-input', { errors: [{ path: 'coordinatorId', code: 'ended' }] });
  }
  throw error;
}
