import { Injectable } from '@nestjs/common';
import type { CaseEffects } from '@kring/contracts';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { CopAccess } from '../cops/cop-access.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { LearningQuestionLinksService } from '../learning-agenda/learning-question-links.service.ts';
import { EffectAccess } from './effect-access.ts';
import { EffectRecorder } from './effect-recorder.ts';
import { EffectWritesRepository } from './effect-writes.repository.ts';
import { EffectsReader } from './effects-reader.ts';

const action = 'effect.propose-question';

/** What nobody knows becomes a learning question of the CoP. */
@Injectable()
export class EffectProposalsService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly access: EffectAccess,
    private readonly cops: CopAccess,
    private readonly questions: LearningQuestionLinksService,
    private readonly writes: EffectWritesRepository,
    private readonly reader: EffectsReader,
    private readonly recorder: EffectRecorder,
  ) {}

  /** Once: whoever presses again, or at the same moment, gets the question that is there. */
  async propose(actor: Actor, gapId: string, origin: RequestOrigin): Promise<CaseEffects> {
    return this.transactions.run(async (tx) => {
      // The CoP is locked before its cases, as everywhere; in which one this is, the gap says.
      const { copId } = await this.access.requireCaseOfPart(actor, 'gap', gapId, action, tx);
      await this.cops.requireCop(actor, copId, 'learning-question.create', tx);
      const { openCase, matrix } = await this.access.requirePart(actor, 'gap', gapId, action, tx);
      const gap = await this.writes.findGapToPropose(tx, gapId);
      if (!gap || gap.removedAt !== null) throw new AppError('not-found');
      if (gap.learningQuestionId === null) {
        const about = { copId: openCase.copId, caseId: openCase.id, text: gap.question };
        const learningQuestionId = await this.questions.addForCase(tx, actor, about, origin);
        await this.writes.updatePart(tx, 'gap', gapId, { learningQuestionId });
        const where = { caseId: openCase.id, matrixId: matrix.id };
        await this.recorder.recordChange(tx, actor, action, where, origin);
      }
      return this.reader.read(actor, openCase, tx);
    });
  }
}
