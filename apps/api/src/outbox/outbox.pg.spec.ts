import { afterEach, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { SignInTokensRepository } from '../identity/sign-in-tokens.repository.ts';
import { startMailServer } from '../../../../tools/testing/mail-server.ts';
import { createSignedInPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';
import { MailDispatcher } from './mail-dispatcher.service.ts';
import { OutboxService } from './outbox.service.ts';

// Each of these starts a server of its own.

const token = 't'.repeat(43);
const link = `https://kring.example.nl/sign-in#token=${token}`;

describe('the outbox', () => {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  async function start(smtpUrl?: string): Promise<TestApp> {
    const server = await startTestApp({ smtpUrl });
    closing.push(() => server.close());
    const { personId } = await createSignedInPerson(server.app);
    await server.app
      .get(TransactionRunner)
      .run((tx) =>
        server.app
          .get(SignInTokensRepository)
          .insert(tx, { token, personId, purpose: 'sign-in', minutes: 30 }),
      );
    return server;
  }

  async function startWithMailServer(answer: string) {
    const mail = await startMailServer(answer);
    closing.push(() => new Promise((resolve) => mail.server.close(resolve)));
    return { ...mail, app: await start(mail.url) };
  }

  function send(server: TestApp, to = 'jan@example.nl', name = 'Jan') {
    return server.app
      .get(TransactionRunner)
      .run((tx) =>
        server.app
          .get(OutboxService)
          .send(tx, { to, language: 'nl', template: 'sign-in-link', data: { name, link, minutes: 30 } }),
      );
  }

  const states = (server: TestApp) =>
    server.query<{ state: string; attempts: number }>('SELECT state, attempts FROM outbox_mails');

  it('keeps mails that administrators read when there is no mail server', async () => {
    const server = await start();
    await send(server);
    const administrator = await createSignedInPerson(server.app, { platformRole: 'administrator' });
    const { value } = await callEndpoint(server.url, endpoints.listOutbox, { query: {} }, administrator);
    expect(value.items).toMatchObject([{ to: 'jan@example.nl', state: 'kept', sentAt: null }]);
    expect(value.items[0]?.text).toContain(link);
  });

  it('holds no mail of a transaction that did not commit', async () => {
    const server = await start();
    const failing = server.app.get(TransactionRunner).run(async (tx) => {
      const order = { to: 'jan@example.nl', language: 'nl', template: 'password-changed' } as const;
      await server.app.get(OutboxService).send(tx, { ...order, data: { name: 'Jan', link } });
      throw new Error('the act failed');
    });
    await expect(failing).rejects.toThrow('the act failed');
    expect(await states(server)).toEqual([]);
  });

  it('sends once, to one recipient, and then forgets the token', async () => {
    const { app, messages } = await startWithMailServer('250 ok');
    await send(app);
    const dispatcher = app.app.get(MailDispatcher);
    await Promise.all([dispatcher.dispatch(), dispatcher.dispatch()]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/^To: jan@example\.nl$/m);
    expect(messages[0]).toMatch(/^Content-Language: nl$/m);
    expect(await states(app)).toEqual([{ state: 'sent', attempts: 1 }]);
    expect(await app.query(`SELECT 1 FROM outbox_mails WHERE body LIKE '%${'t'.repeat(43)}%'`)).toEqual([]);
  });

  it('carries the logo in the mail, and a mail without a logo is text alone', async () => {
    const { app, messages } = await startWithMailServer('250 ok');
    const dispatcher = app.app.get(MailDispatcher);
    await send(app);
    await dispatcher.dispatch();
    expect(messages[0]).toMatch(/^Content-Type: text\/plain/m);
    await app.query(
      `INSERT INTO platform_logo (id, media_type, bytes, hash) VALUES (1, 'image/png', '\\x89504e470d0a', 'h')`,
    );
    await send(app);
    await dispatcher.dispatch();
    const message = (messages[1] ?? '').replace(/=\r\n/g, '').replace(/=3D/g, '=');
    expect(message).toMatch(/^Content-Type: text\/plain/m);
    expect(message).toContain('<html lang="nl">');
    const source = /<img src="cid:([^"]+)" alt="Kring"/.exec(message)?.[1];
    expect(message).toContain(`Content-ID: <${source}>`);
    expect(message).toContain(Buffer.from('89504e470d0a', 'hex').toString('base64'));
    // Opening a mail asks nobody for anything, so nobody learns that it was opened.
    expect(message).not.toMatch(/src="(?!cid:)|url\(/);
    expect(message).toContain(`<a href="${link}">${link}</a>`);
  });

  it('waits longer each time the mail server does not take it, and gives up in the end', async () => {
    const { app, messages } = await startWithMailServer('451 later');
    await send(app);
    const dispatcher = app.app.get(MailDispatcher);
    await dispatcher.dispatch();
    await dispatcher.dispatch();
    expect(messages).toHaveLength(1);
    for (let attempt = 2; attempt <= 8; attempt++) {
      await app.query('UPDATE outbox_mails SET next_attempt_at = now()');
      await dispatcher.dispatch();
    }
    expect(messages).toHaveLength(8);
    expect(await states(app)).toEqual([{ state: 'failed', attempts: 8 }]);
  });

  it.each([
    'jan@example.nl\r\nBcc: evil@example.org',
    'jan@example.nl, evil@example.org',
    'Jan <jan@example.nl>',
  ])('refuses the recipient %j', async (to) => {
    const server = await start();
    await expect(send(server, to)).rejects.toThrow();
  });

  it('lets a name neither start a header nor another recipient', async () => {
    const { app, messages } = await startWithMailServer('250 ok');
    const order = {
      to: 'jan@example.nl',
      language: 'nl',
      template: 'join-request-accepted',
      data: { name: 'Jan', copName: 'Werk\r\nBcc: evil@example.org', link },
    } as const;
    const sending = app.app.get(TransactionRunner).run((tx) => app.app.get(OutboxService).send(tx, order));
    await expect(sending).rejects.toThrow('control character');
    expect(messages).toEqual([]);
  });
});
