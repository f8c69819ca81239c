import type { CaseLearningQuestions, LearningQuestion } from '@kring/contracts';
import { abilities, type LearningQuestionFacts, type Principal } from '@kring/domain';
import type { LearningQuestionRow } from './learning-questions.repository.ts';

export function toQuestionFacts({ copId, status }: LearningQuestionRow): LearningQuestionFacts {
  return { kind: 'learning-question', copId, isClosed: status === 'split' || status === 'merged' };
}

export function toLearningQuestion(row: LearningQuestionRow, asker: Principal): LearningQuestion {
  return {
    ...row,
    versions: row.versions.map((version) => ({ ...version, at: new Date(version.at).toISOString() })),
    cameFrom: [...row.cameFrom],
    wentInto: [...row.wentInto],
    cases: [...row.cases],
    openedAt: row.openedAt.toISOString(),
    abilities: abilities(asker, toQuestionFacts(row)),
  };
}

export function toCaseQuestions(
  rows: readonly LearningQuestionRow[],
  linkedIds: readonly string[],
): CaseLearningQuestions {
  const linked = rows.filter(({ id }) => linkedIds.includes(id));
  return {
    questions: linked.map(({ id, letter, status, versions }) => ({
      id,
      letter,
      status,
      text: versions.at(-1)?.text ?? '',
    })),
  };
}
