import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints, type LearningAgenda, type LearningQuestion } from '@kring/contracts';
import { TestCommunity } from '../testing/community.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

const questionIn = (answer: { body: unknown }) => answer.body as LearningQuestion;
const agendaIn = (answer: { body: unknown }) => (answer.body as LearningAgenda).questions;

describe('the learning agenda', () => {
  let server: TestApp;
  let community: TestCommunity;
  let copId: string;
  let facilitator: SignedInTestPerson;
  let participant: SignedInTestPerson;
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
    participant = await community.addMember(copId, 'participant');
  });

  const add = async (text: string, by = participant): Promise<LearningQuestion> => {
    const call = { params: { copId }, body: { text } };
    const answer = await callEndpoint(server.url, endpoints.createLearningQuestion, call, {
      cookie: by.cookie,
    });
    if (!answer.body) throw new Error(answer.code ?? '');
    return answer.body as never;
  };
  const reword = (question: LearningQuestion, text: string, by = participant) =>
    callEndpoint(
      server.url,
      endpoints.rewordLearningQuestion,
      {
        params: { questionId: question.id },
        body: { version: question.version, text, changedBecause: 'We zien nu meer.' },
      },
      { cookie: by.cookie },
    );
  const split = (question: LearningQuestion, by = facilitator) =>
    callEndpoint(
      server.url,
      endpoints.splitLearningQuestion,
      { params: { questionId: question.id }, body: { version: question.version, texts: ['Eerst?', 'Dan?'] } },
      { cookie: by.cookie },
    );
  const merge = (questions: readonly LearningQuestion[], by = facilitator) =>
    callEndpoint(
      server.url,
      endpoints.mergeLearningQuestions,
      { params: { copId }, body: { questionIds: questions.map(({ id }) => id), text: 'Samen?' } },
      { cookie: by.cookie },
    );
  const agendaOf = async (person: SignedInTestPerson): Promise<LearningAgenda> => {
    const answer = await callEndpoint(
      server.url,
      endpoints.getLearningAgenda,
      { params: { copId } },
      { cookie: person.cookie },
    );
    if (!answer.body) throw new Error(answer.code ?? '');
    return answer.body as never;
  };

  it('gives letters in order, also when two add at once', async () => {
    await add('Eerste?');
    await Promise.all(Array.from({ length: 4 }, (_, at) => add(`Vraag ${at}?`)));
    expect((await agendaOf(participant)).questions.map(({ letter }) => letter)).toEqual([
      'A',
      'B',
      'C',
      'D',
      'E',
    ]);
  });

  it('keeps every wording, with who gave it and why', async () => {
    const question = await add('Hoe meten we?');
    const answer = await reword(question, 'Hoe meten we wat bewoners waarderen?', facilitator);
    expect(questionIn(answer).versions).toMatchObject([
      { number: 1, text: 'Hoe meten we?', changedBecause: '' },
      { number: 2, text: 'Hoe meten we wat bewoners waarderen?', changedBecause: 'We zien nu meer.' },
    ]);
  });

  it('lets one of two who reword at once go on from what the other wrote', async () => {
    const question = await add('Hoe meten we?');
    const codes = (await Promise.all([reword(question, 'Zo?'), reword(question, 'Of zo?', facilitator)])).map(
      ({ code }) => code,
    );
    expect(codes.toSorted()).toEqual([null, 'changed-meanwhile'].toSorted());
  });

  it('goes on with a question as several, and with several as one, and closes what was there', async () => {
    const [one, two] = [await add('Groot?'), await add('Klein?')];
    const parts = agendaIn(await split(one));
    expect(
      parts.map(({ letter, status, cameFrom }) => [letter, status, cameFrom.map((q) => q.letter)]),
    ).toEqual([
      ['A', 'split', []],
      ['B', 'open', []],
      ['C', 'open', ['A']],
      ['D', 'open', ['A']],
    ]);
    const merged = agendaIn(await merge([two, ...parts.slice(2, 3)]));
    expect(merged.map(({ letter, status }) => [letter, status])).toEqual([
      ['A', 'split'],
      ['B', 'merged'],
      ['C', 'merged'],
      ['D', 'open'],
      ['E', 'open'],
    ]);
    expect(merged[0]?.wentInto.map(({ letter }) => letter)).toEqual(['C', 'D']);
    expect((await reword({ ...one, version: one.version + 1 }, 'Toch?')).code).toBe('question-closed');
    expect((await merge([one, ...merged.slice(3, 4)])).code).toBe('question-closed');
    expect(merged[0]?.abilities).toEqual(['learning-question.read']);
  });

  it('lets facilitators split and merge, and participants not', async () => {
    const questions = [await add('Groot?'), await add('Klein?')];
    const [first] = questions;
    if (!first) throw new Error('no question');
    expect([(await split(first, participant)).code, (await split(first, facilitator)).code]).toEqual([
      'not-allowed',
      null,
    ]);
    const [rest] = (await agendaOf(participant)).questions.slice(2);
    if (!rest) throw new Error('no question');
    const pair = [...questions.slice(1), rest];
    expect([(await merge(pair, participant)).code, (await merge(pair, facilitator)).code]).toEqual([
      'not-allowed',
      null,
    ]);
  });

  it('does not merge a question of another CoP into this one', async () => {
    const own = await add('Hier?');
    const other = await community.addCop();
    await community.admit(other.id, facilitator.personId, 'facilitator');
    const call = { params: { copId: other.id }, body: { text: 'Daar?' } };
    const foreign = await callEndpoint(server.url, endpoints.createLearningQuestion, call, {
      cookie: facilitator.cookie,
    });
    expect((await merge([own, questionIn(foreign)])).code).toBe('not-found');
  });

  it('takes an owner from the CoP, and nobody from outside', async () => {
    const question = await add('Van wie?');
    const own = (ownerId: string) =>
      callEndpoint(
        server.url,
        endpoints.updateLearningQuestion,
        { params: { questionId: question.id }, body: { version: question.version, ownerId } },
        { cookie: participant.cookie },
      );
    const outsider = await community.addPerson();
    expect((await own(outsider.personId)).code).toBe('owner-not-member');
    expect(questionIn(await own(facilitator.personId)).owner?.id).toBe(facilitator.personId);
  });

  it('shows the cases about a question only to who may see them', async () => {
    const question = await add('Waarover?');
    const caseId = await community.addCase(copId, { holderId: participant.personId, visibility: 'private' });
    const link = (questionIds: string[], by = participant) =>
      callEndpoint(
        server.url,
        endpoints.linkLearningQuestions,
        { params: { caseId }, body: { add: questionIds } },
        { cookie: by.cookie },
      );
    expect((await link([question.id])).code).toBeNull();
    const seenBy = async (person: SignedInTestPerson) =>
      (await agendaOf(person)).questions[0]?.cases.map(({ id }) => id);
    expect([await seenBy(participant), await seenBy(facilitator)]).toEqual([[caseId], []]);

    const other = await community.addCop();
    await community.admit(other.id, participant.personId, 'participant');
    const call = { params: { copId: other.id }, body: { text: 'Elders?' } };
    const foreign = await callEndpoint(server.url, endpoints.createLearningQuestion, call, {
      cookie: participant.cookie,
    });
    expect((await link([questionIn(foreign).id])).code).toBe('not-found');
  });
});
