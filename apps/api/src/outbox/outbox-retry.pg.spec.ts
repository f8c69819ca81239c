import { afterEach, describe, expect, it } from '@jest/globals';
import { endpoints, type OutboxMail } from '@kring/contracts';
import { TestCommunity } from '../testing/community.ts';
import { startMailServer } from '../../../../tools/testing/mail-server.ts';
import { createSignedInPerson, type SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';
import { MailDispatcher } from './mail-dispatcher.service.ts';

// Each of these starts a server of its own.

describe('mails that did not go out', () => {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  interface World {
    readonly server: TestApp;
    readonly messages: string[];
    readonly administrator: SignedInTestPerson;
    readonly copId: string;
    dispatch(): Promise<void>;
    list(): Promise<OutboxMail[]>;
    retry(
      mailId: string,
      by?: SignedInTestPerson,
    ): ReturnType<typeof callEndpoint<typeof endpoints.retryMail>>;
    invite(email: string): Promise<void>;
  }

  /** A server whose mail server answers each message with `answer`. */
  async function start(answer: string | null): Promise<World> {
    const mail = answer === null ? null : await startMailServer(answer);
    if (mail) closing.push(() => new Promise((resolve) => mail.server.close(resolve)));
    const server = await startTestApp({ smtpUrl: mail?.url });
    closing.push(() => server.close());
    const administrator = await createSignedInPerson(server.app, { platformRole: 'administrator' });
    const { id: copId } = await new TestCommunity(server.app).addCop();
    return {
      server,
      messages: mail?.messages ?? [],
      administrator,
      copId,
      dispatch: () => server.app.get(MailDispatcher).dispatch(),
      list: async () =>
        (await callEndpoint(server.url, endpoints.listOutbox, { query: {} }, administrator)).value.items,
      retry: (mailId, by = administrator) =>
        callEndpoint(server.url, endpoints.retryMail, { params: { mailId } }, by),
      invite: async (email) => {
        const call = { params: { copId }, body: { email, role: 'observer' } } as const;
        expect((await callEndpoint(server.url, endpoints.createInvite, call, administrator)).code).toBeNull();
      },
    };
  }
  async function firstOf(world: World): Promise<OutboxMail> {
    const [mail] = await world.list();
    if (!mail) throw new Error('There is no mail');
    return mail;
  }

  it('say why, and go again by hand, each click once', async () => {
    const world = await start('550 no such user');
    await world.invite('jan@example.nl');
    await world.dispatch();
    await world.server.query(`UPDATE outbox_mails SET state = 'failed', attempts = 8`);
    const mail = await firstOf(world);
    expect(mail).toMatchObject({
      state: 'failed',
      isOutdated: false,
      canRetry: true,
      failure: { reason: 'message-refused' },
    });
    expect(mail.failure?.answer).toContain('550 no such user');
    const both = await Promise.all([world.retry(mail.id), world.retry(mail.id)]);
    expect(both.map(({ value }) => value.state)).toEqual(['waiting', 'waiting']);
    await world.dispatch();
    expect(world.messages).toHaveLength(2);
    const audit = `SELECT 1 FROM audit_events WHERE action = 'outbox.retry' AND object_id = $1`;
    expect(await world.server.query(audit, [mail.id])).toHaveLength(1);
  });

  it('do not go twice when they have gone meanwhile', async () => {
    const world = await start('250 ok');
    await world.invite('jan@example.nl');
    await world.dispatch();
    const mail = await firstOf(world);
    expect((await world.retry(mail.id)).value.state).toBe('sent');
    await world.dispatch();
    expect(world.messages).toHaveLength(1);
  });

  it('stay when their link has stopped working, one by one and all at once', async () => {
    const world = await start('451 later');
    await world.invite('oud@example.nl');
    await world.invite('nieuw@example.nl');
    await world.dispatch();
    await world.server.query(
      `UPDATE cop_invites SET expires_at = now() - interval '1 minute' WHERE email = 'oud@example.nl'`,
    );
    const mails = new Map((await world.list()).map((mail) => [mail.to, mail]));
    expect(mails.get('oud@example.nl')).toMatchObject({ isOutdated: true });
    expect(mails.get('nieuw@example.nl')).toMatchObject({ isOutdated: false });
    expect((await world.retry(mails.get('oud@example.nl')?.id ?? '')).code).toBe('mail-outdated');
    const all = await callEndpoint(world.server.url, endpoints.retryMails, {}, world.administrator);
    expect(all.value).toEqual({ retried: 1, outdated: 1 });
  });

  it('are given up without a word to anybody when the link in them has died while they waited', async () => {
    const world = await start('250 ok');
    await world.invite('jan@example.nl');
    await world.server.query('UPDATE cop_invites SET revoked_at = now()');
    await world.dispatch();
    expect(world.messages).toEqual([]);
    expect(await firstOf(world)).toMatchObject({ state: 'dropped' });
  });

  it('wait for a mail server where there is none', async () => {
    const world = await start(null);
    await world.invite('jan@example.nl');
    const { id, canRetry } = await firstOf(world);
    expect([canRetry, (await world.retry(id)).code]).toEqual([false, 'no-mail-server']);
  });

  it('go again for administrators only', async () => {
    const world = await start('451 later');
    await world.invite('jan@example.nl');
    await world.dispatch();
    const { id } = await firstOf(world);
    const member = await createSignedInPerson(world.server.app);
    expect((await world.retry(id, member)).code).toBe('not-allowed');
    expect((await world.retry(id)).code).toBeNull();
  });
});
