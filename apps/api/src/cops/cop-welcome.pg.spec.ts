import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints, type EndpointInput } from '@kring/contracts';
import { TestCommunity } from '../testing/community.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

type Changes = Omit<EndpointInput<typeof endpoints.updateCop>['body'], 'version'>;

const texts = { welcome: 'Begin bij de leeragenda.', houseRules: 'Meld je af als je niet kunt.' };

describe('welcome and house rules of a CoP', () => {
  let server: TestApp;
  let community: TestCommunity;
  let cop: { id: string; slug: string };
  let facilitator: SignedInTestPerson;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
  });
  afterAll(async () => {
    await server.close();
  });
  beforeEach(async () => {
    cop = await community.addCop();
    facilitator = await community.addMember(cop.id, 'facilitator');
  });

  const read = async (person: SignedInTestPerson, { slug } = cop) =>
    (await callEndpoint(server.url, endpoints.getCop, { params: { slug } }, person)).value;
  const isOpenFor = async (person: SignedInTestPerson, where = cop) =>
    (await read(person, where)).isWelcomeOpen;
  const update = async (changes: Changes, by = facilitator) => {
    const { version } = await read(facilitator);
    const call = { params: { copId: cop.id }, body: { version, ...changes } };
    return callEndpoint(server.url, endpoints.updateCop, call, by);
  };
  const dismiss = (person: SignedInTestPerson, copId = cop.id) =>
    callEndpoint(server.url, endpoints.dismissWelcome, { params: { copId } }, person);

  it('are written by a facilitator and by nobody else, with a trace that does not repeat them', async () => {
    const others = [
      await community.addMember(cop.id, 'participant'),
      await community.addPerson('administrator'),
      await community.addPerson(),
    ];
    for (const other of others) expect((await update(texts, other)).code).toBe('not-allowed');
    expect(await read(facilitator)).toMatchObject({ welcome: '', houseRules: '' });
    expect((await update(texts)).value).toMatchObject(texts);
    const traces = await server.query<{ result: string }>(
      "SELECT e.*, e::text AS whole FROM audit_events e WHERE action = 'cop.update' AND object_id = $1",
      [cop.id],
    );
    expect(traces.map(({ result }) => result)).toContain('done');
    expect(JSON.stringify(traces)).not.toContain('leeragenda');
  });

  it('stay as they are when something else is changed, and have an end', async () => {
    await update(texts);
    expect((await update({ name: 'Anders' })).value).toMatchObject({ name: 'Anders', ...texts });
    expect((await update({ welcome: 'x'.repeat(2000), houseRules: 'x'.repeat(4000) })).code).toBeNull();
    expect((await update({ welcome: 'x'.repeat(2001) })).code).toBe('invalid-input');
    expect((await update({ houseRules: 'x'.repeat(4001) })).code).toBe('invalid-input');
  });

  it('are read by members; who may ask to join reads the house rules alone', async () => {
    await update(texts);
    const observer = await community.addMember(cop.id, 'observer');
    expect(await read(observer)).toMatchObject({ ...texts, isWelcomeOpen: true });
    for (const outsider of [await community.addPerson(), await community.addPerson('administrator')]) {
      expect(await read(outsider)).toMatchObject({ ...texts, welcome: '', isWelcomeOpen: false });
    }
  });

  it('the welcome waits for each new member until they put it away themselves', async () => {
    await update(texts);
    const elsewhere = await community.addCop();
    const [one, other] = [
      await community.addMember(cop.id, 'participant'),
      await community.addMember(cop.id, 'observer'),
    ];
    expect((await dismiss(one, elsewhere.id)).code).toBe('not-allowed');
    expect((await dismiss(await community.addPerson())).code).toBe('not-allowed');
    expect([await isOpenFor(one), await isOpenFor(other)]).toEqual([true, true]);
    expect((await dismiss(one)).code).toBeNull();
    expect([await isOpenFor(one), await isOpenFor(other)]).toEqual([false, true]);
    expect((await dismiss(one)).code).toBeNull();
    expect((await read(one)).welcome).toBe(texts.welcome);
    await community.admit(cop.id, one.personId, 'facilitator');
    expect(await isOpenFor(one)).toBe(false);
  });

  it('the welcome of one CoP says nothing about that of another', async () => {
    await update(texts);
    const here = cop;
    const newcomer = await community.addMember(here.id, 'participant');
    cop = await community.addCop();
    facilitator = await community.addMember(cop.id, 'facilitator');
    await update(texts);
    await community.admit(cop.id, newcomer.personId, 'participant');
    await dismiss(newcomer);
    expect([await isOpenFor(newcomer), await isOpenFor(newcomer, here)]).toEqual([false, true]);
  });

  it('the welcome is not for who was there before it, and is there again for who comes back', async () => {
    const early = await community.addMember(cop.id, 'participant');
    await update(texts);
    expect([await isOpenFor(facilitator), await isOpenFor(early)]).toEqual([false, false]);
    const params = { copId: cop.id };
    expect((await callEndpoint(server.url, endpoints.leaveCop, { params }, early)).code).toBeNull();
    await community.admit(cop.id, early.personId, 'participant');
    expect(await isOpenFor(early)).toBe(true);
    await update({ welcome: '' });
    expect(await isOpenFor(early)).toBe(false);
  });

  it('the welcome is not for who founds the CoP, also when its text is there first', async () => {
    const empty = await community.addCop();
    await server.query('UPDATE cops SET welcome = $2 WHERE id = $1', [empty.id, texts.welcome]);
    const [founder, next] = [
      await community.addMember(empty.id, 'facilitator'),
      await community.addMember(empty.id, 'facilitator'),
    ];
    expect([await isOpenFor(founder, empty), await isOpenFor(next, empty)]).toEqual([false, true]);
  });
});
