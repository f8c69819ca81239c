import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { createApp } from '../create-app.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { MailDispatcher } from '../outbox/mail-dispatcher.service.ts';
import { TestCommunity } from '../testing/community.ts';
import { startMailServer } from '../../../../tools/testing/mail-server.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { NotificationClock } from './notification-clock.ts';
import { NotificationMailer } from './notification-mailer.service.ts';
import { NotificationTexts } from './notification-texts.service.ts';
import type { Telling } from './notification.types.ts';
import { NotificationsService } from './notifications.service.ts';

const minute = 60_000;
const hour = 60 * minute;
const commentId = '0190a0a0-0000-7000-8000-000000000001';

describe('mails about notifications', () => {
  const closing: (() => Promise<unknown>)[] = [];
  let server: TestApp;
  let messages: string[];
  let now: Date;
  let copId: string;
  let noteId: string;
  let ada: SignedInTestPerson;
  let jan: SignedInTestPerson;
  beforeEach(async () => {
    const mail = await startMailServer('250 ok');
    closing.push(() => new Promise((resolve) => mail.server.close(resolve)));
    messages = mail.messages;
    server = await startTestApp({ smtpUrl: mail.url });
    closing.push(() => server.close());
    // A Wednesday, noon in Amsterdam.
    now = new Date('2026-11-25T11:00:00Z');
    server.app.get(NotificationClock).now = () => now;
    const community = new TestCommunity(server.app);
    copId = (await community.addCop()).id;
    ada = await community.addMember(copId, 'facilitator');
    jan = await community.addMember(copId, 'participant');
    noteId = await community.addNote(
      await community.addCase(copId, { holderId: ada.personId, title: 'Veerpont' }),
      ada.personId,
    );
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  async function tell(telling: Partial<Telling> = {}): Promise<void> {
    const given: Telling = {
      kind: 'mention',
      actor: ada,
      recipients: [jan.personId],
      about: { noteId },
      ...telling,
    };
    await server.app.get(TransactionRunner).run((tx) => server.app.get(NotificationsService).tell(tx, given));
  }
  /** Lets time pass, then does all that is due. */
  async function pass(ms: number): Promise<void> {
    now = new Date(now.getTime() + ms);
    await server.app.get(NotificationMailer).mailDue();
    await server.app.get(MailDispatcher).dispatch();
  }
  const tellNoteChanged = () => tell({ kind: 'note-changed' });
  const states = () => server.query<{ state: string }>('SELECT state FROM outbox_mails ORDER BY id');
  /** What a mail says, as a mail program shows it. */
  const textOf = (message = '') => message.replace(/=\r\n/g, '').replace(/=3D/g, '=').replace(/\r/g, '');

  it('come soon after something was asked, and not when it has been read by then', async () => {
    await tell();
    await pass(minute);
    expect(messages).toEqual([]);
    await pass(minute);
    expect(messages).toHaveLength(1);
    expect(textOf(messages[0])).toContain('noemt je in de tekst');
    await tell({ kind: 'section-owner', about: { noteId, sectionId: 's' } });
    const { items } = (
      await callEndpoint(server.url, endpoints.listNotifications, { query: { class: 'for-me' } }, jan)
    ).value;
    const body = { ids: items.map(({ id }) => id), isRead: true };
    await callEndpoint(server.url, endpoints.markNotifications, { body }, jan);
    await pass(hour);
    expect(messages).toHaveLength(1);
  });

  it('make one of an avalanche', async () => {
    for (let at = 0; at < 50; at++) {
      await tell({ kind: at % 2 ? 'mention' : 'comment-reply', about: { noteId, threadId: noteId } });
      await pass(10_000);
    }
    expect(messages).toHaveLength(1);
    await pass(hour);
    expect(messages).toHaveLength(2);
    await pass(hour);
    expect(messages).toHaveLength(2);
  });

  it('bring what somebody follows together, at their time, once, and nothing when there is nothing', async () => {
    for (let at = 0; at < 50; at++) await tellNoteChanged();
    await pass(2 * hour);
    expect(messages).toEqual([]);
    // Monday at eight.
    await pass(new Date('2026-11-30T07:00:00Z').getTime() - now.getTime());
    expect(messages).toHaveLength(1);
    expect(textOf(messages[0])).toMatch(/werkte aan de tekst\nhttp/);
    await pass(7 * 24 * hour);
    expect(messages).toHaveLength(1);
  });

  it('leave out, when they go, what may not be seen any more', async () => {
    await tell();
    await server.app.get(NotificationMailer).mailDue();
    now = new Date(now.getTime() + 5 * minute);
    await server.app.get(NotificationMailer).mailDue();
    expect(await states()).toEqual([{ state: 'waiting' }]);
    await server.query('DELETE FROM cop_members WHERE person_id = $1', [jan.personId]);
    await server.app.get(MailDispatcher).dispatch();
    expect([messages, await states()]).toEqual([[], [{ state: 'dropped' }]]);
  });

  it('hold the comment and what it is about, and the outbox never does', async () => {
    server.app
      .get(NotificationTexts)
      .readCommentsWith(() =>
        Promise.resolve(new Map([[commentId, { quote: 'de veerpont', excerpt: 'Klopt dit wel?' }]])),
      );
    await tell({ kind: 'comment-reply', about: { noteId, threadId: noteId }, commentId });
    await pass(5 * minute);
    const text = textOf(messages[0]);
    expect(text).toContain('Over "de veerpont":');
    expect(text).toContain('Klopt dit wel?');
    expect(text).toContain(`/notes/${noteId}?thread=${noteId}`);
    const stored = await server.query<{ all: string }>('SELECT o::text AS all FROM outbox_mails o');
    expect(stored[0]?.all).not.toMatch(/veerpont|Klopt/i);
  });

  it('go out once from two processes', async () => {
    const other = await createApp({ ...server.app.get<Settings>(SETTINGS), port: 0 });
    closing.push(() => other.close());
    other.get(NotificationClock).now = () => now;
    await tell();
    await tellNoteChanged();
    now = new Date('2026-12-01T12:00:00Z');
    const both = [server.app, other];
    await Promise.all(both.map((app) => app.get(NotificationMailer).mailDue()));
    await Promise.all(both.map((app) => app.get(MailDispatcher).dispatch()));
    expect(messages).toHaveLength(2);
  });

  it('can all be off', async () => {
    const { value } = await callEndpoint(server.url, endpoints.getNotificationPreferences, {}, jan);
    const kinds = value.kinds.map(({ kind }) => ({ kind, inApp: false, mail: 'off' as const }));
    await callEndpoint(server.url, endpoints.updateNotificationPreferences, { body: { kinds } }, jan);
    await tell();
    await tellNoteChanged();
    await pass(14 * 24 * hour);
    expect([messages, await server.query('SELECT 1 FROM notifications')]).toEqual([[], []]);
  });

  it('are in the language that the person has when they go', async () => {
    await tell();
    await server.query(`UPDATE people SET language = 'en' WHERE id = $1`, [jan.personId]);
    await pass(5 * minute);
    const [mail] = messages;
    expect(textOf(mail)).toContain('mentions you in the text');
    expect(mail).toMatch(/^Subject: .*mentions you/m);
  });

  it('carry the name that the platform has when they go', async () => {
    await server.query(`UPDATE platform_settings SET name = 'Samenhuis'`);
    await tell();
    await tell({ kind: 'section-owner', about: { noteId, sectionId: 's' } });
    await server.app.get(NotificationMailer).mailDue();
    const [stored] = await server.query<{ subject: string }>('SELECT subject FROM outbox_mails');
    await pass(5 * minute);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/^Subject: 2 dingen voor jou in Samenhuis\r?$/m);
    expect(`${stored?.subject} ${textOf(messages[0])}`).not.toContain('Kring');
  });

  describe('switching them off from the mail itself', () => {
    const tokenOf = (message = '') => /unsubscribe#token=([\w-]{43})/.exec(textOf(message))?.[1] ?? '';
    async function mailOne(): Promise<string> {
      await tell();
      await pass(hour);
      return messages.at(-1) ?? '';
    }
    const mailOf = async (kind: string) =>
      (await callEndpoint(server.url, endpoints.getNotificationPreferences, {}, jan)).value.kinds.find(
        (row) => row.kind === kind,
      )?.mail;

    it('works by one click of a mail program (RFC 8058), signed out, and a GET changes nothing', async () => {
      const message = (await mailOne()).replace(/\r\n /g, ' ');
      const address = /^List-Unsubscribe: <(\S+)>/m.exec(message)?.[1] ?? '';
      expect(message).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
      const here = new URL(new URL(address).pathname, server.url);
      expect((await fetch(here)).ok).toBe(false);
      expect(await mailOf('mention')).toBe('now');
      const form = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await fetch(here, { method: 'POST', headers: form, body: 'List-Unsubscribe=One-Click' });
      expect(answer.status).toBe(200);
      expect(await mailOf('mention')).toBe('off');
      expect(await mailOf('note-changed')).toBe('digest');
    });

    it('works by its page, twice alike, and not for a made-up link', async () => {
      const token = tokenOf(await mailOne());
      const ask = (given: string) =>
        callEndpoint(server.url, endpoints.unsubscribe, { body: { token: given } });
      expect(
        (await callEndpoint(server.url, endpoints.viewUnsubscribe, { body: { token } })).value.topic,
      ).toBe('now');
      expect(await mailOf('mention')).toBe('now');
      expect([(await ask(token)).code, (await ask(token)).code]).toEqual([null, null]);
      expect(await mailOf('mention')).toBe('off');
      expect((await ask('x'.repeat(43))).code).toBe('link-not-valid');
    });

    it('stops working when the person switches mails on again, and after half a year', async () => {
      const first = tokenOf(await mailOne());
      const body = { kinds: [{ kind: 'mention' as const, inApp: true, mail: 'now' as const }] };
      await callEndpoint(server.url, endpoints.updateNotificationPreferences, { body }, jan);
      const ask = (token: string) => callEndpoint(server.url, endpoints.unsubscribe, { body: { token } });
      expect((await ask(first)).code).toBe('link-not-valid');
      const second = tokenOf(await mailOne());
      now = new Date(now.getTime() + 181 * 24 * hour);
      expect((await ask(second)).code).toBe('link-not-valid');
    });

    it('keeps no token, only its hash', async () => {
      const token = tokenOf(await mailOne());
      const rows = await server.query<{ all: string }>(
        `SELECT t::text AS all FROM unsubscribe_tokens t UNION ALL SELECT o::text FROM outbox_mails o`,
      );
      expect(rows.some(({ all }) => all.includes(token))).toBe(false);
    });
  });
});
