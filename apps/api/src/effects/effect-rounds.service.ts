import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type {
  CaseEffects,
  EffectCellInputs,
  EffectEntry,
  EndpointInput,
  MyEffectInput,
  endpoints,
} from '@kring/contracts';
import { entryForCell, isCollecting, isReasonMissing, reopened } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { EffectAccess } from './effect-access.ts';
import { EffectRecorder } from './effect-recorder.ts';
import { EffectWritesRepository, type InputKey } from './effect-writes.repository.ts';
import { EffectsReader } from './effects-reader.ts';

type SaveInput = EndpointInput<typeof endpoints.saveEffectInput>['body'];

/** Private rounds: filling in, revealing, and opening a cell once more. */
@Injectable()
export class EffectRoundsService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly access: EffectAccess,
    private readonly writes: EffectWritesRepository,
    private readonly reader: EffectsReader,
    private readonly recorder: EffectRecorder,
  ) {}

  /** What everybody filled in, for members of the CoP; from outside one sees the spread only. */
  async getInputs(actor: Actor, cellId: string): Promise<EffectCellInputs> {
    const { openCase } = await this.access.requireCell(actor, cellId, 'effect.read');
    const inputs = openCase.myRole === null ? null : await this.reader.readInputs(cellId);
    return { cellId, inputs };
  }

  async saveInput(
    actor: Actor,
    cellId: string,
    { round, version, entry }: SaveInput,
  ): Promise<{ mine: MyEffectInput | null }> {
    return this.transactions.run(async (tx) => {
      // The door holds a reveal off: it is before this or after it, never in between.
      const { cell, openCase } = await this.access.requireCell(actor, cellId, 'effect.contribute', tx);
      if (!isCollecting(cell) || cell.round !== round) throw new AppError('round-closed');
      const key = { cellId, round, personId: actor.personId };
      await this.recorder.news.tookPart(tx, actor, openCase.id);
      if (entry) return { mine: await this.keep(tx, key, version, entryForCell(entry, cell.dimension)) };
      const present = await this.writes.findInput(tx, key);
      if (present && present.version !== version) throw new AppError('changed-meanwhile');
      await this.writes.deleteInput(tx, key);
      return { mine: null };
    });
  }

  private async keep(
    tx: EntityManager,
    key: InputKey,
    version: number,
    entry: EffectEntry,
  ): Promise<MyEffectInput> {
    if (isReasonMissing(entry)) {
      throw new AppError('invalid-input', { errors: [{ path: 'why', code: 'too_small', minimum: 1 }] });
    }
    const stored = await this.writes.saveInput(tx, key, version, entry);
    if (stored !== null) return { version: stored, entry };
    const present = await this.writes.findInput(tx, key);
    // The answer to the first try was lost on the way.
    if (present && isDeepStrictEqual(present.entry, entry)) return { version: present.version, entry };
    throw new AppError('changed-meanwhile');
  }

  /** Asks those who have filled in nothing yet, as far as nobody asked them just now. Who that is, nobody is told. */
  async ask(actor: Actor, caseId: string, origin: RequestOrigin): Promise<{ isAsked: boolean }> {
    return this.transactions.run(async (tx) => {
      const { openCase } = await this.access.requireMatrix(actor, caseId, 'effect.manage', tx);
      const { matrix } = await this.reader.read(actor, openCase, tx);
      if (!matrix?.progress) throw new AppError('round-closed');
      const isAsked = await this.recorder.news.askAgain(tx, actor, caseId);
      if (isAsked) await this.recorder.record(tx, actor, 'effect.ask', { caseId }, origin);
      return { isAsked };
    });
  }

  /** One transaction: of two facilitators at once the second finds it done. */
  async reveal(
    actor: Actor,
    caseId: string,
    optionId: string | null,
    origin: RequestOrigin,
  ): Promise<CaseEffects> {
    return this.transactions.run(async (tx) => {
      const { openCase, matrix } = await this.access.requireMatrix(actor, caseId, 'effect.manage', tx);
      if (
        optionId !== null &&
        !(await this.writes.hasPart(tx, 'option', optionId, { matrixId: matrix.id, caseId }))
      ) {
        throw new AppError('not-found');
      }
      if (await this.writes.reveal(tx, matrix.id, { optionId })) {
        await this.recorder.recordChange(tx, actor, 'effect.reveal', { caseId, matrixId: matrix.id }, origin);
        await this.recorder.news.tellRevealed(tx, actor, caseId);
      }
      return this.reader.read(actor, openCase, tx);
    });
  }

  async revealCell(actor: Actor, cellId: string, origin: RequestOrigin): Promise<CaseEffects> {
    return this.transactions.run(async (tx) => {
      const { openCase, cell } = await this.access.requireCell(actor, cellId, 'effect.manage', tx);
      if (await this.writes.reveal(tx, cell.matrixId, { cellId })) {
        const about = { caseId: openCase.id, matrixId: cell.matrixId, cellId };
        await this.recorder.recordChange(tx, actor, 'effect.reveal', about, origin);
        await this.recorder.news.tellRevealed(tx, actor, openCase.id);
      }
      return this.reader.read(actor, openCase, tx);
    });
  }

  async reopen(actor: Actor, cellId: string, seenRound: number, origin: RequestOrigin): Promise<CaseEffects> {
    return this.transactions.run(async (tx) => {
      const { openCase, cell } = await this.access.requireCell(actor, cellId, 'effect.manage', tx);
      const next = reopened(cell, seenRound);
      if (!next) throw new AppError('changed-meanwhile');
      if (next.round !== cell.round) {
        await this.writes.openRound(tx, cellId, next.round);
        const about = { caseId: openCase.id, matrixId: cell.matrixId, cellId };
        await this.recorder.recordChange(tx, actor, 'effect.reopen', about, origin);
        await this.recorder.news.tellOpened(tx, actor, openCase.id);
      }
      return this.reader.read(actor, openCase, tx);
    });
  }
}
