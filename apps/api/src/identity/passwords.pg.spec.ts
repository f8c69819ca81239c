import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { lastMailTo, tokenIn } from '../testing/mail.ts';
import { createSignedInPerson, signInAs } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

const password = 'negen paarse fietsen naast de sloot';
const otherPassword = 'tien gele ladders tegen het hek';

describe('passwords', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp();
  });
  afterAll(async () => {
    await server.close();
  });

  async function isSignedIn(cookie: string): Promise<boolean> {
    return (await callEndpoint(server.url, endpoints.getMe, {}, { cookie })).status === 200;
  }

  function set(cookie: string, body: { currentPassword?: string; newPassword: string }) {
    return callEndpoint(server.url, endpoints.setPassword, { body }, { cookie });
  }

  function signIn(email: string, given: string) {
    return callEndpoint(server.url, endpoints.signInWithPassword, { body: { email, password: given } });
  }

  async function resetTokenFor(email: string): Promise<string> {
    await callEndpoint(server.url, endpoints.requestPasswordReset, { body: { email } });
    return tokenIn(await lastMailTo(server.app, email));
  }

  function reset(token: string, newPassword: string) {
    return callEndpoint(server.url, endpoints.resetPassword, { body: { token, password: newPassword } });
  }

  it('that are reset end all sign-ins, use up every open link and begin a new sign-in', async () => {
    const { email, personId, cookie } = await createSignedInPerson(server.app);
    const elsewhere = await signInAs(server.app, personId);
    const first = await resetTokenFor(email);
    const second = await resetTokenFor(email);
    const answer = await reset(second, password);
    expect(answer.value.me).toMatchObject({ email, hasPassword: true });
    expect([await isSignedIn(cookie), await isSignedIn(elsewhere.cookie)]).toEqual([false, false]);
    expect(await isSignedIn(answer.headers.getSetCookie()[0]?.split(';')[0] ?? '')).toBe(true);
    expect((await reset(first, otherPassword)).code).toBe('link-not-valid');
    expect((await signIn(email, password)).status).toBe(200);
  });

  it('that are being replaced let nobody in any more who began with the old one', async () => {
    const { email, personId, cookie } = await createSignedInPerson(server.app);
    await set(cookie, { newPassword: password });
    const { late } = await server.app.get(TransactionRunner).run(async (tx) => {
      await tx.query('UPDATE people SET password_hash = $2 WHERE id = $1', [personId, 'another']);
      const late = signIn(email, password);
      await untilSomebodyWaitsForALock();
      return { late };
    });
    expect((await late).code).toBe('wrong-credentials');
    expect(await server.query('SELECT 1 FROM login_sessions WHERE person_id = $1', [personId])).toHaveLength(
      1,
    );
  });

  async function untilSomebodyWaitsForALock(): Promise<void> {
    const waiting =
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    while ((await server.query(waiting)).length === 0);
  }

  it('that are weak are refused, and the link can be used again', async () => {
    const { email } = await createSignedInPerson(server.app);
    const token = await resetTokenFor(email);
    expect((await reset(token, 'Welkom2026!!')).code).toBe('password-too-weak');
    expect((await reset(token, password)).status).toBe(200);
  });

  it('are changed only by who knows the present one', async () => {
    const { email, cookie } = await createSignedInPerson(server.app);
    await set(cookie, { newPassword: password });
    expect((await set(cookie, { newPassword: otherPassword })).code).toBe('wrong-credentials');
    expect((await set(cookie, { currentPassword: otherPassword, newPassword: otherPassword })).code).toBe(
      'wrong-credentials',
    );
    expect((await set(cookie, { currentPassword: password, newPassword: otherPassword })).status).toBe(200);
    expect((await signIn(email, otherPassword)).status).toBe(200);
  });

  it('that change end the other sign-ins, keep this one, and the person is told', async () => {
    const { email, personId, cookie } = await createSignedInPerson(server.app);
    const elsewhere = await signInAs(server.app, personId);
    await set(cookie, { newPassword: password });
    expect([await isSignedIn(cookie), await isSignedIn(elsewhere.cookie)]).toEqual([true, false]);
    expect((await lastMailTo(server.app, email)).template).toBe('password-changed');
  });

  it('are kept as argon2id of at least 19 MiB and two passes, and renewed when kept weaker', async () => {
    const { email, personId, cookie } = await createSignedInPerson(server.app);
    await set(cookie, { newPassword: password });
    const { hash } = await import('@node-rs/argon2');
    const weaker = await hash(password, { memoryCost: 8192, timeCost: 1 });
    await server.query('UPDATE people SET password_hash = $2 WHERE id = $1', [personId, weaker]);
    expect((await signIn(email, password)).status).toBe(200);
    const [row] = await server.query<{ kept: string }>(
      'SELECT password_hash AS kept FROM people WHERE id = $1',
      [personId],
    );
    expect(row?.kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('answer alike for addresses that are known and unknown', async () => {
    const { email, cookie } = await createSignedInPerson(server.app);
    await set(cookie, { newPassword: password });
    const known = await signIn(email, otherPassword);
    const unknown = await signIn('nobody@example.nl', otherPassword);
    expect(withoutId(unknown.body)).toEqual(withoutId(known.body));
    for (const endpoint of [endpoints.requestSignInLink, endpoints.requestPasswordReset]) {
      const ofKnown = await callEndpoint(server.url, endpoint, { body: { email } });
      const ofUnknown = await callEndpoint(server.url, endpoint, { body: { email: 'nobody@example.nl' } });
      expect([ofUnknown.status, ofUnknown.body]).toEqual([ofKnown.status, ofKnown.body]);
    }
  });
});

function withoutId(body: unknown): unknown {
  return { ...(body as object), correlationId: '' };
}
