import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints, type CaseVisibility, type NotificationKind } from '@kring/contracts';
import { v7 as uuidv7 } from 'uuid';
import { NotificationClock } from '../notifications/notification-clock.ts';
import { SettledTexts } from '../documents/settled-texts.service.ts';
import { SettlingService } from '../documents/settling.service.ts';
import { TestCommunity } from '../testing/community.ts';
import { LiveText } from '../testing/live-text.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';
import { NoteNews } from './note-news.service.ts';

describe('following and mentioning', () => {
  let server: TestApp;
  let community: TestCommunity;
  let now: Date;
  let copId: string;
  let caseId: string;
  let noteId: string;
  let text: LiveText;
  let ada: SignedInTestPerson;
  let jan: SignedInTestPerson;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
    server.app.get(NotificationClock).now = () => now;
    // Only what a test asks for is read and told, when it asks.
    await server.app.get(SettlingService).beforeApplicationShutdown();
    await server.app.get(NoteNews).beforeApplicationShutdown();
  });
  afterAll(async () => {
    await server.close();
  });
  beforeEach(async () => {
    now = new Date();
    copId = (await community.addCop()).id;
    ada = await community.addMember(copId, 'facilitator');
    jan = await community.addMember(copId, 'participant');
    caseId = await community.addCase(copId, { holderId: ada.personId });
    noteId = await community.addNote(caseId, ada.personId);
    text = await LiveText.of(server, noteId);
  });

  async function kindsOf(person: SignedInTestPerson): Promise<NotificationKind[]> {
    const lists = await Promise.all(
      (['for-me', 'following'] as const).map((ofClass) =>
        callEndpoint(server.url, endpoints.listNotifications, { query: { class: ofClass } }, person),
      ),
    );
    return lists.flatMap(({ value }) => value.items.map(({ kind }) => kind));
  }
  const followCase = (person: SignedInTestPerson, isFollowing: boolean) =>
    callEndpoint(server.url, endpoints.followCase, { params: { caseId }, body: { isFollowing } }, person);
  async function work(...people: readonly SignedInTestPerson[]): Promise<void> {
    for (const { personId } of people) await text.write('Wonen', personId);
    await server.app.get(SettledTexts).readNow(noteId);
    await server.app.get(NoteNews).tell(noteId);
  }
  const mention = (personId: string, by = ada) =>
    callEndpoint(server.url, endpoints.mentionPerson, { params: { noteId }, body: { personId } }, by);

  it('brings who worked on a note to those who follow its case, once, and not to themselves', async () => {
    await followCase(jan, true);
    await work(ada);
    await work();
    await work(jan, ada);
    const { items } = (
      await callEndpoint(server.url, endpoints.listNotifications, { query: { class: 'following' } }, jan)
    ).value;
    expect(items.map(({ kind, count, actorCount }) => [kind, count, actorCount])).toEqual([
      ['note-changed', 2, 1],
    ]);
    expect(await kindsOf(ada)).toEqual(['note-changed']);
  });

  it('begins by itself for whoever wrote, and what was undone stays undone', async () => {
    await work(jan);
    const list = async () => (await callEndpoint(server.url, endpoints.listFollows, {}, jan)).value;
    expect(await list()).toMatchObject([{ target: 'note', id: noteId, isAutomatic: true }]);
    const off = { params: { noteId }, body: { isFollowing: false } };
    await callEndpoint(server.url, endpoints.followNote, off, jan);
    await work(jan);
    expect(await list()).toEqual([]);
  });

  it('shows of what one follows only what one may still see', async () => {
    await followCase(jan, true);
    const list = async () => (await callEndpoint(server.url, endpoints.listFollows, {}, jan)).value.length;
    expect(await list()).toBe(1);
    await server.query(`UPDATE cases SET visibility = 'private' WHERE id = $1`, [caseId]);
    expect(await list()).toBe(0);
  });

  it('tells of new cases, notes, statuses and holders', async () => {
    const follow = { params: { copId }, body: { isFollowing: true } };
    await callEndpoint(server.url, endpoints.followCop, follow, jan);
    const body = {
      title: 'X',
      question: 'Hoe?',
      holderId: ada.personId,
      visibility: 'cop' as CaseVisibility,
    };
    const created = await callEndpoint(server.url, endpoints.createCase, { params: { copId }, body }, ada);
    expect(await kindsOf(jan)).toEqual(['case-created']);
    const params = { caseId: created.value.id };
    await callEndpoint(server.url, endpoints.markCaseNotifications, { params }, jan);
    expect((await callEndpoint(server.url, endpoints.countUnread, {}, jan)).value.following).toBe(0);
    await callEndpoint(server.url, endpoints.changeCaseStatus, { params, body: { status: 'active' } }, ada);
    expect(await kindsOf(jan)).toEqual(['case-status', 'case-created']);
    const version = created.value.version + 1;
    const holder = { version, holderId: jan.personId };
    await callEndpoint(server.url, endpoints.updateCase, { params, body: holder }, ada);
    expect(await kindsOf(jan)).toEqual(['case-holder', 'case-status', 'case-created']);
    await callEndpoint(server.url, endpoints.createNote, { params, body: { title: 'Y' } }, ada);
    expect(await kindsOf(jan)).toContain('note-created');
  });

  it('of a mention tells once an hour for each author and note', async () => {
    const answers = await Promise.all([mention(jan.personId), mention(jan.personId)]);
    expect(answers.map(({ value }) => value.outcome)).toEqual(['told', 'told']);
    const count = async () =>
      (await callEndpoint(server.url, endpoints.listNotifications, { query: { class: 'for-me' } }, jan)).value
        .items[0]?.count;
    expect(await count()).toBe(1);
    now = new Date(now.getTime() + 61 * 60_000);
    await mention(jan.personId);
    expect(await count()).toBe(2);
  });

  it('says alike that nobody was told, of who is not there and who may not read the note', async () => {
    const stranger = await community.addPerson();
    const [known, unknown] = [await mention(stranger.personId), await mention(uuidv7())];
    expect(known.body).toEqual({ outcome: 'cannot-read' });
    expect(unknown.body).toEqual(known.body);
    expect(await kindsOf(stranger)).toEqual([]);
  });

  it('marks what was told about a note as read once one has it before oneself', async () => {
    await mention(jan.personId);
    const unread = async () => (await callEndpoint(server.url, endpoints.countUnread, {}, jan)).value.forMe;
    expect(await unread()).toBe(1);
    await callEndpoint(server.url, endpoints.markNoteNotifications, { params: { noteId } }, jan);
    expect(await unread()).toBe(0);
  });

  it('lists page by page without losing or repeating, and marks all but what came later', async () => {
    for (let at = 0; at < 35; at++) {
      const note = await community.addNote(caseId, ada.personId);
      now = new Date(now.getTime() + 1000);
      await callEndpoint(
        server.url,
        endpoints.mentionPerson,
        { params: { noteId: note }, body: { personId: jan.personId } },
        ada,
      );
    }
    const list = async (after?: string) =>
      (
        await callEndpoint(
          server.url,
          endpoints.listNotifications,
          { query: { class: 'for-me', ...(after !== undefined && { after }) } },
          jan,
        )
      ).value;
    const first = await list();
    const second = await list(first.next ?? '');
    expect([first.items.length, second.items.length, second.next]).toEqual([30, 5, null]);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(35);
    const upTo = first.items[1]?.at ?? '';
    const marked = await callEndpoint(
      server.url,
      endpoints.markAllNotifications,
      { body: { class: 'for-me', upTo } },
      jan,
    );
    expect(marked.value.forMe).toBe(1);
    const [newest, next] = first.items;
    const again = await callEndpoint(
      server.url,
      endpoints.markNotifications,
      { body: { ids: [newest?.id ?? '', next?.id ?? ''], isRead: false } },
      jan,
    );
    expect(again.value.forMe).toBe(2);
  });

  it('never marks what belongs to somebody else', async () => {
    await mention(jan.personId);
    const { items } = (
      await callEndpoint(server.url, endpoints.listNotifications, { query: { class: 'for-me' } }, jan)
    ).value;
    const body = { ids: items.map(({ id }) => id), isRead: true };
    await callEndpoint(server.url, endpoints.markNotifications, { body }, ada);
    expect((await callEndpoint(server.url, endpoints.countUnread, {}, jan)).value.forMe).toBe(1);
  });
});
