import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type CopDate } from '@kring/contracts';
import { TestCommunity } from '../testing/community.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

const facts = {
  title: 'Bijeenkomst',
  day: '2099-05-01',
  time: '13:30',
  place: 'Zwolle',
  url: '',
  isPublic: false,
};

describe('the timeline', () => {
  let server: TestApp;
  let community: TestCommunity;
  let copId: string;
  let facilitator: SignedInTestPerson;
  let observer: SignedInTestPerson;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
    copId = (await community.addCop()).id;
    facilitator = await community.addMember(copId, 'facilitator');
    observer = await community.addMember(copId, 'observer');
  });
  afterAll(async () => {
    await server.close();
  });

  async function add(by: SignedInTestPerson, more: Partial<typeof facts> = {}) {
    const input = { params: { copId }, body: { ...facts, ...more } };
    return callEndpoint(server.url, endpoints.createCopDate, input, { cookie: by.cookie });
  }
  async function list(by: SignedInTestPerson): Promise<CopDate[]> {
    return (
      await callEndpoint(server.url, endpoints.listCopDates, { params: { copId } }, { cookie: by.cookie })
    ).value;
  }
  const publicTitles = async () =>
    (await callEndpoint(server.url, endpoints.getTimeline, {})).value.map(({ title }) => title);
  const nextTitles = async ({ cookie }: SignedInTestPerson) =>
    (await callEndpoint(server.url, endpoints.getHome, {}, { cookie })).value.nextDates.map(
      ({ title }) => title,
    );

  it('lets a facilitator put a date on it, and an observer only see it, there and on My work', async () => {
    expect((await add(observer, { title: 'Van een waarnemer' })).status).toBe(403);
    expect((await add(facilitator, { title: 'Werksessie' })).status).toBe(200);
    const [date] = await list(observer);
    expect(date).toMatchObject({
      title: 'Werksessie',
      time: '13:30',
      isPast: false,
      abilities: ['date.list'],
    });
    expect((await list(facilitator))[0]?.abilities).toEqual(['date.list', 'date.manage']);
    expect(await nextTitles(observer)).toEqual(['Werksessie']);
  });

  it('shows people without an account only what a CoP shows everybody', async () => {
    await add(facilitator, { title: 'Besloten' });
    await add(facilitator, { title: 'Open avond', isPublic: true });
    expect(await publicTitles()).toEqual(['Open avond']);
  });

  it('keeps what is past out of what comes next, and the oldest first', async () => {
    await add(facilitator, { title: 'Begin', day: '2023-06-08' });
    const dates = await list(observer);
    expect(dates[0]).toMatchObject({ title: 'Begin', isPast: true });
    expect(await nextTitles(observer)).not.toContain('Begin');
  });

  it('shows members of another CoP nothing of it', async () => {
    const other = await community.addMember((await community.addCop()).id, 'facilitator');
    const answer = await callEndpoint(
      server.url,
      endpoints.listCopDates,
      { params: { copId } },
      { cookie: other.cookie },
    );
    expect(answer.status).toBe(403);
    expect(await nextTitles(other)).toEqual([]);
  });

  it('refuses a change on top of one that somebody else made, and removes for good', async () => {
    const { value: date } = await add(facilitator, { title: 'Te wijzigen' });
    const params = { copId, dateId: date.id };
    const as = { cookie: facilitator.cookie };
    const body = { ...facts, title: 'Gewijzigd', version: date.version };
    expect(
      (await callEndpoint(server.url, endpoints.updateCopDate, { params, body }, as)).value.version,
    ).toBe(2);
    const again = await callEndpoint(server.url, endpoints.updateCopDate, { params, body }, as);
    expect(again.code).toBe('changed-meanwhile');
    expect((await callEndpoint(server.url, endpoints.removeCopDate, { params }, as)).status).toBe(200);
    expect((await callEndpoint(server.url, endpoints.removeCopDate, { params }, as)).status).toBe(404);
    expect((await list(observer)).map(({ id }) => id)).not.toContain(date.id);
    const acts = await server.query<{ action: string }>(
      'SELECT action FROM audit_events WHERE object_id = $1 ORDER BY at',
      [date.id],
    );
    expect(acts.map(({ action }) => action)).toEqual(['date.create', 'date.update', 'date.remove']);
  });

  it.each([
    ['a day that is none', { day: '2099-02-31' }],
    ['a time that is none', { time: '25:00' }],
    ['a link that is not https', { url: 'http://example.org/' }],
    ['a link that is script', { url: 'javascript:alert(1)' }],
    ['no title', { title: ' ' }],
  ])('refuses %s', async (_, wrong) => {
    expect((await add(facilitator, wrong)).status).toBe(400);
  });
});
