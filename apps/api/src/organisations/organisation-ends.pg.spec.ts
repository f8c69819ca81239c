import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { DomainEvents } from '../common/domain-events.ts';
import { TestCommunity } from '../testing/community.ts';
import { createSignedInPerson, type SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

const on = '2024-07-02';

describe('organisations that end', () => {
  let server: TestApp;
  let community: TestCommunity;
  let administrator: SignedInTestPerson;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
    administrator = await createSignedInPerson(server.app, { platformRole: 'administrator' });
  });
  afterAll(async () => {
    await server.close();
  });

  let counter = 0;
  async function create(parentId: string | null = null): Promise<string> {
    const body = { name: `Ministerie ${(counter += 1)}`, kind: 'ministry', parentId } as const;
    return (await callEndpoint(server.url, endpoints.createOrganisation, { body }, administrator)).value.id;
  }
  const merge = (organisationId: string, successorId: string, by = administrator, day = on) =>
    callEndpoint(
      server.url,
      endpoints.mergeOrganisation,
      { params: { organisationId }, body: { successorId, on: day } },
      by,
    );
  const end = (organisationId: string, day = on, by = administrator) =>
    callEndpoint(
      server.url,
      endpoints.endOrganisation,
      { params: { organisationId }, body: { on: day } },
      by,
    );
  const reopen = (organisationId: string) =>
    callEndpoint(server.url, endpoints.reopenOrganisation, { params: { organisationId } }, administrator);
  const page = async (organisationId: string, by = administrator) =>
    (await callEndpoint(server.url, endpoints.getOrganisation, { params: { organisationId } }, by)).value;
  const use = async (organisationId: string) =>
    (
      await callEndpoint(
        server.url,
        endpoints.getOrganisationUse,
        { params: { organisationId } },
        administrator,
      )
    ).value;
  const join = (organisationId: string, by: SignedInTestPerson) =>
    callEndpoint(server.url, endpoints.updateMe, { body: { organisationId } }, by);
  async function createCop(coordinatorId: string): Promise<string> {
    const body = {
      name: `CoP ${(counter += 1)}`,
      question: 'Hoe?',
      coordinatorId,
      facilitatorEmail: `f${counter}@example.nl`,
    };
    return (await callEndpoint(server.url, endpoints.createCop, { body }, administrator)).value.slug;
  }
  const countAudit = async (action: string) =>
    (
      await server.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM audit_events WHERE action = $1',
        [action],
      )
    )[0]?.count ?? 0;

  it('in another one take everything along that refers to them, and say where they went', async () => {
    const [from, to] = [await create(), await create()];
    const part = await create(from);
    const person = await createSignedInPerson(server.app, { organisationId: from });
    const slug = await createCop(from);
    expect(await use(from)).toEqual({ people: 1, cops: 1, parts: 1 });
    const told: string[] = [];
    const stop = server.app
      .get(DomainEvents)
      .on('person-changed', ({ personId }) => void told.push(personId));
    expect((await merge(from, to)).value).toMatchObject({ endedOn: on, successorId: to });
    stop();
    expect(told).toEqual([person.personId]);
    expect([await use(from), await use(to)]).toEqual([
      { people: 0, cops: 0, parts: 0 },
      { people: 1, cops: 1, parts: 1 },
    ]);
    const { value: me } = await callEndpoint(server.url, endpoints.getMe, {}, person);
    const { value: cop } = await callEndpoint(server.url, endpoints.getCop, { params: { slug } }, person);
    expect([me.organisation?.id, cop.coordinator?.id]).toEqual([to, to]);
    expect(await page(from, person)).toMatchObject({ endedOn: on, successor: { id: to }, parts: [] });
    expect(await page(to, person)).toMatchObject({
      predecessors: [{ id: from }],
      parts: [{ id: part }],
      cops: [{ slug }],
    });
  });

  it('in another one do so once: a second click changes nothing, and it cannot be taken back', async () => {
    const [from, to, third] = [await create(), await create(), await create()];
    const before = await countAudit('organisation.merge');
    const both = await Promise.all([merge(from, to), merge(from, to)]);
    expect(both.map(({ code }) => code)).toEqual([null, null]);
    expect(await countAudit('organisation.merge')).toBe(before + 1);
    expect((await merge(from, third)).code).toBe('organisation-ended');
    expect([(await reopen(from)).code, (await end(from)).code]).toEqual([
      'organisation-ended',
      'organisation-ended',
    ]);
  });

  it('go up in one that goes on, not in themselves, and not in the future', async () => {
    const [from, ended] = [await create(), await create()];
    await end(ended);
    const wrong = (body: unknown) => body as { errors?: unknown };
    expect(wrong((await merge(from, ended)).body).errors).toEqual([{ path: 'successorId', code: 'ended' }]);
    expect(wrong((await merge(from, from)).body).errors).toEqual([{ path: 'successorId', code: 'custom' }]);
    expect(wrong((await merge(from, ended, administrator, '2999-01-01')).body).errors).toEqual([
      { path: 'on', code: 'in-future' },
    ]);
    expect((await page(from)).endedOn).toBeNull();
  });

  it('can go up in a part of themselves, which takes their place', async () => {
    const above = await create();
    const from = await create(above);
    const between = await create(from);
    const to = await create(between);
    expect((await merge(from, to)).code).toBeNull();
    expect([(await page(to)).parentId, (await page(between)).parentId]).toEqual([above, to]);
  });

  it('keep their people, take nobody new, and can be taken back', async () => {
    const id = await create();
    const person = await createSignedInPerson(server.app, { organisationId: id });
    const newcomer = await createSignedInPerson(server.app);
    expect((await end(id)).value.endedOn).toBe(on);
    expect((await callEndpoint(server.url, endpoints.getMe, {}, person)).value.organisation?.id).toBe(id);
    // Who is there can go on changing their profile.
    const body = { jobTitle: 'Adviseur', organisationId: id };
    expect((await callEndpoint(server.url, endpoints.updateMe, { body }, person)).code).toBeNull();
    expect((await join(id, newcomer)).body).toMatchObject({
      code: 'invalid-input',
      errors: [{ path: 'organisationId', code: 'ended' }],
    });
    expect((await reopen(id)).value.endedOn).toBeNull();
    expect((await join(id, newcomer)).code).toBeNull();
  });

  it('are chosen by nobody who chose at the same moment', async () => {
    const [from, to] = [await create(), await create()];
    const people = await Promise.all(Array.from({ length: 8 }, () => createSignedInPerson(server.app)));
    await Promise.all([merge(from, to), ...people.map((person) => join(from, person))]);
    expect((await use(from)).people).toBe(0);
  });

  it('take no CoP and no part any more', async () => {
    const id = await create();
    await end(id);
    const cop = { name: 'X', question: 'Y', coordinatorId: id, facilitatorEmail: 'x@example.nl' };
    const added = await callEndpoint(server.url, endpoints.createCop, { body: cop }, administrator);
    expect(added.body).toMatchObject({ errors: [{ path: 'coordinatorId', code: 'ended' }] });
    const part = { name: 'Deel', kind: 'other', parentId: id } as const;
    const made = await callEndpoint(server.url, endpoints.createOrganisation, { body: part }, administrator);
    expect(made.body).toMatchObject({ errors: [{ path: 'parentId', code: 'ended' }] });
  });

  it('are ended, merged and counted by administrators only', async () => {
    const [from, to] = [await create(), await create()];
    const member = await community.addPerson();
    expect([(await merge(from, to, member)).code, (await end(from, on, member)).code]).toEqual([
      'not-allowed',
      'not-allowed',
    ]);
    expect((await merge(from, to)).code).toBeNull();
  });
});
