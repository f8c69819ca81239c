import { Injectable } from '@nestjs/common';
import { can, withRoleIn, type ActionOn, type Principal } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import { requireAllowed } from '../common/require-allowed.ts';
import { CopMembersService } from '../cops/cop-members.service.ts';
import type { Actor } from '../identity/actor.ts';
import { toQuestionFacts } from './learning-question.mapper.ts';
import { LearningQuestionsRepository, type LearningQuestionRow } from './learning-questions.repository.ts';

export interface OpenedQuestion {
  readonly question: LearningQuestionRow;
  /** With the role that counts at this moment. */
  readonly principal: Principal;
}

/** The only door to a learning question. */
@Injectable()
export class LearningQuestionAccess {
  constructor(
    private readonly members: CopMembersService,
    private readonly questions: LearningQuestionsRepository,
  ) {}

  /**
   * The question, if the actor may do this to it. Its CoP stays locked to the end of the transaction, so that acts on
   * one agenda and its members come one after the other.
   */
  async requireQuestion(
    tx: EntityManager,
    actor: Actor,
    questionId: string,
    action: ActionOn<'learning-question'>,
  ): Promise<OpenedQuestion> {
    await this.questions.lockCopOf(tx, questionId);
    const question = await this.questions.findById(actor.principal, questionId, tx);
    if (question === null) throw new AppError('not-found');
    const role = await this.members.findRole(question.copId, actor.personId, tx);
    const principal = withRoleIn(actor.principal, question.copId, role);
    requireAllowed(can(principal, action, toQuestionFacts(question)));
    return { question, principal };
  }

  /** As `requireQuestion`, for changing it: refuses when somebody changed it meanwhile. */
  async requireUnchanged(
    tx: EntityManager,
    actor: Actor,
    questionId: string,
    { action, version }: { action: ActionOn<'learning-question'>; version: number },
  ): Promise<LearningQuestionRow> {
    const { question } = await this.requireQuestion(tx, actor, questionId, action);
    if (question.version !== version) throw new AppError('changed-meanwhile');
    return question;
  }
}
