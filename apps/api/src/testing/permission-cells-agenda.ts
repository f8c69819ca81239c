import type { CopFacts, LearningQuestionFacts } from '@kring/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Cell } from './permission-cells.ts';
import type { PermissionWorld } from './permission-world.ts';
import type { TestApp } from './test-app.ts';

const stale = { version: -1 };
const unknownId = uuidv7();

/** Questions of an agenda: what one does to the agenda is an act in its CoP. */
export function learningAgendaCells(world: PermissionWorld, server: TestApp) {
  const copFacts: CopFacts = { kind: 'cop', copId: world.here.id };
  const inCop =
    (cell: Omit<Cell, 'object' | 'facts'> = {}) =>
    async () => [{ object: 'cop', facts: copFacts, params: { copId: world.here.id }, ...cell }];
  const onQuestion = (body?: object) => async () =>
    Promise.all(
      [false, true].map(async (isClosed) => ({
        object: isClosed ? 'closed question' : 'question',
        facts: { kind: 'learning-question', copId: world.here.id, isClosed } as LearningQuestionFacts,
        params: {
          questionId: await addLearningQuestion(server, world.here.id, world.facilitatorId, isClosed),
        },
        body,
        passesWith: ['changed-meanwhile'],
      })),
    );
  return {
    getLearningAgenda: inCop(),
    createLearningQuestion: inCop({
      body: { text: 'X', ownerId: unknownId },
      passesWith: ['owner-not-member'],
    }),
    mergeLearningQuestions: inCop({
      body: { questionIds: [unknownId, uuidv7()], text: 'X' },
      passesWith: ['not-found'],
    }),
    getLearningQuestion: onQuestion(),
    updateLearningQuestion: onQuestion({ ...stale }),
    rewordLearningQuestion: onQuestion({ ...stale, text: 'X', changedBecause: 'Y' }),
    changeLearningQuestionStatus: onQuestion({ ...stale, status: 'answered' }),
    listLinkableCases: onQuestion(),
    linkCases: onQuestion({}),
    splitLearningQuestion: onQuestion({ ...stale, texts: ['X', 'Y'] }),
  };
}

export async function addLearningQuestion(
  server: TestApp,
  copId: string,
  byId: string,
  isClosed = false,
): Promise<string> {
  const id = uuidv7();
  await server.query('INSERT INTO learning_questions (id, cop_id, letter, status) VALUES ($1, $2, $3, $4)', [
    id,
    copId,
    id,
    isClosed ? 'split' : 'open',
  ]);
  await server.query(
    `INSERT INTO learning_question_versions (question_id, number, text, by_id) VALUES ($1, 1, 'Hoe?', $2)`,
    [id, byId],
  );
  return id;
}
