import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type DirectoryQuery } from '@kring/contracts';
import { can, type PersonFacts } from '@kring/domain';
import { createPermissionWorld, type PermissionWorld } from '../testing/permission-world.ts';
import { TestCommunity } from '../testing/community.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

describe('the directory', () => {
  let server: TestApp;
  let world: PermissionWorld;
  let community: TestCommunity;
  beforeAll(async () => {
    server = await startTestApp();
    world = await createPermissionWorld(server);
    community = new TestCommunity(server.app);
  });
  afterAll(async () => {
    await server.close();
  });

  const list = (by: SignedInTestPerson, query: DirectoryQuery = {}) =>
    callEndpoint(server.url, endpoints.listDirectory, { query }, by);
  const namesIn = async (by: SignedInTestPerson, query: DirectoryQuery = {}) =>
    (await list(by, query)).value.items.map(({ name }) => name);
  const rename = (personId: string, name: string) =>
    server.query('UPDATE people SET name = $2 WHERE id = $1', [personId, name]);

  it('lists exactly the people that somebody can see and who can sign in', async () => {
    const people = await server.query<{ id: string; cops: string[]; disabled: boolean }>(
      `SELECT p.id, p.disabled_at IS NOT NULL AS disabled,
              coalesce((SELECT array_agg(m.cop_id::text) FROM cop_members m WHERE m.person_id = p.id), '{}') AS cops
         FROM people p`,
    );
    for (const { principal, person } of Object.values(world.askers)) {
      if (!person) continue;
      const seen = people.filter(({ id, cops, disabled }) => {
        const facts: PersonFacts = { kind: 'person', personId: id, copIds: cops, isDisabled: disabled };
        return !disabled && can(principal, 'person.read', facts).isAllowed;
      });
      const found = (await list(person)).value.items.map(({ id }) => id);
      expect(found.toSorted()).toEqual(seen.map(({ id }) => id).toSorted());
    }
  });

  it('tells only of CoPs in which both are, and lets nobody learn of others by choosing them', async () => {
    const [ours, theirs] = [await community.addCop(), await community.addCop()];
    const asker = await community.addMember(ours.id, 'observer');
    const fellow = await community.addMember(ours.id, 'participant');
    await community.admit(theirs.id, fellow.personId, 'participant');
    const found = (await list(asker)).value.items.find(({ id }) => id === fellow.personId);
    expect(found?.cops.map(({ id }) => id)).toEqual([ours.id]);
    expect([
      (await list(asker, { copId: ours.id })).code,
      (await list(asker, { copId: theirs.id })).code,
    ]).toEqual([null, 'not-allowed']);
  });

  it('no longer shows somebody who left, or who can no longer sign in', async () => {
    const cop = await community.addCop();
    const asker = await community.addMember(cop.id, 'observer');
    const [leaver, disabled] = [
      await community.addMember(cop.id, 'participant'),
      await community.addMember(cop.id, 'participant'),
    ];
    expect((await list(asker)).value.items).toHaveLength(3);
    await callEndpoint(server.url, endpoints.leaveCop, { params: { copId: cop.id } }, leaver);
    await server.query('UPDATE people SET disabled_at = now() WHERE id = $1', [disabled.personId]);
    expect((await list(asker)).value.items.map(({ id }) => id)).toEqual([asker.personId]);
  });

  it('is searched by name, function and organisation, accents forgiven, and narrowed by both', async () => {
    const cop = await community.addCop();
    const asker = await community.addMember(cop.id, 'observer');
    const [one, two] = [
      await community.addMember(cop.id, 'participant'),
      await community.addMember(cop.id, 'participant'),
    ];
    await rename(asker.personId, 'Zus');
    await rename(one.personId, 'René de Vries');
    await rename(two.personId, 'Anna Bakker');
    const [organisation] = await server.query<{ id: string }>(
      `INSERT INTO organisations (id, slug, name, kind)
       VALUES (gen_random_uuid(), 'prov-zld', 'Provincie Zeeland', 'other') RETURNING id`,
    );
    await server.query('UPDATE people SET organisation_id = $2, job_title = $3 WHERE id = $1', [
      two.personId,
      organisation?.id,
      'beleidsonderzoeker',
    ]);
    expect(await namesIn(asker)).toEqual(['Anna Bakker', 'René de Vries', 'Zus']);
    expect(await namesIn(asker, { q: 'rene vries' })).toEqual(['René de Vries']);
    expect(await namesIn(asker, { q: 'zeeland onderzoeker' })).toEqual(['Anna Bakker']);
    expect(await namesIn(asker, { organisationId: organisation?.id })).toEqual(['Anna Bakker']);
    expect(await namesIn(asker, { copId: cop.id, q: 'zus' })).toEqual(['Zus']);
  });
});
