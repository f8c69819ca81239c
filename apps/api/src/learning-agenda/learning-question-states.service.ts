import { Injectable } from '@nestjs/common';
import type { EndpointInput, LearningAgenda, LearningQuestion, endpoints } from '@kring/contracts';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { CopAccess } from '../cops/cop-access.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { LearningAgendaService } from './learning-agenda.service.ts';
import { LearningQuestionAccess } from './learning-question-access.ts';
import { toQuestionFacts } from './learning-question.mapper.ts';
import { LearningQuestionsRepository } from './learning-questions.repository.ts';

type Body<N extends 'changeLearningQuestionStatus' | 'splitLearningQuestion' | 'mergeLearningQuestions'> =
  EndpointInput<(typeof endpoints)[N]>['body'];

/** How far questions are, and going on with them as others. */
@Injectable()
export class LearningQuestionStatesService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly cops: CopAccess,
    private readonly access: LearningQuestionAccess,
    private readonly agenda: LearningAgendaService,
    private readonly questions: LearningQuestionsRepository,
  ) {}

  async changeStatus(
    actor: Actor,
    id: string,
    { version, status }: Body<'changeLearningQuestionStatus'>,
    origin: RequestOrigin,
  ): Promise<LearningQuestion> {
    return this.transactions.run(async (tx) => {
      await this.access.requireUnchanged(tx, actor, id, { action: 'learning-question.conclude', version });
      await this.questions.update(tx, id, { status });
      await this.agenda.record(tx, actor, 'learning-question.change-status', id, origin);
      return this.agenda.read(tx, actor, id);
    });
  }

  async split(
    actor: Actor,
    id: string,
    { version, texts }: Body<'splitLearningQuestion'>,
    origin: RequestOrigin,
  ): Promise<LearningAgenda> {
    return this.transactions.run(async (tx) => {
      const wanted = { action: 'learning-question.conclude', version } as const;
      const question = await this.access.requireUnchanged(tx, actor, id, wanted);
      const rest = { copId: question.copId, byId: actor.personId, ownerId: question.owner?.id ?? null };
      for (const text of texts) await this.agenda.add(tx, { ...rest, text, parentIds: [id] });
      await this.questions.update(tx, id, { status: 'split' });
      await this.agenda.record(tx, actor, 'learning-question.split', id, origin);
      return this.agenda.get(actor, question.copId, tx);
    });
  }

  async merge(
    actor: Actor,
    copId: string,
    { questionIds, text }: Body<'mergeLearningQuestions'>,
    origin: RequestOrigin,
  ): Promise<LearningAgenda> {
    return this.transactions.run(async (tx) => {
      await this.cops.requireCop(actor, copId, 'learning-question.merge', tx);
      const parentIds = [...new Set(questionIds)];
      const found = (await this.questions.listOfCop(actor.principal, copId, tx)).filter(({ id }) =>
        parentIds.includes(id),
      );
      if (found.length < 2 || found.length !== parentIds.length) throw new AppError('not-found');
      if (found.some((row) => toQuestionFacts(row).isClosed)) throw new AppError('question-closed');
      const id = await this.agenda.add(tx, { copId, text, byId: actor.personId, parentIds });
      for (const parentId of parentIds) await this.questions.update(tx, parentId, { status: 'merged' });
      await this.agenda.record(tx, actor, 'learning-question.merge', id, origin);
      return this.agenda.get(actor, copId, tx);
    });
  }
}
