import { afterEach, describe, expect, it } from '@jest/globals';
import { endpoints, type ReadinessCode } from '@kring/contracts';
import type { Settings } from '../config/settings.ts';
import { TestCommunity } from '../testing/community.ts';
import { startMailServer } from '../../../../tools/testing/mail-server.ts';
import { lastMailTo, tokenIn } from '../testing/mail.ts';
import { createSignedInPerson } from '../testing/person.ts';
import { startTestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

describe('administration', () => {
  let closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.reverse()) await close();
    closing = [];
  });

  async function start(settings: Partial<Settings> = {}) {
    const server = await startTestApp(settings);
    closing.push(() => server.close());
    const administrator = await createSignedInPerson(server.app, { platformRole: 'administrator' });
    const missing = async (): Promise<ReadinessCode[]> => {
      const { value } = await callEndpoint(server.url, endpoints.getReadiness, {}, administrator);
      return value.items.map(({ code }) => code);
    };
    const testMail = (by = administrator) => callEndpoint(server.url, endpoints.testMail, {}, by);
    return { server, administrator, missing, testMail };
  }
  async function mailServer(answer: string) {
    const mail = await startMailServer(answer);
    closing.push(() => new Promise((resolve) => mail.server.close(resolve)));
    return mail;
  }

  it('says what is missing before real use, and nothing once all is there', async () => {
    const { messages, url } = await mailServer('250 ok');
    const { server, missing, testMail } = await start({
      smtpUrl: url,
      publicUrl: 'https://kring.example.nl',
      mailFrom: 'kring@example.nl',
    });
    const community = new TestCommunity(server.app);
    const demo = await createSignedInPerson(server.app, { email: 'fatima@voorbeeld.nl' });
    expect(await missing()).toEqual([
      'demo-accounts',
      'mail-test',
      'backup-none',
      'one-administrator',
      'no-contact',
      'no-statements',
    ]);
    await server.query('UPDATE people SET disabled_at = now() WHERE id = $1', [demo.personId]);
    expect((await testMail()).value).toMatchObject({ isSent: true, failure: null });
    expect(messages).toHaveLength(1);
    await community.addPerson('administrator');
    await server.query(`UPDATE platform_settings SET contact_email = 'hulp@example.nl'`);
    await server.query(`INSERT INTO backup_records VALUES (now() - interval '8 days')`);
    expect(await missing()).toEqual(['backup-old', 'no-statements']);
    await server.query(
      `UPDATE platform_settings SET operator = 'Wij', privacy_url = 'https://w.nl/p', accessibility_url = 'https://w.nl/t'`,
    );
    expect(await missing()).toEqual(['backup-old']);
    await server.query('INSERT INTO backup_records DEFAULT VALUES');
    expect(await missing()).toEqual([]);
  });

  it('sees a try-out for what it is', async () => {
    const { missing } = await start({ isSecretGenerated: true });
    expect(await missing()).toEqual(
      expect.arrayContaining(['address-local', 'secret-generated', 'mail-server', 'mail-sender']),
    );
  });

  it('tells why a test mail did not go, and does not count it as one', async () => {
    const { url } = await mailServer('550 relay denied');
    const { missing, testMail } = await start({ smtpUrl: url });
    const { value } = await testMail();
    expect(value).toMatchObject({ isSent: false, failure: { reason: 'message-refused' } });
    expect(value.failure?.answer).toContain('550 relay denied');
    expect(await missing()).toContain('mail-test');
  });

  it('tells that nobody answers where the mail server should be', async () => {
    const { testMail } = await start({ smtpUrl: 'smtp://127.0.0.1:1' });
    expect((await testMail()).value).toMatchObject({ isSent: false, failure: { reason: 'unreachable' } });
  });

  it('tests mail and shows what is missing to administrators only', async () => {
    const { url } = await mailServer('250 ok');
    const { server, testMail } = await start({ smtpUrl: url });
    const member = await createSignedInPerson(server.app);
    expect((await testMail(member)).code).toBe('not-allowed');
    expect((await callEndpoint(server.url, endpoints.getReadiness, {}, member)).code).toBe('not-allowed');
    expect((await testMail()).code).toBeNull();
  });

  it('shows the open invites of all CoPs, and sends one again with a link that alone works', async () => {
    const { server, administrator } = await start();
    const community = new TestCommunity(server.app);
    const cops = [await community.addCop(), await community.addCop()];
    for (const [index, { id: copId }] of cops.entries()) {
      const body = { email: `gast${index}@example.nl`, role: 'observer' } as const;
      await callEndpoint(server.url, endpoints.createInvite, { params: { copId }, body }, administrator);
    }
    const list = async () =>
      (await callEndpoint(server.url, endpoints.listOpenInvites, { query: {} }, administrator)).value.items;
    const [newest] = await list();
    expect((await list()).map(({ cop }) => cop.id)).toEqual(cops.map(({ id }) => id).reverse());
    const old = tokenIn(await lastMailTo(server.app, 'gast1@example.nl'));
    const params = { copId: cops[1]?.id ?? '', inviteId: newest?.id ?? '' };
    const again = await callEndpoint(server.url, endpoints.resendInvite, { params }, administrator);
    expect(again.value).toMatchObject({ email: 'gast1@example.nl', role: 'observer' });
    const fresh = tokenIn(await lastMailTo(server.app, 'gast1@example.nl'));
    const view = (token: string) => callEndpoint(server.url, endpoints.viewInvite, { body: { token } });
    expect([(await view(old)).code, (await view(fresh)).code]).toEqual(['link-not-valid', null]);
    // A second click finds that the invite it was about is no longer open.
    expect((await callEndpoint(server.url, endpoints.resendInvite, { params }, administrator)).code).toBe(
      'not-found',
    );
    expect(await list()).toHaveLength(2);
    const member = await createSignedInPerson(server.app);
    const refused = await callEndpoint(server.url, endpoints.listOpenInvites, { query: {} }, member);
    expect(refused.code).toBe('not-allowed');
  });
});
