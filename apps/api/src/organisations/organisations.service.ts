import { Injectable } from '@nestjs/common';
import type { endpoints, EndpointInput, Organisation, OrganisationPage, PageOf } from '@kring/contracts';
import { abilities, numberedSlug, platform, toSlug } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import { readCursor, toPage } from '../common/cursor.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { brokenConstraintOf, TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import type { OrganisationEntity } from './organisation.entity.ts';
import { toOrganisation, toOrganisationPage } from './organisation.mapper.ts';
import { organisationCursorSchema, OrganisationsRepository } from './organisations.repository.ts';
import { middleOf, requirePastDay, today } from './past-day.ts';

type NewOrganisation = EndpointInput<typeof endpoints.createOrganisation>['body'];
type OrganisationChanges = EndpointInput<typeof endpoints.updateOrganisation>['body'];

export interface FormerName {
  readonly name: string;
  readonly until: Date;
}

const pageSize = 200;

/** Organisations, with their earlier names and the organisation that they are part of. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly organisations: OrganisationsRepository,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor, cursor: string | undefined): Promise<PageOf<Organisation>> {
    const after = readCursor(cursor, organisationCursorSchema);
    const found = await this.organisations.list(after, pageSize + 1);
    const formerNames = await this.organisations.listFormerNames(found.map(({ id }) => id));
    const namesOf = Map.groupBy(formerNames, ({ organisationId }) => organisationId);
    const allowed = organisationAbilities(actor);
    return toPage(found, pageSize, {
      item: (entity) => toOrganisation(entity, namesOf.get(entity.id) ?? [], allowed),
      cursor: ({ name, id }) => [name, id],
    });
  }

  async create(actor: Actor, input: NewOrganisation, origin: RequestOrigin): Promise<Organisation> {
    return this.transactions.run(async (tx) => {
      const id = await this.add(tx, input);
      await this.record(tx, actor, 'organisation.create', id, origin);
      return this.get(tx, actor, id);
    });
  }

  async update(
    actor: Actor,
    id: string,
    { renamedOn, ...changes }: OrganisationChanges,
    origin: RequestOrigin,
  ): Promise<Organisation> {
    if (renamedOn !== undefined) requirePastDay('renamedOn', renamedOn);
    return this.transactions.run(async (tx) => {
      await this.organisations.lockTree(tx);
      const present = await this.organisations.findForUpdate(tx, id);
      if (!present) throw new AppError('not-found');
      await this.requireParent(tx, present, changes.parentId);
      if (changes.name !== undefined && changes.name !== present.name) {
        await this.keepName(tx, present, renamedOn);
      }
      await withKnownParent(() => this.organisations.update(tx, id, changes));
      await this.record(tx, actor, 'organisation.update', id, origin);
      return this.get(tx, actor, id);
    });
  }

  /** Adds an organisation within somebody else's transaction, such as that of the demo programme; returns its id. */
  async add(
    tx: EntityManager,
    organisation: NewOrganisation & { slug?: string; formerNames?: readonly FormerName[] },
  ): Promise<string> {
    const { slug, formerNames = [], ...columns } = organisation;
    const id = uuidv7();
    await this.organisations.lockTree(tx);
    await this.requireOpenParent(tx, columns.parentId);
    const freeSlug = slug ?? (await this.findFreeSlug(tx, organisation.name));
    await withKnownParent(() => this.organisations.insert(tx, { ...columns, id, slug: freeSlug }));
    for (const { name, until } of formerNames) {
      await this.organisations.insertFormerName(tx, id, name, until);
    }
    return id;
  }

  private async findFreeSlug(tx: EntityManager, name: string): Promise<string> {
    const wanted = toSlug(name);
    for (let attempt = 1; ; attempt++) {
      const slug = numberedSlug(wanted, attempt);
      if (!(await this.organisations.isSlugTaken(tx, slug))) return slug;
    }
  }

  /** An organisation with those around it. */
  async page(actor: Actor, id: string): Promise<OrganisationPage> {
    const entity = await this.organisations.findById(id);
    if (!entity) throw new AppError('not-found');
    const [formerNames, around, cops] = await Promise.all([
      this.organisations.listFormerNames([id]),
      this.organisations.listAround(entity),
      this.organisations.listCoordinatedCops(id),
    ]);
    return toOrganisationPage(
      toOrganisation(entity, formerNames, organisationAbilities(actor)),
      around,
      cops,
    );
  }

  /** The present name becomes a former one. Names follow each other: none ends before the one before it. */
  private async keepName(
    tx: EntityManager,
    { id, name }: OrganisationEntity,
    renamedOn?: string,
  ): Promise<void> {
    const until = renamedOn === undefined || renamedOn === today() ? new Date() : middleOf(renamedOn);
    const [last] = await this.organisations.listFormerNames([id], tx);
    if (last && until < last.until) {
      throw new AppError('invalid-input', { errors: [{ path: 'renamedOn', code: 'too-early' }] });
    }
    await this.organisations.insertFormerName(tx, id, name, until);
  }

  /** The one above must be there, go on, and not stand below. It may stay as it is when it has ended meanwhile. */
  private async requireParent(
    tx: EntityManager,
    { id, parentId: present }: OrganisationEntity,
    parentId?: string | null,
  ): Promise<void> {
    if (!parentId || parentId === present) return;
    if (await this.organisations.isWithin(tx, id, parentId)) throw new AppError('organisation-cycle');
    await this.requireOpenParent(tx, parentId);
  }

  private async requireOpenParent(tx: EntityManager, parentId: string | null): Promise<void> {
    const parent = parentId === null ? null : await this.organisations.findForUpdate(tx, parentId);
    if (!parent?.endedOn) return;
    throw new AppError('invalid-input', { errors: [{ path: 'parentId', code: 'ended' }] });
  }

  async get(tx: EntityManager, actor: Actor, id: string): Promise<Organisation> {
    const entity = await this.organisations.findForUpdate(tx, id);
    if (!entity) throw new AppError('not-found');
    const formerNames = await this.organisations.listFormerNames([id], tx);
    return toOrganisation(entity, formerNames, organisationAbilities(actor));
  }

  async record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    objectId: string,
    origin: RequestOrigin,
  ): Promise<void> {
    await this.audit.record(tx, {
      actor,
      action,
      objectType: 'organisation',
      objectId,
      result: 'done',
      origin,
    });
  }
}

function organisationAbilities({ principal }: Actor) {
  return abilities(principal, platform).filter((action) => action.startsWith('organisation.'));
}

async function withKnownParent(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (brokenConstraintOf(error) !== 'fk_organisations_parent') throw error;
    throw new AppError('invalid-input', { errors: [{ path: 'parentId', code: 'not-found' }] });
  }
}
