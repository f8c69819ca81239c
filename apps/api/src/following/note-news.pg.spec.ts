import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { noteBodyToUpdate } from '@kring/live-documents';
import * as Y from 'yjs';
import { SettledTexts } from '../documents/settled-texts.service.ts';
import { SettlingService } from '../documents/settling.service.ts';
import { NotificationClock } from '../notifications/notification-clock.ts';
import { TestCommunity } from '../testing/community.ts';
import { LiveText, newMention, newSection } from '../testing/live-text.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';
import { NoteNews } from './note-news.service.ts';

describe('what a text says of people', () => {
  let server: TestApp;
  let community: TestCommunity;
  let now: Date;
  let copId: string;
  let caseId: string;
  let noteId: string;
  let text: LiveText;
  let holder: SignedInTestPerson;
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
    holder = await community.addMember(copId, 'participant');
    ada = await community.addMember(copId, 'facilitator');
    jan = await community.addMember(copId, 'participant');
    caseId = await community.addCase(copId, { holderId: holder.personId });
    noteId = await community.addNote(caseId, ada.personId);
    text = await LiveText.of(server, noteId);
  });

  const laterBy = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));
  const rest = () => server.app.get(SettledTexts).readNow(noteId);
  async function settle(): Promise<void> {
    await rest();
    await server.app.get(NoteNews).tell(noteId);
  }
  const edit = (by: SignedInTestPerson, change: (root: Y.XmlFragment) => void) =>
    text.change(by.personId, change);
  const setSection = (by: SignedInTestPerson, name: 'status' | 'ownerId', value: string) =>
    edit(by, (root) => (root.get(0) as Y.XmlElement).setAttribute(name, value));
  const name = (by: SignedInTestPerson, who: SignedInTestPerson, at?: number) =>
    edit(by, (root) => root.insert(at ?? root.length, [newMention(who.personId)]));
  async function toldTo({ personId }: SignedInTestPerson, kind: string): Promise<(string | null)[]> {
    const rows = await server.query<{ actorId: string | null }>(
      `SELECT e.actor_id AS "actorId" FROM notifications n JOIN notification_events e ON e.notification_id = n.id
        WHERE n.person_id = $1 AND n.note_id = $2 AND n.kind = $3 ORDER BY e.at`,
      [personId, noteId, kind],
    );
    return rows.map(({ actorId }) => actorId);
  }

  describe('of a section', () => {
    beforeEach(async () => {
      await edit(holder, (root) => root.push([newSection({ key: 'lessen', title: 'Lessen' })]));
      await settle();
    });

    it('is told to its new owner, once, by whoever chose them, whoever wrote meanwhile', async () => {
      await text.write('Ook ik', holder.personId);
      await setSection(ada, 'ownerId', jan.personId);
      await text.write('En ik', jan.personId);
      await settle();
      await text.write('Nog wat', ada.personId);
      await settle();
      expect(await toldTo(jan, 'section-owner')).toEqual([ada.personId]);
    });

    it('is not told twice to an owner who heard it at once from the page of whoever chose them', async () => {
      const body = { personId: jan.personId, sectionKey: 'lessen' };
      await callEndpoint(server.url, endpoints.tellSectionOwner, { params: { noteId }, body }, ada);
      await setSection(ada, 'ownerId', jan.personId);
      await settle();
      expect(await toldTo(jan, 'section-owner')).toHaveLength(1);
      laterBy(61);
      await setSection(ada, 'ownerId', holder.personId);
      await settle();
      await setSection(ada, 'ownerId', jan.personId);
      await settle();
      expect(await toldTo(jan, 'section-owner')).toHaveLength(2);
    });

    it('is not told to whoever took it themselves', async () => {
      await setSection(jan, 'ownerId', jan.personId);
      await settle();
      expect(await toldTo(jan, 'section-owner')).toEqual([]);
    });

    it('that it is ready is told to the case holder and to followers, and not to whoever says so', async () => {
      const off = { params: { caseId }, body: { isFollowing: false } };
      await callEndpoint(server.url, endpoints.followCase, off, holder);
      await callEndpoint(server.url, endpoints.followNote, { params: { noteId }, body: off.body }, holder);
      const on = { params: { noteId }, body: { isFollowing: true } };
      await callEndpoint(server.url, endpoints.followNote, on, ada);
      const observer = await community.addMember(copId, 'observer');
      await setSection(jan, 'status', 'draft');
      await settle();
      await setSection(jan, 'status', 'ready');
      await settle();
      await settle();
      const told = await Promise.all([holder, ada, jan, observer].map((who) => toldTo(who, 'section-ready')));
      expect(told).toEqual([[jan.personId], [jan.personId], [], []]);
    });
  });

  it('is told later when no event came through, by one of two processes that look at once, and never twice', async () => {
    await text.write('Begin', ada.personId);
    await settle();
    await name(ada, jan);
    await rest();
    expect(await toldTo(jan, 'mention')).toEqual([]);
    const news = server.app.get(NoteNews);
    await Promise.all([news.tellDue(), ...Array.from({ length: 6 }, () => news.tell(noteId))]);
    laterBy(61);
    await news.tellDue();
    expect(await toldTo(jan, 'mention')).toEqual([ada.personId]);
  });

  it('that somebody is named is told once: not again at each rest, nor when the block moves', async () => {
    await text.write('Begin', ada.personId);
    await name(ada, jan);
    await settle();
    laterBy(61);
    await text.write('Einde', ada.personId);
    await settle();
    await edit(ada, (root) => root.delete(1, 1));
    await name(ada, jan, 0);
    await settle();
    expect(await toldTo(jan, 'mention')).toEqual([ada.personId]);
    await name(holder, jan);
    await settle();
    expect(await toldTo(jan, 'mention')).toEqual([ada.personId, holder.personId]);
  });

  it('is told of a mention to whoever may read the note, and not to others, nor to oneself', async () => {
    const outsider = await community.addPerson();
    for (const who of [jan, outsider, ada]) await name(ada, who);
    await settle();
    const told = await Promise.all([jan, outsider, ada].map((who) => toldTo(who, 'mention')));
    expect(told).toEqual([[ada.personId], [], []]);
  });

  it('is told to nobody of what a note began with', async () => {
    const attrs = { key: 'lessen', title: 'Lessen', status: 'ready', ownerId: jan.personId };
    const body = { type: 'doc', content: [{ type: 'section', attrs, content: [{ type: 'paragraph' }] }] };
    const seed = noteBodyToUpdate(body);
    await text.append(seed, holder.personId);
    Y.applyUpdate(text.doc, seed);
    await text.write('En ik', ada.personId);
    await settle();
    expect([await toldTo(jan, 'section-owner'), await toldTo(holder, 'section-ready')]).toEqual([[], []]);
    await setSection(ada, 'status', 'draft');
    await settle();
    await setSection(ada, 'status', 'ready');
    await settle();
    expect(await toldTo(holder, 'section-ready')).toEqual([ada.personId]);
  });
});
