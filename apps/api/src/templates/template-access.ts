import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import { CopAccess } from '../cops/cop-access.ts';
import type { Actor } from '../identity/actor.ts';
import type { CaseTemplateEntity } from './case-template.entity.ts';
import { TemplatesRepository } from './templates.repository.ts';

type TemplateAction = 'template.list' | 'template.manage';

/** The CoP by which somebody comes to templates. */
export type UsingCop = Awaited<ReturnType<CopAccess['requireCop']>>;

export interface OpenedTemplate {
  readonly cop: UsingCop;
  readonly template: CaseTemplateEntity;
}

/** The only door to templates: through the CoP that uses them. */
@Injectable()
export class TemplateAccess {
  constructor(
    private readonly cops: CopAccess,
    private readonly templates: TemplatesRepository,
  ) {}

  async requireCop(
    actor: Actor,
    copId: string,
    action: TemplateAction,
    tx?: EntityManager,
  ): Promise<UsingCop> {
    return this.cops.requireCop(actor, copId, action, tx);
  }

  /** A template of the CoP, or one of the network, to look at or to copy. */
  async requireUsable(
    actor: Actor,
    { copId, templateId }: { copId: string; templateId: string },
    action: TemplateAction,
    tx?: EntityManager,
  ): Promise<OpenedTemplate> {
    const cop = await this.requireCop(actor, copId, action, tx);
    const template = await this.templates.findFor(copId, templateId, tx);
    if (!template) throw new AppError('not-found');
    return { cop, template };
  }

  /** A template of the CoP itself. In a transaction the CoP, and with it all of its templates, stays locked. */
  async requireOwn(
    actor: Actor,
    ids: { copId: string; templateId: string },
    tx: EntityManager,
  ): Promise<OpenedTemplate> {
    const opened = await this.requireUsable(actor, ids, 'template.manage', tx);
    if (opened.template.copId === null) throw new AppError('not-found');
    return opened;
  }
}
