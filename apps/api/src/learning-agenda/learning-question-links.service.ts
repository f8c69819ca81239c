import { Injectable } from '@nestjs/common';
import type {
  CaseLearningQuestions,
  EndpointInput,
  LearningQuestion,
  LinkableCases,
  endpoints,
} from '@kring/contracts';
import { can, withRoleIn } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.ts';
import { CasesService } from '../cases/cases.service.ts';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { requireAllowed } from '../common/require-allowed.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { LearningAgendaService } from './learning-agenda.service.ts';
import { LearningQuestionAccess } from './learning-question-access.ts';
import { toCaseQuestions, toQuestionFacts } from './learning-question.mapper.ts';
import { LearningQuestionsRepository } from './learning-questions.repository.ts';

type Changes = EndpointInput<typeof endpoints.linkLearningQuestions>['body'];

/** Which questions a case is about. Whoever links may change the case and take part in the agenda. */
@Injectable()
export class LearningQuestionLinksService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly cases: CasesService,
    private readonly agenda: LearningAgendaService,
    private readonly access: LearningQuestionAccess,
    private readonly questions: LearningQuestionsRepository,
    private readonly audit: AuditService,
  ) {}

  async ofCase(actor: Actor, caseId: string): Promise<CaseLearningQuestions> {
    const { copId, myRole } = await this.cases.requireForReading(actor, caseId);
    const principal = withRoleIn(actor.principal, copId, myRole);
    if (!can(principal, 'learning-question.list', { kind: 'cop', copId }).isAllowed) {
      return { questions: null };
    }
    const rows = await this.questions.listOfCop(actor.principal, copId);
    return toCaseQuestions(rows, await this.questions.listIdsOfCase(caseId));
  }

  /** The questions must be of the case's own CoP: to others they do not exist. A closed one can only be let go. */
  async changeOfCase(
    actor: Actor,
    caseId: string,
    { add, remove }: Changes,
    origin: RequestOrigin,
  ): Promise<CaseLearningQuestions> {
    return this.transactions.run(async (tx) => {
      const { copId, myRole } = await this.cases.requireForUpdate(tx, actor, caseId);
      const principal = withRoleIn(actor.principal, copId, myRole);
      const rows = await this.questions.listOfCop(actor.principal, copId, tx);
      const byId = new Map(rows.map((row) => [row.id, row]));
      for (const id of [...add, ...remove]) {
        const question = byId.get(id);
        if (!question) throw new AppError('not-found');
        const action = add.includes(id) ? 'learning-question.link' : 'learning-question.read';
        requireAllowed(can(principal, action, toQuestionFacts(question)));
      }
      for (const id of remove) await this.questions.unlink(tx, caseId, id);
      for (const id of add) await this.questions.link(tx, caseId, id);
      await this.record(tx, actor, caseId, origin);
      return toCaseQuestions(rows, await this.questions.listIdsOfCase(caseId, tx));
    });
  }

  async linkableCases(actor: Actor, questionId: string): Promise<LinkableCases> {
    const { question } = await this.transactions.run((tx) =>
      this.access.requireQuestion(tx, actor, questionId, 'learning-question.link'),
    );
    const linked = new Set(question.cases.map(({ id }) => id));
    const cases = await this.cases.listToUpdate(actor, question.copId);
    return cases.map((one) => ({ ...one, isLinked: linked.has(one.id) }));
  }

  /** The cases must be of the question's own CoP, and the actor's to change. */
  async changeOfQuestion(
    actor: Actor,
    questionId: string,
    { add, remove }: Changes,
    origin: RequestOrigin,
  ): Promise<LearningQuestion> {
    return this.transactions.run(async (tx) => {
      // The CoP is locked before its cases, as everywhere.
      const { question } = await this.access.requireQuestion(tx, actor, questionId, 'learning-question.link');
      for (const caseId of [...new Set([...add, ...remove])].toSorted()) {
        const { copId } = await this.cases.requireForUpdate(tx, actor, caseId);
        if (copId !== question.copId) throw new AppError('not-found');
        if (add.includes(caseId)) await this.questions.link(tx, caseId, questionId);
        else await this.questions.unlink(tx, caseId, questionId);
        await this.record(tx, actor, caseId, origin);
      }
      return this.agenda.read(tx, actor, questionId);
    });
  }

  /**
   * Adds a question that came up in a case, linked to it, within somebody else's transaction. That has locked the CoP,
   * and has asked whether the actor may add a question to its agenda.
   */
  async addForCase(
    tx: EntityManager,
    actor: Actor,
    { copId, caseId, text }: { readonly copId: string; readonly caseId: string; readonly text: string },
    origin: RequestOrigin,
  ): Promise<string> {
    const id = await this.agenda.add(tx, { copId, text, byId: actor.personId });
    await this.questions.link(tx, caseId, id);
    await this.agenda.record(tx, actor, 'learning-question.create', id, origin);
    return id;
  }

  /** Links a case to questions of its CoP as they are called there, within somebody else's transaction. */
  async linkByLetters(
    tx: EntityManager,
    {
      copId,
      caseId,
      letters,
    }: { readonly copId: string; readonly caseId: string; readonly letters: readonly string[] },
  ): Promise<void> {
    for (const letter of letters) {
      const id = await this.questions.findIdByLetter(tx, copId, letter);
      if (id === null) throw new AppError('not-found');
      await this.questions.link(tx, caseId, id);
    }
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    caseId: string,
    origin: RequestOrigin,
  ): Promise<void> {
    await this.audit.record(tx, {
      actor,
      action: 'case.link-learning-questions',
      objectType: 'case',
      objectId: caseId,
      result: 'done',
      origin,
    });
  }
}
