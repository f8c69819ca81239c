import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { callEndpoint } from '../testing/test-client.ts';
import { createSignedInPerson } from '../testing/person.ts';
import { LoginSessionsService } from './login-sessions.service.ts';
import { lastMailTo, tokenIn } from '../testing/mail.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';

const password = 'een lange zin over koeien in de wei';

describe('signing in', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp();
  });
  afterAll(async () => {
    await server.close();
  });

  async function linkFor(email: string, next?: string): Promise<string> {
    const asked = await callEndpoint(server.url, endpoints.requestSignInLink, { body: { email, next } });
    expect(asked.status).toBe(200);
    return tokenIn(await lastMailTo(server.app, email));
  }

  function useLink(token: string, cookie?: string) {
    return callEndpoint(server.url, endpoints.useSignInLink, { body: { token } }, { cookie });
  }

  async function isSignedIn(cookie: string): Promise<boolean> {
    return (await callEndpoint(server.url, endpoints.getMe, {}, { cookie })).status === 200;
  }

  it('by a mailed link opens the page that was asked for', async () => {
    const { email } = await createSignedInPerson(server.app);
    const answer = await useLink(await linkFor(email, '/cops/werkplaats'));
    expect(answer.value).toMatchObject({ me: { email }, next: '/cops/werkplaats' });
    expect(await isSignedIn(cookieOf(answer.headers))).toBe(true);
  });

  it('gives a cookie that scripts cannot read and other sites do not send', async () => {
    const { email } = await createSignedInPerson(server.app);
    const answer = await useLink(await linkFor(email));
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^kring=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  });

  it('uses a link once, also when two try at once', async () => {
    const { email } = await createSignedInPerson(server.app);
    const token = await linkFor(email);
    const answers = await Promise.all([useLink(token), useLink(token), useLink(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
  });

  it('refuses a link that has expired', async () => {
    const { email, personId } = await createSignedInPerson(server.app);
    const token = await linkFor(email);
    await server.query(
      `UPDATE sign_in_tokens SET expires_at = now() - interval '1 second' WHERE person_id = $1`,
      [personId],
    );
    expect((await useLink(token)).code).toBe('link-not-valid');
  });

  it('refuses a link that is for another purpose', async () => {
    const { email } = await createSignedInPerson(server.app);
    await callEndpoint(server.url, endpoints.requestPasswordReset, { body: { email } });
    const token = tokenIn(await lastMailTo(server.app, email));
    expect((await useLink(token)).code).toBe('link-not-valid');
  });

  it('never adopts a cookie that was there before, and ends the sign-in that it stood for', async () => {
    const { email, cookie: before } = await createSignedInPerson(server.app);
    const answer = await useLink(await linkFor(email), before);
    const after = cookieOf(answer.headers);
    expect(after).not.toBe(before);
    expect([await isSignedIn(before), await isSignedIn(after)]).toEqual([false, true]);
  });

  it('never adopts a cookie that somebody made up', async () => {
    const { email } = await createSignedInPerson(server.app);
    const planted = `kring=${'A'.repeat(43)}`;
    const answer = await useLink(await linkFor(email), planted);
    expect([await isSignedIn(planted), await isSignedIn(cookieOf(answer.headers))]).toEqual([false, true]);
  });

  it('does not believe a cookie name that stands twice in a request', async () => {
    const { cookie } = await createSignedInPerson(server.app);
    const other = await createSignedInPerson(server.app);
    expect(await isSignedIn(`${cookie}; ${other.cookie}`)).toBe(false);
  });

  it('keeps only a hash of the token of a sign-in and of a link', async () => {
    const { email, cookie } = await createSignedInPerson(server.app);
    const token = await linkFor(email);
    const rows = await server.query<{ row: string }>(
      'SELECT s::text AS row FROM login_sessions s UNION ALL SELECT t::text FROM sign_in_tokens t',
    );
    const stored = rows.map(({ row }) => row).join('\n');
    expect(stored).not.toContain(cookie.split('=')[1]);
    expect(stored).not.toContain(token);
  });

  it('ends at the end of its time, however much it is used', async () => {
    const { cookie, loginSessionId } = await createSignedInPerson(server.app);
    await server.query(
      `UPDATE login_sessions SET last_seen_at = now() - interval '2 minutes',
              absolute_expires_at = now() + interval '1 hour' WHERE id = $1`,
      [loginSessionId],
    );
    expect(await isSignedIn(cookie)).toBe(true);
    const [session] = await server.query<{ isBounded: boolean }>(
      `SELECT expires_at = absolute_expires_at AS "isBounded" FROM login_sessions WHERE id = $1`,
      [loginSessionId],
    );
    expect(session).toEqual({ isBounded: true });
    await server.query('UPDATE login_sessions SET expires_at = now() WHERE id = $1', [loginSessionId]);
    expect(await isSignedIn(cookie)).toBe(false);
  });

  it('by password works for who set one, and for nobody with another', async () => {
    const { email, cookie } = await createSignedInPerson(server.app);
    const set = await callEndpoint(
      server.url,
      endpoints.setPassword,
      { body: { newPassword: password } },
      { cookie },
    );
    expect(set.status).toBe(200);
    const signIn = (given: string) =>
      callEndpoint(server.url, endpoints.signInWithPassword, { body: { email, password: given } });
    expect((await signIn(`${password}!`)).code).toBe('wrong-credentials');
    expect((await signIn(password)).value.me.email).toBe(email);
  });

  it('is told apart from others that are asked about at the same moment', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => createSignedInPerson(server.app)));
    const [gone, ...others] = people;
    await callEndpoint(server.url, endpoints.signOut, {}, { cookie: gone?.cookie });
    const logins = server.app.get(LoginSessionsService);
    const cookies = [...people.map(({ cookie }) => cookie), 'kring=nobody', others[0]?.cookie];
    const found = await Promise.all(cookies.map((cookie) => logins.authenticate(cookie)));
    const told = found.map((login) => login?.personId ?? null);
    expect(told).toEqual([null, ...others.map(({ personId }) => personId), null, others[0]?.personId]);
    const ids = found.flatMap((login) => (login ? [login.loginSessionId] : []));
    await callEndpoint(server.url, endpoints.signOut, {}, { cookie: others[1]?.cookie });
    const alive = await Promise.all(ids.map((id) => logins.isAlive(id)));
    expect(alive).toEqual([true, false, true, true, true]);
  });

  it('is over for good after signing out', async () => {
    const { cookie } = await createSignedInPerson(server.app);
    const out = await callEndpoint(server.url, endpoints.signOut, {}, { cookie });
    expect(out.status).toBe(200);
    expect(out.headers.getSetCookie()[0]).toMatch(/^kring=; .*Expires=Thu, 01 Jan 1970/);
    expect(await isSignedIn(cookie)).toBe(false);
  });
});

function cookieOf(headers: Headers): string {
  return headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
