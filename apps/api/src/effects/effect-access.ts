import { Injectable } from '@nestjs/common';
import type { ActionOn } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { CaseAccess, type CaseRow } from '../cases/case-access.ts';
import { AppError } from '../common/app-error.ts';
import type { Actor } from '../identity/actor.ts';
import type { EffectMatrixEntity } from './effect-matrix.entity.ts';
import {
  EffectPartsRepository,
  type CellRow,
  type PartKind,
  type PartRow,
} from './effect-parts.repository.ts';

export type EffectAction = Extract<ActionOn<'case'>, `effect.${string}`>;

/** A matrix that the actor may do something to, with its case. */
export interface OpenMatrix {
  readonly openCase: CaseRow;
  readonly matrix: Pick<EffectMatrixEntity, 'id' | 'frameworkId' | 'frameworkVersion'>;
}

/** The only door to the effect matrix of a case and to its parts: each is as open as its case. */
@Injectable()
export class EffectAccess {
  constructor(
    private readonly cases: CaseAccess,
    private readonly parts: EffectPartsRepository,
  ) {}

  async requireCase(
    actor: Actor,
    caseId: string,
    action: EffectAction,
    tx?: EntityManager,
  ): Promise<CaseRow> {
    return this.cases.requireCase(actor, caseId, action, tx);
  }

  /** Not-found as well for a case whose matrix nobody has started. */
  async requireMatrix(
    actor: Actor,
    caseId: string,
    action: EffectAction,
    tx: EntityManager,
  ): Promise<OpenMatrix> {
    const openCase = await this.cases.requireCase(actor, caseId, action, tx);
    const matrix = await this.parts.findMatrix(caseId, tx);
    if (!matrix) throw new AppError('not-found');
    return { openCase, matrix };
  }

  /** An option, link or knowledge gap. It stays locked to the end of the transaction. */
  async requirePart(
    actor: Actor,
    kind: PartKind,
    id: string,
    action: EffectAction,
    tx: EntityManager,
  ): Promise<OpenMatrix & { readonly part: PartRow }> {
    const caseId = await this.parts.findCaseId(kind, id, tx);
    if (caseId === null) throw new AppError('not-found');
    const open = await this.requireMatrix(actor, caseId, action, tx);
    const part = await this.parts.lockPart(kind, id, tx);
    if (!part) throw new AppError('not-found');
    return { ...open, part };
  }

  /** The case of an option, link or knowledge gap, as it is now and not locked. */
  async requireCaseOfPart(
    actor: Actor,
    kind: PartKind,
    id: string,
    action: EffectAction,
    tx: EntityManager,
  ): Promise<CaseRow> {
    const caseId = await this.parts.findCaseId(kind, id, tx);
    if (caseId === null) throw new AppError('not-found');
    return this.cases.requireCase(actor, caseId, action);
  }

  /** A cell of an option that was not taken away. In a transaction for an act it stays locked to the end. */
  async requireCell(
    actor: Actor,
    cellId: string,
    action: EffectAction,
    tx?: EntityManager,
  ): Promise<{ readonly openCase: CaseRow; readonly cell: CellRow }> {
    const caseId = await this.parts.findCaseId('cell', cellId, tx);
    if (caseId === null) throw new AppError('not-found');
    const openCase = await this.cases.requireCase(actor, caseId, action, tx);
    const cell = await this.parts.findCell(cellId, tx);
    if (!cell) throw new AppError('not-found');
    return { openCase, cell };
  }
}
