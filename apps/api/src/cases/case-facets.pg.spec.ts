import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type CaseFacets, type CaseFacetsQuery, type CaseTheme } from '@kring/contracts';
import { TestCommunity } from '../testing/community.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

describe('choosing cases of a CoP', () => {
  let server: TestApp;
  let community: TestCommunity;
  let copId: string;
  let holder: SignedInTestPerson;
  let member: SignedInTestPerson;
  let outsider: SignedInTestPerson;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
    copId = (await community.addCop()).id;
    holder = await community.addMember(copId, 'participant');
    member = await community.addMember(copId, 'observer');
    outsider = await community.addPerson();
    const add = (region: string, themes: CaseTheme[], facts: object = {}) =>
      community.addCase(copId, { holderId: holder.personId, region, themes, ...facts });
    await add('Zeeland', ['housing', 'health'], { visibility: 'network' });
    await add('zeeland', ['housing'], { status: 'exploring' });
    await add('Drenthe', ['safety'], { status: 'exploring' });
    await add('Geheim', ['trade-and-aid'], { visibility: 'private' });
    const archived = await add('Texel', ['society']);
    await callEndpoint(server.url, endpoints.archiveCase, { params: { caseId: archived } }, holder);
  });
  afterAll(async () => {
    await server.close();
  });

  const count = async (by: SignedInTestPerson, query: CaseFacetsQuery = {}): Promise<CaseFacets> =>
    (await callEndpoint(server.url, endpoints.countCases, { params: { copId }, query }, by)).value;
  const list = async (by: SignedInTestPerson, query: CaseFacetsQuery) =>
    (await callEndpoint(server.url, endpoints.listCases, { params: { copId }, query }, by)).value.items;
  const themesIn = ({ themes }: CaseFacets) =>
    Object.fromEntries(themes.map(({ theme, count: found }) => [theme, found]));
  const regionsIn = ({ regions }: CaseFacets) =>
    regions.map(({ region, count: found }) => `${region.toLowerCase()} ${found}`);

  it('counts what somebody sees, and tells of no region or theme of what they do not', async () => {
    const seen = {
      holder: await count(holder),
      member: await count(member),
      outsider: await count(outsider),
    };
    expect([seen.holder.all, seen.member.all, seen.outsider.all]).toEqual([4, 3, 1]);
    expect(regionsIn(seen.holder)).toEqual(['drenthe 1', 'geheim 1', 'zeeland 2']);
    expect(regionsIn(seen.member)).toEqual(['drenthe 1', 'zeeland 2']);
    expect(regionsIn(seen.outsider)).toEqual(['zeeland 1']);
    expect(themesIn(seen.member)).toEqual({ housing: 2, health: 1, safety: 1 });
    expect(themesIn(seen.outsider)).toEqual({ housing: 1, health: 1 });
  });

  it('says behind each filter what choosing it shows, given the others', async () => {
    const filters: CaseFacetsQuery[] = [
      {},
      { status: 'exploring' },
      { region: 'ZEELAND' },
      { theme: 'housing' },
      { theme: 'housing', status: 'active' },
      { archived: 'true' },
    ];
    for (const by of [holder, member, outsider]) {
      for (const filter of filters) {
        const { found, statuses, regions, themes } = await count(by, filter);
        expect((await list(by, filter)).length).toBe(found);
        const offered = [
          ...statuses.map(({ status, count: told }) => ({ told, query: { ...filter, status } })),
          ...regions.map(({ region, count: told }) => ({ told, query: { ...filter, region } })),
          ...themes.map(({ theme, count: told }) => ({ told, query: { ...filter, theme } })),
        ];
        for (const { told, query } of offered) {
          expect([query, (await list(by, query)).length]).toEqual([query, told]);
        }
      }
    }
  });

  it('refuses a theme that does not exist, one twice, and more than a case may have', async () => {
    const open = (themes: unknown) =>
      callEndpoint(
        server.url,
        endpoints.createCase,
        {
          params: { copId },
          body: { title: 'X', holderId: holder.personId, visibility: 'cop', themes } as never,
        },
        holder,
      );
    const six = ['housing', 'health', 'safety', 'society', 'environment', 'human-capital'];
    for (const themes of [['x'], ['housing', 'housing'], six]) {
      expect((await open(themes)).code).toBe('invalid-input');
    }
    const made = (await open(['society', 'housing'])).value;
    expect(made.themes).toEqual(['society', 'housing']);
    const body = { version: made.version, themes: ['safety'] as CaseTheme[] };
    const { value } = await callEndpoint(
      server.url,
      endpoints.updateCase,
      { params: { caseId: made.id }, body },
      holder,
    );
    expect(value.themes).toEqual(['safety']);
  });
});
