import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { createSignedInPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

const password = 'zeven blauwe emmers op het dak';
const wrong = 'acht groene emmers op het dak';

describe('attempts to sign in', () => {
  let server: TestApp;
  beforeAll(async () => {
    // As behind a proxy on this machine, so that a test can come from different addresses.
    server = await startTestApp({ trustedProxies: ['loopback'] });
  });
  afterAll(async () => {
    await server.close();
  });

  async function personWithPassword(): Promise<string> {
    const { email, cookie } = await createSignedInPerson(server.app);
    await callEndpoint(server.url, endpoints.setPassword, { body: { newPassword: password } }, { cookie });
    return email;
  }

  function signIn(email: string, given: string, from: string, headers: Record<string, string> = {}) {
    return callEndpoint(
      server.url,
      endpoints.signInWithPassword,
      { body: { email, password: given } },
      { headers: { 'x-forwarded-for': from, ...headers } },
    );
  }

  async function fail(email: string, from: string, times: number): Promise<(string | null)[]> {
    const codes: (string | null)[] = [];
    for (let attempt = 0; attempt < times; attempt++) codes.push((await signIn(email, wrong, from)).code);
    return codes;
  }

  it('are refused after five wrong passwords from one address, with the time to wait', async () => {
    const email = await personWithPassword();
    expect(await fail(email, '192.0.2.1', 5)).toEqual(Array(5).fill('wrong-credentials'));
    const refused = await signIn(email, password, '192.0.2.1');
    expect(refused.code).toBe('too-many-attempts');
    const { retryAfterSeconds } = refused.body as { retryAfterSeconds: number };
    expect(retryAfterSeconds).toBeGreaterThan(800);
    expect(refused.headers.get('retry-after')).toBe(String(retryAfterSeconds));
  });

  it('of a stranger do not lock out the person elsewhere', async () => {
    const email = await personWithPassword();
    await fail(email, '192.0.2.2', 50);
    expect((await signIn(email, password, '198.51.100.7')).status).toBe(200);
  });

  it('for an unknown address are limited alike', async () => {
    const codes = await fail('nobody-at-all@example.nl', '192.0.2.3', 6);
    expect(codes).toEqual([...Array<string>(5).fill('wrong-credentials'), 'too-many-attempts']);
  });

  it('count per /64 of IPv6, of which one household has a whole one', async () => {
    const email = await personWithPassword();
    for (let host = 1; host <= 5; host++) await signIn(email, wrong, `2001:db8:1:2::${host}`);
    expect((await signIn(email, password, '2001:db8:1:2:ffff::9')).code).toBe('too-many-attempts');
    expect((await signIn(email, password, '2001:db8:1:3::9')).status).toBe(200);
  });

  it('are forgiven from where the right password came', async () => {
    const email = await personWithPassword();
    for (let round = 0; round < 3; round++) {
      await fail(email, '192.0.2.4', 4);
      expect((await signIn(email, password, '192.0.2.4')).status).toBe(200);
    }
  });

  it('survive a restart: they are in the database, as keyed hashes', async () => {
    const rows = await server.query<{ key: string }>('SELECT key FROM attempt_limits');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ key }) => /192\.0\.2|example/.test(key))).toEqual([]);
  });

  it('limit mails to one address', async () => {
    const { email } = await createSignedInPerson(server.app);
    const ask = () =>
      callEndpoint(
        server.url,
        endpoints.requestSignInLink,
        { body: { email } },
        { headers: { 'x-forwarded-for': '192.0.2.5' } },
      );
    const codes = [];
    for (let attempt = 0; attempt < 6; attempt++) codes.push((await ask()).code);
    expect(codes).toEqual([null, null, null, null, null, 'too-many-attempts']);
  });
});

describe('the address of a client', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp();
  });
  afterAll(async () => {
    await server.close();
  });

  it('is not what its own headers say, unless they come from a trusted proxy', async () => {
    const codes = [];
    for (let attempt = 0; attempt < 6; attempt++) {
      const forged = `203.0.113.${attempt}`;
      const answer = await callEndpoint(
        server.url,
        endpoints.signInWithPassword,
        { body: { email: 'somebody@example.nl', password: wrong } },
        {
          headers: {
            'x-forwarded-for': forged,
            'x-real-ip': forged,
            'cf-connecting-ip': forged,
            forwarded: `for=${forged}`,
          },
        },
      );
      codes.push(answer.code);
    }
    expect(codes.at(-1)).toBe('too-many-attempts');
  });
});
