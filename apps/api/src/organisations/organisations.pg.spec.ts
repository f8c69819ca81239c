import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type EndpointCall } from '@kring/contracts';
import { createSignedInPerson, type SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

describe('organisations', () => {
  let server: TestApp;
  let administrator: SignedInTestPerson;
  beforeAll(async () => {
    server = await startTestApp();
    administrator = await createSignedInPerson(server.app, { platformRole: 'administrator' });
  });
  afterAll(async () => {
    await server.close();
  });

  function create(name: string, parentId: string | null = null, by = administrator) {
    const body = { name, kind: 'province', parentId } as const;
    return callEndpoint(server.url, endpoints.createOrganisation, { body }, by);
  }

  type Changes = EndpointCall<typeof endpoints.updateOrganisation>['body'];
  function update(organisationId: string, body: Changes) {
    return callEndpoint(
      server.url,
      endpoints.updateOrganisation,
      { params: { organisationId }, body },
      administrator,
    );
  }

  it('keep their earlier names, newest first', async () => {
    const { id } = (await create('Provincie Een')).value;
    await update(id, { name: 'Provincie Twee' });
    const renamed = (await update(id, { name: 'Provincie Drie', region: 'Noord' })).value;
    expect(renamed).toMatchObject({ name: 'Provincie Drie', region: 'Noord' });
    expect(renamed.formerNames.map(({ name }) => name)).toEqual(['Provincie Twee', 'Provincie Een']);
    const again = (await update(id, { name: 'Provincie Drie' })).value;
    expect(again.formerNames).toHaveLength(2);
  });

  it('changed their name on the day that is given, never before an earlier change or in the future', async () => {
    const { id } = (await create('Ministerie van LNV')).value;
    const renamed = (await update(id, { name: 'Ministerie van LVVN', renamedOn: '2024-07-02' })).value;
    expect(renamed.formerNames).toEqual([{ name: 'Ministerie van LNV', until: '2024-07-02T12:00:00.000Z' }]);
    const tooEarly = await update(id, { name: 'Ministerie van L', renamedOn: '2023-01-01' });
    expect(tooEarly.body).toMatchObject({ errors: [{ path: 'renamedOn', code: 'too-early' }] });
    const tooLate = await update(id, { name: 'Ministerie van L', renamedOn: '2999-01-01' });
    expect(tooLate.body).toMatchObject({ errors: [{ path: 'renamedOn', code: 'in-future' }] });
    expect((await update(id, { region: 'Nederland' })).value).toMatchObject({ name: 'Ministerie van LVVN' });
  });

  it('of the same name have addresses of their own', async () => {
    const slugs = [(await create('Gemeente Één')).value.slug, (await create('Gemeente Één')).value.slug];
    expect(slugs).toEqual(['gemeente-een', 'gemeente-een-2']);
  });

  it('never stand above themselves, also when two are moved at once', async () => {
    const { id: a } = (await create('A')).value;
    const { id: b } = (await create('B', a)).value;
    const { id: c } = (await create('C', b)).value;
    expect((await update(a, { parentId: a })).code).toBe('organisation-cycle');
    expect((await update(a, { parentId: c })).code).toBe('organisation-cycle');
    const [{ value: x }, { value: y }] = await Promise.all([create('X'), create('Y')]);
    const moved = await Promise.all([update(x.id, { parentId: y.id }), update(y.id, { parentId: x.id })]);
    expect(moved.map(({ code }) => code).sort()).toEqual([null, 'organisation-cycle'].sort());
  });

  it('are under an organisation that exists', async () => {
    const answer = await create('Z', '01890000-0000-7000-8000-000000000000');
    expect(answer.body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'parentId' }] });
  });

  it('are seen by everybody who is signed in, and changed by administrators only', async () => {
    const member = await createSignedInPerson(server.app);
    const list = await callEndpoint(server.url, endpoints.listOrganisations, { query: {} }, member);
    expect(list.value.items[0]?.abilities).toEqual(['organisation.list']);
    expect((await create('W', null, member)).code).toBe('not-allowed');
  });
});
