import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type PageOf } from '@kring/contracts';
import { writeCursor } from './common/cursor.ts';
import { TestCommunity } from './testing/community.ts';
import { createSignedInPerson, type SignedInTestPerson } from './testing/person.ts';
import { startTestApp, type TestApp } from './testing/test-app.ts';
import { callEndpoint, type TestAnswer } from './testing/test-client.ts';

type Load = (cursor: string | undefined) => Promise<TestAnswer<PageOf<unknown>>>;

const hostile = [
  'AAAA',
  writeCursor([]),
  writeCursor(['1', "0' OR true --"]),
  writeCursor([['a'], '0198c0de-0000-7000-8000-000000000001']),
  writeCursor([7, 'a\u0000', '0198c0de-0000-7000-8000-000000000001']),
  Buffer.from('{"__proto__":{"x":1}}').toString('base64url'),
];

describe('lists that grow', () => {
  let server: TestApp;
  let community: TestCommunity;
  let administrator: SignedInTestPerson;
  let facilitator: SignedInTestPerson;
  let cop: { id: string };
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
    administrator = await createSignedInPerson(server.app, { platformRole: 'administrator' });
    cop = await community.addCop();
    facilitator = await community.addMember(cop.id, 'facilitator');
    await fill();
  });
  afterAll(async () => {
    await server.close();
  });

  /** Many rows of which many are equal in what the lists are sorted by. */
  async function fill(): Promise<void> {
    await server.query(
      `INSERT INTO organisations (id, slug, name, kind)
       SELECT gen_random_uuid(), 'o-' || n, 'Organisatie ' || n % 7, 'other' FROM generate_series(1, 450) n`,
    );
    await server.query(
      `INSERT INTO people (id, email, name)
       SELECT gen_random_uuid(), 'p' || n || '@example.nl', 'Naam ' || n % 5 FROM generate_series(1, 230) n`,
    );
    await server.query(
      `INSERT INTO cop_members (cop_id, person_id, role)
       SELECT $1, id, (ARRAY['participant', 'observer'])[1 + (row_number() OVER ()) % 2]
         FROM people WHERE name LIKE 'Naam %'`,
      [cop.id],
    );
    await server.query(
      `INSERT INTO cases (id, cop_id, title, region, status, holder_id, visibility, created_by_id, updated_at)
       SELECT gen_random_uuid(), $1, 'Casus ' || n, CASE n % 2 WHEN 0 THEN 'Zeeland' ELSE '' END,
              CASE n % 3 WHEN 0 THEN 'active' ELSE 'exploring' END, $2, 'cop', $2,
              timestamptz '2026-11-01 12:00:00.123456Z' + n % 4 * interval '1 microsecond'
         FROM generate_series(1, 130) n`,
      [cop.id, facilitator.personId],
    );
    await server.query(
      `INSERT INTO library_items (id, cop_id, title, url, created_by_id)
       SELECT gen_random_uuid(), $1, 'Link ' || n, 'https://example.nl/' || n, $2 FROM generate_series(1, 130) n`,
      [cop.id, facilitator.personId],
    );
    await server.query(
      `INSERT INTO audit_events (id, action, object_type, result, address, correlation_id)
       SELECT gen_random_uuid(), 'test', 'test', 'done', '', '' FROM generate_series(1, 250)`,
    );
    await server.query(
      `INSERT INTO outbox_mails (id, recipient, template, subject, body, state)
       SELECT gen_random_uuid(), 'x@example.nl', 'sign-in-link', 'S', 'B', 'sent' FROM generate_series(1, 120)`,
    );
  }

  const params = () => ({ copId: cop.id });
  const lists: Record<string, { load: Load; count: () => Promise<number> }> = {
    cases: {
      load: (cursor) =>
        callEndpoint(
          server.url,
          endpoints.listCases,
          { params: params(), query: query(cursor) },
          facilitator,
        ),
      count: () => count('cases'),
    },
    members: {
      load: (cursor) =>
        callEndpoint(
          server.url,
          endpoints.listMembers,
          { params: params(), query: query(cursor) },
          facilitator,
        ),
      count: () => count('cop_members'),
    },
    'library items': {
      load: (cursor) =>
        callEndpoint(
          server.url,
          endpoints.listLibrary,
          { params: params(), query: query(cursor) },
          facilitator,
        ),
      count: () => count('library_items'),
    },
    organisations: {
      load: (cursor) =>
        callEndpoint(server.url, endpoints.listOrganisations, { query: query(cursor) }, facilitator),
      count: () => count('organisations'),
    },
    people: {
      load: (cursor) =>
        callEndpoint(server.url, endpoints.listAccounts, { query: query(cursor) }, administrator),
      count: () => count('people'),
    },
    directory: {
      load: (cursor) =>
        callEndpoint(server.url, endpoints.listDirectory, { query: query(cursor) }, administrator),
      count: () => count('people'),
    },
    'audit events': {
      load: (cursor) =>
        callEndpoint(server.url, endpoints.listAuditEvents, { query: query(cursor) }, administrator),
      count: () => count('audit_events'),
    },
    mails: {
      load: (cursor) =>
        callEndpoint(server.url, endpoints.listOutbox, { query: query(cursor) }, administrator),
      count: () => count('outbox_mails'),
    },
  };
  const query = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

  async function count(table: string): Promise<number> {
    const [row] = await server.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
    return row?.count ?? 0;
  }

  async function walk(load: Load): Promise<unknown[]> {
    const all: unknown[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const { value } = await load(cursor);
      all.push(...value.items);
      cursor = value.next;
      expect(all.length).toBeLessThan(1000);
    }
    return all;
  }

  it.each(Object.keys(lists))('show every one of the %s once, whatever they are sorted by', async (name) => {
    const list = lists[name];
    if (!list) throw new Error('No such list');
    const all = await walk(list.load);
    const ids = all.map(
      (item) => (item as { id?: string }).id ?? (item as { person: { id: string } }).person.id,
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(await list.count());
  });

  it.each(Object.keys(lists))('refuse a cursor that they did not write: %s', async (name) => {
    for (const cursor of hostile) {
      expect([cursor, (await lists[name]?.load(cursor))?.code]).toEqual([cursor, 'invalid-input']);
    }
  });

  it('do not skip or repeat what was there when something is added while one reads', async () => {
    const { load } = lists['cases'] ?? {};
    if (!load) throw new Error('No such list');
    const first = (await load(undefined)).value;
    await community.addCase(cop.id, { holderId: facilitator.personId });
    const rest = await walk((cursor) => load(cursor ?? first.next ?? undefined));
    const ids = [...first.items, ...rest].map((item) => (item as { id: string }).id);
    expect(ids).toHaveLength(130);
    expect(new Set(ids).size).toBe(130);
  });

  it('of cases can be narrowed to a status and a region, in any case', async () => {
    const ask = (filter: { status?: 'active'; region?: string }) =>
      walk((cursor) =>
        callEndpoint(
          server.url,
          endpoints.listCases,
          { params: params(), query: { ...filter, ...query(cursor) } },
          facilitator,
        ),
      );
    const both = (await ask({ status: 'active', region: 'zeeland' })) as { status: string; region: string }[];
    expect(both).toHaveLength(21);
    expect(new Set(both.map(({ status, region }) => `${status} ${region}`))).toEqual(
      new Set(['active Zeeland']),
    );
    expect(await ask({ region: 'Groningen' })).toEqual([]);
  });

  it('of people find parts of a name, an address or an organisation', async () => {
    const { value } = await callEndpoint(
      server.url,
      endpoints.listAccounts,
      { query: { text: 'NAAM p77@' } },
      administrator,
    );
    expect(value.items.map(({ email }) => email)).toEqual(['p77@example.nl']);
  });
});
