import { Injectable } from '@nestjs/common';
import type { EndpointInput, LearningAgenda, LearningQuestion, endpoints } from '@kring/contracts';
import { abilities, questionLetter, withRoleIn } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { CopAccess } from '../cops/cop-access.ts';
import { CopMembersService } from '../cops/cop-members.service.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import type { LearningQuestionEntity } from './learning-question.entity.ts';
import { LearningQuestionAccess } from './learning-question-access.ts';
import { toLearningQuestion } from './learning-question.mapper.ts';
import { LearningQuestionsRepository } from './learning-questions.repository.ts';

type Body<N extends 'createLearningQuestion' | 'updateLearningQuestion' | 'rewordLearningQuestion'> =
  EndpointInput<(typeof endpoints)[N]>['body'];

interface NewQuestion {
  readonly copId: string;
  readonly text: string;
  readonly byId: string;
  readonly at?: Date;
  readonly why?: string;
  readonly ownerId?: string | null;
  readonly parentIds?: readonly string[];
}

interface Wording {
  readonly text: string;
  readonly byId: string;
  readonly changedBecause?: string | undefined;
  /** Now, where it does not say. */
  readonly at?: Date;
}

interface KnownQuestion extends Partial<
  Pick<LearningQuestionEntity, 'status' | 'ownerId' | 'why' | 'tried' | 'learned' | 'nextStep'>
> {
  readonly copId: string;
  /** Oldest first. */
  readonly wordings: readonly [Wording, ...Wording[]];
}

/** The learning agenda of a CoP: questions with letters and their successive wordings. */
@Injectable()
export class LearningAgendaService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly cops: CopAccess,
    private readonly access: LearningQuestionAccess,
    private readonly questions: LearningQuestionsRepository,
    private readonly members: CopMembersService,
    private readonly audit: AuditService,
  ) {}

  async get(actor: Actor, copId: string, tx?: EntityManager): Promise<LearningAgenda> {
    const { myRole } = await this.cops.requireCop(actor, copId, 'learning-question.list', tx);
    const principal = withRoleIn(actor.principal, copId, myRole);
    const rows = await this.questions.listOfCop(actor.principal, copId, tx);
    return {
      questions: rows.map((row) => toLearningQuestion(row, principal)),
      abilities: abilities(principal, { kind: 'cop', copId }),
    };
  }

  async getQuestion(actor: Actor, id: string): Promise<LearningQuestion> {
    return this.transactions.run((tx) => this.read(tx, actor, id));
  }

  async create(
    actor: Actor,
    copId: string,
    input: Body<'createLearningQuestion'>,
    origin: RequestOrigin,
  ): Promise<LearningQuestion> {
    return this.transactions.run(async (tx) => {
      await this.cops.requireCop(actor, copId, 'learning-question.create', tx);
      await this.requireOwner(tx, copId, input.ownerId);
      const id = await this.add(tx, { copId, ...input, byId: actor.personId });
      await this.record(tx, actor, 'learning-question.create', id, origin);
      return this.read(tx, actor, id);
    });
  }

  async update(
    actor: Actor,
    id: string,
    { version, ...changes }: Body<'updateLearningQuestion'>,
    origin: RequestOrigin,
  ): Promise<LearningQuestion> {
    return this.transactions.run(async (tx) => {
      const wanted = { action: 'learning-question.update', version } as const;
      const question = await this.access.requireUnchanged(tx, actor, id, wanted);
      if (changes.ownerId !== question.owner?.id)
        await this.requireOwner(tx, question.copId, changes.ownerId);
      await this.questions.update(tx, id, changes);
      await this.record(tx, actor, 'learning-question.update', id, origin);
      return this.read(tx, actor, id);
    });
  }

  async reword(
    actor: Actor,
    id: string,
    { version, text, changedBecause }: Body<'rewordLearningQuestion'>,
    origin: RequestOrigin,
  ): Promise<LearningQuestion> {
    return this.transactions.run(async (tx) => {
      const wanted = { action: 'learning-question.update', version } as const;
      const question = await this.access.requireUnchanged(tx, actor, id, wanted);
      const number = question.versions.length + 1;
      await this.questions.addWording(tx, {
        questionId: id,
        number,
        text,
        changedBecause,
        byId: actor.personId,
      });
      await this.questions.update(tx, id, {});
      await this.record(tx, actor, 'learning-question.reword', id, origin);
      return this.read(tx, actor, id);
    });
  }

  /** Adds a question under the next letter of its CoP, which is locked; returns its id. */
  async add(
    tx: EntityManager,
    { copId, text, byId, at, why = '', ownerId = null, parentIds = [] }: NewQuestion,
  ): Promise<string> {
    const id = uuidv7();
    const letter = questionLetter(await this.questions.count(tx, copId));
    await this.questions.insert(
      tx,
      { id, copId, letter, why, ownerId },
      { text, byId, ...(at && { at }) },
      parentIds,
    );
    return id;
  }

  /** Adds a question as it stands, with all its wordings, within somebody else's transaction. */
  async addWithHistory(tx: EntityManager, { wordings, copId, ...facts }: KnownQuestion): Promise<void> {
    const [first, ...later] = wordings;
    const id = await this.add(tx, { copId, ...first });
    for (const [place, { changedBecause = '', ...wording }] of later.entries()) {
      await this.questions.addWording(tx, { questionId: id, number: place + 2, changedBecause, ...wording });
    }
    await this.questions.update(tx, id, facts);
  }

  async read(tx: EntityManager, actor: Actor, id: string): Promise<LearningQuestion> {
    const opened = await this.access.requireQuestion(tx, actor, id, 'learning-question.read');
    return toLearningQuestion(opened.question, opened.principal);
  }

  async record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    objectId: string,
    origin: RequestOrigin,
  ): Promise<void> {
    const event = {
      actor,
      action,
      objectType: 'learning-question',
      objectId,
      result: 'done',
      origin,
    } as const;
    await this.audit.record(tx, event);
  }

  private async requireOwner(
    tx: EntityManager,
    copId: string,
    ownerId: string | null | undefined,
  ): Promise<void> {
    if (!ownerId) return;
    if ((await this.members.findRole(copId, ownerId, tx)) === null) throw new AppError('owner-not-member');
  }
}
