import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type Endpoint } from '@kring/contracts';
import { TestCommunity } from '../testing/community.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

describe('a refusal', () => {
  let server: TestApp;
  let community: TestCommunity;
  let copId: string;
  let observer: SignedInTestPerson;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
    copId = (await community.addCop()).id;
    observer = await community.addMember(copId, 'observer');
  });
  afterAll(async () => {
    await server.close();
  });

  async function refusalsAfter(
    endpoint: Endpoint,
    params: Record<string, string>,
    by: { cookie: string } | null,
    body?: unknown,
  ): Promise<{ code: string | null; recorded: unknown[] }> {
    const count = `SELECT count(*)::int AS count FROM audit_events WHERE result = 'refused'`;
    const [before] = await server.query<{ count: number }>(count);
    const { code } = await callEndpoint(server.url, endpoint, { params, body } as never, by ?? {});
    const recorded = await server.query(
      `SELECT actor_id AS "actorId", action, object_type AS "objectType", object_id AS "objectId"
         FROM audit_events WHERE result = 'refused' ORDER BY id OFFSET $1`,
      [before?.count],
    );
    return { code, recorded };
  }

  it.each([
    ['reading the audit trail', endpoints.listAuditEvents, 'audit.read'],
    ['reading the outbox', endpoints.listOutbox, 'outbox.read'],
    ['listing accounts', endpoints.listAccounts, 'person.list'],
  ])('of %s leaves exactly one record', async (_, endpoint, action) => {
    expect(await refusalsAfter(endpoint, {}, observer)).toEqual({
      code: 'not-allowed',
      recorded: [{ actorId: observer.personId, action, objectType: 'platform', objectId: null }],
    });
    const administrator = await community.addPerson('administrator');
    expect(await refusalsAfter(endpoint, {}, administrator)).toEqual({ code: null, recorded: [] });
  });

  it('by the door of a CoP leaves exactly one record, with its id', async () => {
    const invite = { email: 'iemand@example.nl', role: 'facilitator' };
    expect(await refusalsAfter(endpoints.createInvite, { copId }, observer, invite)).toEqual({
      code: 'not-allowed',
      recorded: [{ actorId: observer.personId, action: 'cop.invite', objectType: 'cop', objectId: copId }],
    });
    const facilitator = await community.addMember(copId, 'facilitator');
    expect(await refusalsAfter(endpoints.createInvite, { copId }, facilitator, invite)).toEqual({
      code: null,
      recorded: [],
    });
  });

  it('of somebody who is not signed in leaves none: anybody could fill the trail', async () => {
    expect(await refusalsAfter(endpoints.listAuditEvents, {}, null)).toEqual({
      code: 'not-signed-in',
      recorded: [],
    });
  });

  it('of what cannot be seen leaves none: there is nothing that it was about', async () => {
    const holder = await community.addMember(copId, 'participant');
    const caseId = await community.addCase(copId, { holderId: holder.personId, visibility: 'private' });
    expect(await refusalsAfter(endpoints.getCase, { caseId }, observer)).toEqual({
      code: 'not-found',
      recorded: [],
    });
  });
});
