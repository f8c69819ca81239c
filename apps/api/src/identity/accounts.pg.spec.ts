import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { DomainEvents, type DomainEvent } from '../common/domain-events.ts';
import { createSignedInPerson, signInAs, type SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';
import { AccountsService } from './accounts.service.ts';
import type { Actor } from './actor.ts';

describe('accounts', () => {
  let server: TestApp;
  let administrator: SignedInTestPerson;
  const events: DomainEvent[] = [];

  beforeAll(async () => {
    server = await startTestApp();
    administrator = await createSignedInPerson(server.app, { platformRole: 'administrator', name: 'Ada' });
    const all = server.app.get(DomainEvents);
    for (const type of ['login-session-ended', 'access-changed', 'person-changed'] as const) {
      all.on(type, (event) => void events.push(event));
    }
  });
  afterEach(() => {
    events.length = 0;
  });
  afterAll(async () => {
    await server.close();
  });

  function update(
    by: SignedInTestPerson,
    personId: string,
    body: { isDisabled?: boolean; platformRole?: 'member' | 'administrator' | 'auditor' },
  ) {
    return callEndpoint(server.url, endpoints.updateAccount, { params: { personId }, body }, by);
  }

  async function isSignedIn(cookie: string): Promise<boolean> {
    return (await callEndpoint(server.url, endpoints.getMe, {}, { cookie })).status === 200;
  }

  it('are listed for administrators and for nobody else', async () => {
    const member = await createSignedInPerson(server.app);
    const list = (by: SignedInTestPerson) =>
      callEndpoint(server.url, endpoints.listAccounts, { query: {} }, by);
    expect((await list(administrator)).value.items.map(({ email }) => email)).toContain(member.email);
    expect((await list(member)).code).toBe('not-allowed');
  });

  it('that are disabled end every sign-in, and whoever is connected is told', async () => {
    const { personId, cookie, loginSessionId, email } = await createSignedInPerson(server.app);
    const elsewhere = await signInAs(server.app, personId);
    expect((await update(administrator, personId, { isDisabled: true })).value.isDisabled).toBe(true);
    expect([await isSignedIn(cookie), await isSignedIn(elsewhere.cookie)]).toEqual([false, false]);
    const ended = events.find((event) => event.type === 'login-session-ended');
    expect(new Set(ended?.loginSessionIds)).toEqual(new Set([loginSessionId, elsewhere.loginSessionId]));
    expect(events).toContainEqual({ type: 'access-changed', scope: { personId } });
    await callEndpoint(server.url, endpoints.requestSignInLink, { body: { email } });
    expect(await server.query('SELECT 1 FROM outbox_mails WHERE recipient = $1', [email])).toEqual([]);
  });

  it('that are enabled again can sign in, but old sign-ins stay ended', async () => {
    const { personId, cookie } = await createSignedInPerson(server.app);
    await update(administrator, personId, { isDisabled: true });
    await update(administrator, personId, { isDisabled: false });
    expect(await isSignedIn(cookie)).toBe(false);
    expect(await isSignedIn((await signInAs(server.app, personId)).cookie)).toBe(true);
  });

  it('get another role at once', async () => {
    const member = await createSignedInPerson(server.app);
    const audit = () => callEndpoint(server.url, endpoints.listAuditEvents, { query: {} }, member);
    expect((await audit()).code).toBe('not-allowed');
    await update(administrator, member.personId, { platformRole: 'auditor' });
    expect((await audit()).status).toBe(200);
  });

  it('of oneself cannot be disabled or get another role', async () => {
    const { personId } = administrator;
    expect((await update(administrator, personId, { isDisabled: true })).code).toBe('not-yourself');
    expect((await update(administrator, personId, { platformRole: 'member' })).code).toBe('not-yourself');
  });

  it('of two administrators who take the role from each other at once leave one', async () => {
    const other = await createSignedInPerson(server.app, { platformRole: 'administrator' });
    const third = await startTestApp();
    try {
      const one = await createSignedInPerson(third.app, { platformRole: 'administrator' });
      const two = await createSignedInPerson(third.app, { platformRole: 'administrator' });
      const demote = (by: SignedInTestPerson, personId: string) =>
        callEndpoint(
          third.url,
          endpoints.updateAccount,
          { params: { personId }, body: { platformRole: 'member' } },
          by,
        );
      await Promise.all([demote(one, two.personId), demote(two, one.personId)]);
      const left = await third.query(`SELECT 1 FROM people WHERE platform_role = 'administrator'`);
      expect(left).toHaveLength(1);
    } finally {
      await third.close();
    }
    await update(administrator, other.personId, { platformRole: 'member' });
  });

  it('of the last administrator stay so, whoever asks and whatever they were when they asked', async () => {
    const single = await startTestApp();
    try {
      const last = await createSignedInPerson(single.app, { platformRole: 'administrator' });
      const { personId } = await createSignedInPerson(single.app);
      const origin = { address: '', userAgent: '', correlationId: '', cookieHeader: undefined };
      const actor = { personId } as Actor;
      const accounts = single.app.get(AccountsService);
      for (const changes of [{ platformRole: 'member' }, { isDisabled: true }] as const) {
        await expect(accounts.update(actor, last.personId, changes, origin)).rejects.toMatchObject({
          code: 'last-administrator',
        });
      }
    } finally {
      await single.close();
    }
  });

  it('that change leave one line in the audit trail, in the same transaction', async () => {
    const { personId } = await createSignedInPerson(server.app);
    await update(administrator, personId, { platformRole: 'auditor' });
    const { value } = await callEndpoint(server.url, endpoints.listAuditEvents, { query: {} }, administrator);
    expect(value.items.filter(({ objectId }) => objectId === personId)).toMatchObject([
      { action: 'person.update', actorName: 'Ada', objectType: 'person', result: 'done' },
    ]);
  });

  it('end their own sign-ins one by one, and only their own', async () => {
    const person = await createSignedInPerson(server.app);
    const elsewhere = await signInAs(server.app, person.personId);
    const stranger = await createSignedInPerson(server.app);
    const end = (by: { cookie: string }, loginSessionId: string) =>
      callEndpoint(server.url, endpoints.endLoginSession, { params: { loginSessionId } }, by);
    const { value } = await callEndpoint(server.url, endpoints.listLoginSessions, {}, person);
    expect(value.map(({ id, isCurrent }) => [id, isCurrent]).sort()).toEqual(
      [
        [person.loginSessionId, true],
        [elsewhere.loginSessionId, false],
      ].sort(),
    );
    expect((await end(stranger, elsewhere.loginSessionId)).code).toBe('not-found');
    expect((await end(person, elsewhere.loginSessionId)).status).toBe(200);
    expect([await isSignedIn(elsewhere.cookie), await isSignedIn(person.cookie)]).toEqual([false, true]);
  });
});

describe('the audit trail', () => {
  it('holds failed sign-ins, and cannot be changed, not even with SQL', async () => {
    const server = await startTestApp();
    try {
      await createSignedInPerson(server.app);
      await callEndpoint(server.url, endpoints.signInWithPassword, {
        body: { email: 'nobody@example.nl', password: 'x' },
      });
      await callEndpoint(server.url, endpoints.useSignInLink, { body: { token: 'x'.repeat(43) } });
      expect(await server.query('SELECT action, result FROM audit_events ORDER BY id')).toEqual([
        { action: 'sign-in.password', result: 'refused' },
        { action: 'sign-in.link', result: 'refused' },
      ]);
      for (const sql of [
        'DELETE FROM audit_events',
        `UPDATE audit_events SET action = ''`,
        'TRUNCATE audit_events',
      ]) {
        await expect(server.query(sql)).rejects.toThrow('audit_events is append-only');
      }
    } finally {
      await server.close();
    }
  });
});
