import { Injectable } from '@nestjs/common';
import type {
  CaseEffects,
  EffectTheory,
  EndpointInput,
  FrameworkId,
  Language,
  endpoints,
} from '@kring/contracts';
import { cellsOf, frameworkOf, newestFramework } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { EffectAccess } from './effect-access.ts';
import { EffectRecorder } from './effect-recorder.ts';
import { EffectWritesRepository } from './effect-writes.repository.ts';
import { EffectsReader } from './effects-reader.ts';

type AddOption = EndpointInput<typeof endpoints.addEffectOption>['body'];
type UpdateOption = EndpointInput<typeof endpoints.updateEffectOption>['body'];

const mostOptions = 12;
const zeroTitle: Readonly<Record<Language, string>> = { nl: 'Niets veranderen', en: 'Change nothing' };
const noTheory: EffectTheory = { condition: '', consequence: '', reason: '' };

/** The effect matrix of a case: reading it, starting it, and its options. */
@Injectable()
export class EffectsService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly access: EffectAccess,
    private readonly writes: EffectWritesRepository,
    private readonly reader: EffectsReader,
    private readonly recorder: EffectRecorder,
  ) {}

  async get(actor: Actor, caseId: string): Promise<CaseEffects> {
    return this.reader.read(actor, await this.access.requireCase(actor, caseId, 'effect.read'));
  }

  async getStamp(actor: Actor, caseId: string): Promise<{ stamp: string }> {
    await this.access.requireCase(actor, caseId, 'effect.read');
    return { stamp: await this.reader.stamp(caseId) };
  }

  /** A second click finds the matrix that the first one made. */
  async start(
    actor: Actor,
    caseId: string,
    frameworkId: FrameworkId,
    origin: RequestOrigin,
  ): Promise<CaseEffects> {
    return this.transactions.run(async (tx) => {
      const openCase = await this.access.requireCase(actor, caseId, 'effect.manage', tx);
      const present = await this.reader.read(actor, openCase, tx);
      if (present.matrix) {
        if (present.matrix.framework.id === frameworkId) return present;
        throw new AppError('changed-meanwhile');
      }
      const zero = { title: zeroTitle[await this.recorder.languageOf(tx, actor)], theory: noTheory };
      await this.addMatrix(tx, { caseId, frameworkId, createdById: actor.personId, zero });
      await this.recorder.record(tx, actor, 'effect.start', { caseId }, origin);
      await this.recorder.news.tellOpened(tx, actor, caseId);
      return this.reader.read(actor, openCase, tx);
    });
  }

  /** Adds a matrix with its zero option, within somebody else's transaction. */
  async addMatrix(
    tx: EntityManager,
    {
      caseId,
      frameworkId,
      createdById,
      zero,
    }: {
      readonly caseId: string;
      readonly frameworkId: FrameworkId;
      readonly createdById: string;
      readonly zero: { readonly title: string; readonly theory: EffectTheory };
    },
  ): Promise<{ matrixId: string; zeroId: string }> {
    const framework = newestFramework(frameworkId);
    const matrixId = await this.writes.insertMatrix(tx, {
      caseId,
      frameworkId,
      frameworkVersion: framework.version,
      createdById,
    });
    const zeroId = uuidv7();
    const option = { id: zeroId, matrixId, title: zero.title, ...zero.theory, isZero: true, position: 1 };
    await this.writes.insertOption(tx, option, cellsOf(framework));
    return { matrixId, zeroId };
  }

  async addOption(
    actor: Actor,
    caseId: string,
    body: AddOption,
    origin: RequestOrigin,
  ): Promise<CaseEffects> {
    return this.transactions.run(async (tx) => {
      const { openCase, matrix } = await this.access.requireMatrix(actor, caseId, 'effect.manage', tx);
      const where = { matrixId: matrix.id, caseId };
      if (!(await this.writes.hasPart(tx, 'option', body.id, where))) {
        const count = await this.writes.countParts(tx, 'option', where);
        this.recorder.requireRoom(count, mostOptions);
        const cells = cellsOf(frameworkOf({ id: matrix.frameworkId, version: matrix.frameworkVersion }));
        const { id, title, theory } = body;
        const option = { id, title, ...theory, matrixId: matrix.id, position: count + 1 };
        // An id of another matrix is nobody's business here.
        if (!(await this.writes.insertOption(tx, option, cells))) throw new AppError('not-found');
        await this.recorder.recordChange(
          tx,
          actor,
          'effect.change-options',
          { caseId, matrixId: matrix.id },
          origin,
        );
        await this.recorder.news.tellOpened(tx, actor, caseId);
      }
      return this.reader.read(actor, openCase, tx);
    });
  }

  async updateOption(
    actor: Actor,
    optionId: string,
    { version, theory, position, title, isRemoved }: UpdateOption,
    origin: RequestOrigin,
  ): Promise<CaseEffects> {
    return this.transactions.run(async (tx) => {
      const found = await this.access.requirePart(actor, 'option', optionId, 'effect.manage', tx);
      const { openCase, matrix, part } = found;
      if (part.version !== version) throw new AppError('changed-meanwhile');
      await this.writes.updatePart(tx, 'option', optionId, {
        ...(title !== undefined && { title }),
        ...theory,
        isRemoved,
      });
      if (position !== undefined) await this.writes.placeOption(tx, matrix.id, optionId, position);
      const change = { caseId: openCase.id, matrixId: matrix.id };
      await this.recorder.recordChange(tx, actor, 'effect.change-options', change, origin);
      return this.reader.read(actor, openCase, tx);
    });
  }
}
