import { Injectable } from '@nestjs/common';
import type { EndpointInput, Template, TemplateSummary, endpoints } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { PeopleService } from '../identity/people.service.ts';
import type { CaseTemplateEntity } from './case-template.entity.ts';
import { TemplateAccess, type UsingCop } from './template-access.ts';
import { toTemplate, toTemplateSummary } from './template.mapper.ts';
import { TemplatesRepository } from './templates.repository.ts';

type CreateTemplate = EndpointInput<typeof endpoints.createTemplate>['body'];
type UpdateTemplate = EndpointInput<typeof endpoints.updateTemplate>['body'];
interface TemplateIds {
  readonly copId: string;
  readonly templateId: string;
}

const mostOfCop = 50;
const mostInList = 500;

/** Templates of cases: what a CoP can begin with, and its facilitators changing that. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly access: TemplateAccess,
    private readonly templates: TemplatesRepository,
    private readonly people: PeopleService,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor, copId: string, isArchived: boolean): Promise<TemplateSummary[]> {
    const cop = await this.access.requireCop(actor, copId, isArchived ? 'template.manage' : 'template.list');
    return this.listFor(actor, cop, isArchived);
  }

  async get(actor: Actor, ids: TemplateIds): Promise<Template> {
    const { cop, template } = await this.access.requireUsable(actor, ids, 'template.list');
    return toTemplate(template, await this.asker(actor, cop));
  }

  async create(actor: Actor, copId: string, input: CreateTemplate, origin: RequestOrigin): Promise<Template> {
    return this.transactions.run(async (tx) => {
      const cop = await this.access.requireCop(actor, copId, 'template.manage', tx);
      return this.add(tx, actor, { cop, input, act: 'template.create', origin });
    });
  }

  async copy(actor: Actor, ids: TemplateIds, name: string, origin: RequestOrigin): Promise<Template> {
    return this.transactions.run(async (tx) => {
      const { cop, template } = await this.access.requireUsable(actor, ids, 'template.manage', tx);
      const { description, language, sections } = template;
      const input = { name, description, language, sections };
      return this.add(tx, actor, { cop, input, act: 'template.copy', origin });
    });
  }

  async update(
    actor: Actor,
    ids: TemplateIds,
    { version, ...changes }: UpdateTemplate,
    origin: RequestOrigin,
  ): Promise<Template> {
    return this.transactions.run(async (tx) => {
      const { cop, template } = await this.access.requireOwn(actor, ids, tx);
      if (template.version !== version) throw new AppError('changed-meanwhile');
      await this.templates.update(tx, template.id, changes);
      await this.record(tx, actor, 'template.update', template.id, origin);
      return this.read(tx, actor, cop, template.id);
    });
  }

  async setArchived(
    actor: Actor,
    ids: TemplateIds,
    isArchived: boolean,
    origin: RequestOrigin,
  ): Promise<Template> {
    return this.transactions.run(async (tx) => {
      const { cop, template } = await this.access.requireOwn(actor, ids, tx);
      if ((template.archivedAt !== null) !== isArchived) {
        if (!isArchived) await this.requireRoom(tx, cop.id);
        await this.templates.setArchived(tx, template.id, isArchived);
        const act = isArchived ? 'template.archive' : 'template.restore';
        await this.record(tx, actor, act, template.id, origin);
      }
      return this.read(tx, actor, cop, template.id);
    });
  }

  async chooseDefault(
    actor: Actor,
    copId: string,
    templateId: string | null,
    origin: RequestOrigin,
  ): Promise<TemplateSummary[]> {
    return this.transactions.run(async (tx) => {
      const cop =
        templateId === null
          ? await this.access.requireCop(actor, copId, 'template.manage', tx)
          : await this.requireLivingOwn(actor, { copId, templateId }, tx);
      await this.templates.setDefault(tx, copId, templateId);
      await this.record(tx, actor, 'template.choose-default', templateId ?? copId, origin);
      return this.listFor(actor, cop, false, tx);
    });
  }

  private async requireLivingOwn(actor: Actor, ids: TemplateIds, tx: EntityManager): Promise<UsingCop> {
    const { cop, template } = await this.access.requireOwn(actor, ids, tx);
    if (template.archivedAt !== null) throw new AppError('not-found');
    return cop;
  }

  private async add(
    tx: EntityManager,
    actor: Actor,
    { cop, input, act, origin }: { cop: UsingCop; input: CreateTemplate; act: string; origin: RequestOrigin },
  ): Promise<Template> {
    await this.requireRoom(tx, cop.id);
    const id = uuidv7();
    await this.templates.insert(tx, { id, copId: cop.id, createdById: actor.personId, ...input });
    await this.record(tx, actor, act, id, origin);
    return this.read(tx, actor, cop, id);
  }

  private async requireRoom(tx: EntityManager, copId: string): Promise<void> {
    if ((await this.templates.countOwn(tx, copId)) >= mostOfCop) throw new AppError('too-many-templates');
  }

  private async listFor(
    actor: Actor,
    cop: UsingCop,
    isArchived: boolean,
    tx?: EntityManager,
  ): Promise<TemplateSummary[]> {
    const rows = await this.templates.list(cop.id, { isArchived, limit: mostInList }, tx);
    const asker = await this.asker(actor, cop, tx);
    return rows.map((row) => toTemplateSummary(row, asker));
  }

  private async read(tx: EntityManager, actor: Actor, cop: UsingCop, id: string): Promise<Template> {
    const row: CaseTemplateEntity | null = await this.templates.findFor(cop.id, id, tx);
    if (!row) throw new AppError('not-found');
    return toTemplate(row, await this.asker(actor, cop, tx));
  }

  private async asker(actor: Actor, cop: UsingCop, tx?: EntityManager) {
    const language = (await this.people.findById(actor.personId, tx))?.language ?? 'nl';
    const chosen = await this.templates.findDefault(cop.id, language, tx);
    return { principal: actor.principal, cop, defaultId: chosen?.id ?? null };
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    objectId: string,
    origin: RequestOrigin,
  ): Promise<void> {
    await this.audit.record(tx, { actor, action, objectType: 'template', objectId, result: 'done', origin });
  }
}
