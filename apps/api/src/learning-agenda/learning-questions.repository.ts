import { Injectable } from '@nestjs/common';
import type { LearningQuestionStatus, LearningQuestionVersion, Person } from '@kring/contracts';
import { caseScope, type Principal } from '@kring/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { caseScopeCondition } from '../cases/case-facts-access.ts';
import { personJson } from '../common/person-json.ts';
import { CaseLearningQuestionEntity } from './case-learning-question.entity.ts';
import { LearningQuestionEntity } from './learning-question.entity.ts';
import { LearningQuestionParentEntity } from './learning-question-parent.entity.ts';
import { LearningQuestionVersionEntity } from './learning-question-version.entity.ts';

interface QuestionLink {
  readonly id: string;
  readonly letter: string;
}

/** A question as one person sees it. */
export interface LearningQuestionRow {
  readonly id: string;
  readonly copId: string;
  readonly letter: string;
  readonly status: LearningQuestionStatus;
  readonly owner: Person | null;
  readonly why: string;
  readonly tried: string;
  readonly learned: string;
  readonly nextStep: string;
  readonly openedAt: Date;
  readonly version: number;
  /** `at` as PostgreSQL writes it in JSON. */
  readonly versions: readonly LearningQuestionVersion[];
  readonly cameFrom: readonly QuestionLink[];
  readonly wentInto: readonly QuestionLink[];
  /** That the person sees. */
  readonly cases: readonly { readonly id: string; readonly title: string; readonly isFromGap: boolean }[];
}

@Injectable()
export class LearningQuestionsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async listOfCop(principal: Principal, copId: string, tx?: EntityManager): Promise<LearningQuestionRow[]> {
    return this.select(principal, 'q.cop_id = $1', copId, tx);
  }

  async findById(principal: Principal, id: string, tx?: EntityManager): Promise<LearningQuestionRow | null> {
    return (await this.select(principal, 'q.id = $1', id, tx))[0] ?? null;
  }

  /** Makes everybody else who wants to change this agenda wait until this transaction ends. */
  async lockCopOf(tx: EntityManager, id: string): Promise<void> {
    await tx.query(
      `SELECT 1 FROM cops WHERE id = (SELECT cop_id FROM learning_questions WHERE id = $1) FOR NO KEY UPDATE`,
      [id],
    );
  }

  async count(tx: EntityManager, copId: string): Promise<number> {
    return tx.countBy(LearningQuestionEntity, { copId });
  }

  async insert(
    tx: EntityManager,
    question: Partial<LearningQuestionEntity> & { id: string },
    wording: { text: string; byId: string; at?: Date },
    parentIds: readonly string[] = [],
  ): Promise<void> {
    await tx.insert(LearningQuestionEntity, question);
    await tx.insert(LearningQuestionVersionEntity, { questionId: question.id, number: 1, ...wording });
    for (const parentId of parentIds) {
      await tx.insert(LearningQuestionParentEntity, { questionId: question.id, parentId });
    }
  }

  async addWording(
    tx: EntityManager,
    wording: Pick<
      LearningQuestionVersionEntity,
      'questionId' | 'number' | 'text' | 'changedBecause' | 'byId'
    > & { at?: Date },
  ): Promise<void> {
    await tx.insert(LearningQuestionVersionEntity, wording);
  }

  async update(tx: EntityManager, id: string, changes: Partial<LearningQuestionEntity>): Promise<void> {
    await tx.update(LearningQuestionEntity, { id }, { ...changes, version: () => 'version + 1' });
  }

  /** The ids of the questions that a case is about. */
  async listIdsOfCase(caseId: string, tx: EntityManager = this.dataSource.manager): Promise<string[]> {
    const rows = await tx.findBy(CaseLearningQuestionEntity, { caseId });
    return rows.map(({ questionId }) => questionId);
  }

  async findIdByLetter(tx: EntityManager, copId: string, letter: string): Promise<string | null> {
    return (await tx.findOneBy(LearningQuestionEntity, { copId, letter }))?.id ?? null;
  }

  async link(tx: EntityManager, caseId: string, questionId: string): Promise<void> {
    await tx.upsert(CaseLearningQuestionEntity, { caseId, questionId }, ['caseId', 'questionId']);
  }

  async unlink(tx: EntityManager, caseId: string, questionId: string): Promise<void> {
    await tx.delete(CaseLearningQuestionEntity, { caseId, questionId });
  }

  private async select(
    principal: Principal,
    condition: string,
    value: string,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<LearningQuestionRow[]> {
    const parameters: unknown[] = [value];
    const isVisibleCase = caseScopeCondition(caseScope(principal), parameters);
    return tx.query<LearningQuestionRow[]>(
      `SELECT q.id, q.cop_id AS "copId", q.letter, q.status, q.why, q.tried, q.learned, q.next_step AS "nextStep",
              q.opened_at AS "openedAt", q.version,
              CASE WHEN p.id IS NOT NULL THEN ${personJson('p', 'o')} END AS owner,
              (SELECT json_agg(json_build_object('number', v.number, 'text', v.text,
                        'changedBecause', v.changed_because, 'by', writer.name, 'at', v.at) ORDER BY v.number)
                 FROM learning_question_versions v JOIN people writer ON writer.id = v.by_id
                WHERE v.question_id = q.id) AS versions,
              ${links('parent_id', 'question_id')} AS "cameFrom",
              ${links('question_id', 'parent_id')} AS "wentInto",
              COALESCE((SELECT json_agg(json_build_object('id', c.id, 'title', c.title, 'isFromGap', EXISTS (
                        SELECT 1 FROM knowledge_gaps g WHERE g.learning_question_id = q.id AND g.case_id = c.id))
                        ORDER BY c.title, c.id)
                 FROM case_learning_questions l JOIN cases c ON c.id = l.case_id
                WHERE l.question_id = q.id AND c.archived_at IS NULL AND ${isVisibleCase}), '[]') AS cases
         FROM learning_questions q
         LEFT JOIN people p ON p.id = q.owner_id
         LEFT JOIN organisations o ON o.id = p.organisation_id
        WHERE ${condition}
        ORDER BY length(q.letter), q.letter`,
      parameters,
    );
  }
}

/** The questions at one end of the parent links whose other end is this question. */
function links(there: string, here: string): string {
  return `COALESCE((SELECT json_agg(json_build_object('id', other.id, 'letter', other.letter)
                           ORDER BY length(other.letter), other.letter)
             FROM learning_question_parents l JOIN learning_questions other ON other.id = l.${there}
            WHERE l.${here} = q.id), '[]')`;
}
