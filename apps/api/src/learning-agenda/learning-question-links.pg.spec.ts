import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints, type CaseEffects } from '@kring/contracts';
import { TestCommunity } from '../testing/community.ts';
import { addEffects } from '../testing/effects.ts';
import { addLearningQuestion } from '../testing/permission-cells-agenda.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

interface Changes {
  readonly add?: string[];
  readonly remove?: string[];
}

describe('links between cases and learning questions', () => {
  let server: TestApp;
  let community: TestCommunity;
  let copId: string;
  let facilitator: SignedInTestPerson;
  let holder: SignedInTestPerson;
  let other: SignedInTestPerson;
  let caseId: string;
  let questionId: string;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
  });
  afterAll(async () => {
    await server.close();
  });
  beforeEach(async () => {
    copId = (await community.addCop()).id;
    facilitator = await community.addMember(copId, 'facilitator');
    holder = await community.addMember(copId, 'participant');
    other = await community.addMember(copId, 'participant');
    caseId = await community.addCase(copId, { holderId: holder.personId });
    questionId = await addLearningQuestion(server, copId, facilitator.personId);
  });

  const ofCase = (by: SignedInTestPerson, body: Changes, id = caseId) =>
    callEndpoint(server.url, endpoints.linkLearningQuestions, { params: { caseId: id }, body }, by);
  const ofQuestion = (by: SignedInTestPerson, body: Changes, id = questionId) =>
    callEndpoint(server.url, endpoints.linkCases, { params: { questionId: id }, body }, by);
  const linked = async (by: SignedInTestPerson) => {
    const call = { params: { caseId } };
    const { value } = await callEndpoint(server.url, endpoints.getCaseLearningQuestions, call, by);
    return value.questions?.map(({ id }) => id) ?? null;
  };

  it('are made from both sides by who may change the case, and by nobody else', async () => {
    expect([(await ofCase(other, { add: [questionId] })).code, await linked(other)]).toEqual([
      'not-allowed',
      [],
    ]);
    expect([(await ofCase(holder, { add: [questionId] })).code, await linked(other)]).toEqual([
      null,
      [questionId],
    ]);
    expect((await ofQuestion(other, { remove: [caseId] })).code).toBe('not-allowed');
    expect((await ofQuestion(holder, { remove: [caseId] })).code).toBeNull();
    expect(await linked(holder)).toEqual([]);
    expect((await ofQuestion(facilitator, { add: [caseId] })).value.cases).toMatchObject([
      { id: caseId, isFromGap: false },
    ]);
  });

  it('stay within one CoP, also for who may do both', async () => {
    const elsewhere = await community.addCop();
    await community.admit(elsewhere.id, holder.personId, 'facilitator');
    const theirs = await addLearningQuestion(server, elsewhere.id, holder.personId);
    const theirCase = await community.addCase(elsewhere.id, { holderId: holder.personId });
    expect((await ofCase(holder, { add: [theirs] })).code).toBe('not-found');
    expect((await ofQuestion(holder, { add: [caseId, theirCase] })).code).toBe('not-found');
    expect(await linked(holder)).toEqual([]);
  });

  it('with a closed question can be let go, and no longer made', async () => {
    const closed = await addLearningQuestion(server, copId, facilitator.personId, true);
    expect((await ofCase(holder, { add: [closed] })).code).toBe('question-closed');
    await ofCase(holder, { add: [questionId] });
    await server.query(`UPDATE learning_questions SET status = 'merged' WHERE id = $1`, [questionId]);
    expect((await ofCase(holder, { remove: [questionId] })).code).toBeNull();
    expect(await linked(holder)).toEqual([]);
  });

  it('of two people who link at once both hold', async () => {
    const second = await addLearningQuestion(server, copId, facilitator.personId);
    await Promise.all([
      ofCase(holder, { add: [questionId] }),
      ofQuestion(facilitator, { add: [caseId] }, second),
      ofCase(facilitator, { add: [questionId] }),
    ]);
    expect((await linked(holder))?.toSorted()).toEqual([questionId, second].toSorted());
  });

  it('tell nothing of the agenda to who reads the case from outside', async () => {
    const open = await community.addCase(copId, { holderId: holder.personId, visibility: 'network' });
    await ofCase(holder, { add: [questionId] }, open);
    const read = async (by: SignedInTestPerson) => {
      const call = { params: { caseId: open } };
      const answer = await callEndpoint(server.url, endpoints.getCaseLearningQuestions, call, by);
      return answer.value.questions?.length ?? null;
    };
    expect([await read(await community.addPerson()), await read(other)]).toEqual([null, 1]);
  });

  it('offer the cases that somebody may change, and say which are linked', async () => {
    const second = await community.addCase(copId, { holderId: other.personId });
    await community.addCase(copId, { holderId: holder.personId, visibility: 'private' });
    await ofCase(holder, { add: [questionId] });
    const offered = async (by: SignedInTestPerson) => {
      const call = { params: { questionId } };
      const { value } = await callEndpoint(server.url, endpoints.listLinkableCases, call, by);
      return value.map(({ id, isLinked }) => `${id} ${isLinked}`).toSorted();
    };
    expect(await offered(other)).toEqual([`${second} false`]);
    expect(await offered(facilitator)).toEqual([`${second} false`, `${caseId} true`].toSorted());
  });

  describe('with a knowledge gap', () => {
    let gapId: string;
    beforeEach(async () => {
      ({ gapId } = await addEffects(server, caseId, holder.personId));
    });
    const propose = (by: SignedInTestPerson) =>
      callEndpoint(server.url, endpoints.proposeLearningQuestion, { params: { gapId } }, by);
    const questionOf = ({ matrix }: CaseEffects) =>
      matrix?.gaps.find(({ id }) => id === gapId)?.learningQuestion ?? null;
    const agenda = async () =>
      (await callEndpoint(server.url, endpoints.getLearningAgenda, { params: { copId } }, other)).value
        .questions;

    it('make one question of it, however often and by how many it is pressed', async () => {
      const before = (await agenda()).length;
      const answers = await Promise.all([propose(other), propose(holder), propose(other)]);
      const made = answers.map(({ value }) => questionOf(value)?.id);
      expect(new Set(made).size).toBe(1);
      const after = await agenda();
      expect(after).toHaveLength(before + 1);
      expect(after.find(({ id }) => id === made[0])?.cases).toMatchObject([{ id: caseId, isFromGap: true }]);
      expect((await linked(other))?.includes(made[0] ?? '')).toBe(true);
    });

    it('are for participants; an observer and who is from outside cannot', async () => {
      const observer = await community.addMember(copId, 'observer');
      const outsider = await community.addPerson();
      expect([(await propose(observer)).code, (await propose(outsider)).code]).toEqual([
        'not-allowed',
        'not-found',
      ]);
      expect((await propose(other)).code).toBeNull();
    });

    it('are hidden from readers outside the CoP', async () => {
      await propose(other);
      await server.query(`UPDATE cases SET visibility = 'network' WHERE id = $1`, [caseId]);
      const read = async (by: SignedInTestPerson) =>
        questionOf((await callEndpoint(server.url, endpoints.getEffects, { params: { caseId } }, by)).value);
      expect([await read(await community.addPerson()), (await read(other))?.letter]).toEqual([null, 'B']);
    });

    it('can no longer be made of a gap that was taken away', async () => {
      await server.query('UPDATE knowledge_gaps SET removed_at = now() WHERE id = $1', [gapId]);
      expect((await propose(other)).code).toBe('not-found');
    });
  });
});
