import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { CaseEffects, EndpointInput, endpoints } from '@kring/contracts';
import {
  entryForCell,
  findTheme,
  frameworkOf,
  isCollecting,
  isKnowledgeGap,
  isReasonMissing,
  proposedQuestion,
} from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { EffectAccess, type OpenMatrix } from './effect-access.ts';
import type { CellRow } from './effect-parts.repository.ts';
import { EffectRecorder } from './effect-recorder.ts';
import { EffectWritesRepository } from './effect-writes.repository.ts';
import { EffectsReader } from './effects-reader.ts';

type Note = EndpointInput<typeof endpoints.noteEffect>['body'];
type AddLink = EndpointInput<typeof endpoints.addEffectLink>['body'];
type UpdateLink = EndpointInput<typeof endpoints.updateEffectLink>['body'];
type AddGap = EndpointInput<typeof endpoints.addKnowledgeGap>['body'];
type UpdateGap = EndpointInput<typeof endpoints.updateKnowledgeGap>['body'];

const mostLinks = 200;
const mostGaps = 200;

/** What the talk after a reveal leaves: what was agreed, links between cells, and what nobody knows. */
@Injectable()
export class EffectTalkService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly access: EffectAccess,
    private readonly writes: EffectWritesRepository,
    private readonly reader: EffectsReader,
    private readonly recorder: EffectRecorder,
  ) {}

  async note(
    actor: Actor,
    cellId: string,
    { version, agreed }: Note,
    origin: RequestOrigin,
  ): Promise<CaseEffects> {
    return this.transactions.run(async (tx) => {
      const open = await this.requireRevealedCell(actor, cellId, tx);
      const { cell, openCase } = open;
      if (isReasonMissing(agreed)) {
        throw new AppError('invalid-input', { errors: [{ path: 'why', code: 'too_small', minimum: 1 }] });
      }
      const kept = entryForCell(agreed, cell.dimension);
      if (!isDeepStrictEqual(cell.agreed, kept)) {
        const isKept = await this.writes.note(tx, cellId, version, {
          agreed: kept,
          notedById: actor.personId,
        });
        if (!isKept) throw new AppError('changed-meanwhile');
        if (isKnowledgeGap(kept)) await this.proposeQuestion(tx, actor, open);
        const about = { caseId: openCase.id, matrixId: cell.matrixId, cellId };
        await this.recorder.recordChange(tx, actor, 'effect.note', about, origin);
      }
      return this.reader.read(actor, openCase, tx);
    });
  }

  async addLink(actor: Actor, caseId: string, body: AddLink, origin: RequestOrigin): Promise<CaseEffects> {
    return this.transactions.run(async (tx) => {
      const { openCase, matrix } = await this.access.requireMatrix(actor, caseId, 'effect.contribute', tx);
      const where = { matrixId: matrix.id, caseId };
      if (!(await this.writes.hasPart(tx, 'link', body.id, where))) {
        if (body.fromCellId === body.toCellId) {
          throw new AppError('invalid-input', { errors: [{ path: 'toCellId', code: 'custom' }] });
        }
        for (const cellId of [body.fromCellId, body.toCellId]) {
          const { cell } = await this.requireRevealedCell(actor, cellId, tx);
          if (cell.matrixId !== matrix.id) throw new AppError('not-found');
        }
        this.recorder.requireRoom(await this.writes.countParts(tx, 'link', where), mostLinks);
        const link = { ...body, matrixId: matrix.id, createdById: actor.personId };
        if (!(await this.writes.insertLink(tx, link))) throw new AppError('not-found');
        await this.recordLink(tx, actor, { openCase, matrix }, origin);
      }
      return this.reader.read(actor, openCase, tx);
    });
  }

  async updateLink(
    actor: Actor,
    linkId: string,
    { version, ...changes }: UpdateLink,
    origin: RequestOrigin,
  ): Promise<CaseEffects> {
    return this.transactions.run(async (tx) => {
      const found = await this.access.requirePart(actor, 'link', linkId, 'effect.contribute', tx);
      if (found.part.version !== version) throw new AppError('changed-meanwhile');
      await this.writes.updatePart(tx, 'link', linkId, changes);
      await this.recordLink(tx, actor, found, origin);
      return this.reader.read(actor, found.openCase, tx);
    });
  }

  async addGap(
    actor: Actor,
    cellId: string,
    { id, question }: AddGap,
    origin: RequestOrigin,
  ): Promise<CaseEffects> {
    return this.transactions.run(async (tx) => {
      const open = await this.requireRevealedCell(actor, cellId, tx);
      const where = { matrixId: open.cell.matrixId, caseId: open.openCase.id };
      if (!(await this.writes.hasPart(tx, 'gap', id, where))) {
        await this.insertGap(tx, actor, open, { id, question });
        const about = { ...where, cellId };
        await this.recorder.recordChange(tx, actor, 'effect.change-gaps', about, origin);
      }
      return this.reader.read(actor, open.openCase, tx);
    });
  }

  async updateGap(
    actor: Actor,
    gapId: string,
    { version, ...changes }: UpdateGap,
    origin: RequestOrigin,
  ): Promise<CaseEffects> {
    return this.transactions.run(async (tx) => {
      const { openCase, matrix, part } = await this.access.requirePart(
        actor,
        'gap',
        gapId,
        'effect.contribute',
        tx,
      );
      if (part.version !== version) throw new AppError('changed-meanwhile');
      await this.writes.updatePart(tx, 'gap', gapId, changes);
      const about = { caseId: openCase.id, matrixId: matrix.id };
      await this.recorder.recordChange(tx, actor, 'effect.change-gaps', about, origin);
      return this.reader.read(actor, openCase, tx);
    });
  }

  /** Talk comes after the reveal: what is noted in an open round would steer those who still fill in. */
  private async requireRevealedCell(actor: Actor, cellId: string, tx: EntityManager) {
    const open = await this.access.requireCell(actor, cellId, 'effect.contribute', tx);
    if (isCollecting(open.cell)) throw new AppError('round-open');
    return open;
  }

  /** Once per cell; people reword it or take it away. */
  private async proposeQuestion(
    tx: EntityManager,
    actor: Actor,
    open: { readonly openCase: OpenMatrix['openCase']; readonly cell: CellRow },
  ): Promise<void> {
    const { cell, openCase } = open;
    const { gaps = [], framework } = (await this.reader.read(actor, openCase, tx)).matrix ?? {};
    if (!framework || gaps.some((gap) => gap.cellId === cell.id)) return;
    const language = await this.recorder.languageOf(tx, actor);
    const theme = findTheme(frameworkOf(framework), cell.theme)?.names[language] ?? cell.theme;
    const about = { option: cell.optionTitle, theme, dimension: cell.dimension };
    const question = proposedQuestion(language, about);
    await this.insertGap(tx, actor, open, { id: uuidv7(), question });
  }

  private async insertGap(
    tx: EntityManager,
    actor: Actor,
    { openCase, cell }: { readonly openCase: OpenMatrix['openCase']; readonly cell: CellRow },
    gap: AddGap,
  ): Promise<void> {
    const where = { matrixId: cell.matrixId, caseId: openCase.id };
    this.recorder.requireRoom(await this.writes.countParts(tx, 'gap', where), mostGaps);
    const row = { ...gap, caseId: openCase.id, cellId: cell.id, notedById: actor.personId };
    if (!(await this.writes.insertGap(tx, row))) throw new AppError('not-found');
  }

  private async recordLink(
    tx: EntityManager,
    actor: Actor,
    { openCase, matrix }: OpenMatrix,
    origin: RequestOrigin,
  ): Promise<void> {
    const about = { caseId: openCase.id, matrixId: matrix.id };
    await this.recorder.recordChange(tx, actor, 'effect.change-links', about, origin);
  }
}
