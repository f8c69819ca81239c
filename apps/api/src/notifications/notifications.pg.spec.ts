import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { TestCommunity } from '../testing/community.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import type { Telling } from './notification.types.ts';
import { NotificationsService } from './notifications.service.ts';

interface ToldRow {
  readonly personId: string;
  readonly kind: string;
  readonly count: number;
}

describe('telling people', () => {
  let server: TestApp;
  let community: TestCommunity;
  let copId: string;
  let caseId: string;
  let noteId: string;
  let ada: SignedInTestPerson;
  let jan: SignedInTestPerson;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
  });
  afterAll(async () => {
    await server.close();
  });
  beforeEach(async () => {
    await server.query('DELETE FROM notifications');
    copId = (await community.addCop()).id;
    ada = await community.addMember(copId, 'facilitator');
    jan = await community.addMember(copId, 'participant');
    caseId = await community.addCase(copId, { holderId: ada.personId });
    noteId = await community.addNote(caseId, ada.personId);
  });

  function tell(telling: Partial<Telling> = {}): Promise<string[]> {
    const given: Telling = {
      kind: 'mention',
      actor: ada,
      recipients: [jan.personId],
      about: { noteId },
      ...telling,
    };
    return server.app
      .get(TransactionRunner)
      .run((tx) => server.app.get(NotificationsService).tell(tx, given));
  }

  const told = () =>
    server.query<ToldRow>(
      `SELECT n.person_id AS "personId", n.kind, count(*)::int AS count
         FROM notifications n JOIN notification_events e ON e.notification_id = n.id GROUP BY n.id ORDER BY n.id`,
    );
  const setFollowing = (person: SignedInTestPerson, column: string, id: string, isFollowing: boolean) =>
    server.query(
      `INSERT INTO follows (person_id, ${column}, is_following, is_automatic) VALUES ($1, $2, $3, false)`,
      [person.personId, id, isFollowing],
    );

  it('tells who is meant, and never who did it', async () => {
    expect(await tell({ recipients: [ada.personId, jan.personId] })).toEqual([jan.personId]);
    expect(await told()).toEqual([{ personId: jan.personId, kind: 'mention', count: 1 }]);
  });

  it('makes one of what is unread about one object, and begins anew once it has been read', async () => {
    await tell();
    await tell();
    await tell({ kind: 'comment-reply', about: { noteId, threadId: noteId } });
    expect((await told()).map(({ kind, count }) => [kind, count])).toEqual([
      ['mention', 2],
      ['comment-reply', 1],
    ]);
    await server.query('UPDATE notifications SET read_at = now()');
    await tell();
    expect(await told()).toHaveLength(3);
  });

  it('tells nobody twice of one event', async () => {
    await tell({ eventKey: 'comment-1' });
    await Promise.all([tell({ eventKey: 'comment-1' }), tell({ eventKey: 'comment-2' })]);
    expect(await told()).toEqual([{ personId: jan.personId, kind: 'mention', count: 2 }]);
  });

  it('leaves out who may not see it: a member hears, a stranger and a disabled member do not', async () => {
    const stranger = await community.addPerson();
    const gone = await community.addMember(copId, 'participant');
    await server.query('UPDATE people SET disabled_at = now() WHERE id = $1', [gone.personId]);
    const recipients = [stranger.personId, gone.personId, jan.personId];
    expect(await tell({ recipients })).toEqual([jan.personId]);
  });

  it('tells nobody when the act did not commit', async () => {
    const failing = server.app.get(TransactionRunner).run(async (tx) => {
      await server.app
        .get(NotificationsService)
        .tell(tx, { kind: 'mention', actor: ada, recipients: [jan.personId], about: { noteId } });
      throw new Error('the act failed');
    });
    await expect(failing).rejects.toThrow('the act failed');
    expect(await told()).toEqual([]);
  });

  it('tells followers of the note, the case and the CoP, each what they asked for', async () => {
    const [ofNote, ofCase, ofCop, silent] = await Promise.all(
      Array.from({ length: 4 }, () => community.addMember(copId, 'participant')),
    );
    if (!ofNote || !ofCase || !ofCop || !silent) throw new Error('nobody there');
    await setFollowing(ofNote, 'note_id', noteId, true);
    await setFollowing(ofCase, 'case_id', caseId, true);
    await setFollowing(ofCop, 'cop_id', copId, true);
    await setFollowing(silent, 'case_id', caseId, true);
    await setFollowing(silent, 'note_id', noteId, false);
    const recipients = 'followers' as const;
    const changed = await tell({ kind: 'note-changed', recipients });
    expect(changed.sort()).toEqual([ofNote.personId, ofCase.personId].sort());
    const status = await tell({ kind: 'case-status', recipients, about: { caseId } });
    expect(status.sort()).toEqual([ofCase.personId, ofCop.personId, silent.personId].sort());
  });

  it('does not tell again who has been told of the same thing another way', async () => {
    await setFollowing(jan, 'note_id', noteId, true);
    const known = await tell({ kind: 'comment-mention', about: { noteId, threadId: noteId } });
    const others = await tell({ kind: 'comment-added', recipients: 'followers', except: known });
    expect([known, others]).toEqual([[jan.personId], []]);
  });

  it('keeps "no" when Kring would begin to follow by itself', async () => {
    await setFollowing(jan, 'note_id', noteId, false);
    await server.app
      .get(TransactionRunner)
      .run((tx) =>
        server.app.get(NotificationsService).beginFollowing(tx, [ada.personId, jan.personId], 'note', noteId),
      );
    const rows = await server.query<{ personId: string; isFollowing: boolean }>(
      'SELECT person_id AS "personId", is_following AS "isFollowing" FROM follows WHERE note_id = $1',
      [noteId],
    );
    expect(new Map(rows.map((row) => [row.personId, row.isFollowing]))).toEqual(
      new Map([
        [jan.personId, false],
        [ada.personId, true],
      ]),
    );
  });

  it('asks nobody any more what has been settled', async () => {
    const about = { copId };
    const recipients = [ada.personId];
    await tell({ kind: 'join-request', actor: jan, recipients, about });
    await server.app
      .get(TransactionRunner)
      .run((tx) => server.app.get(NotificationsService).settle(tx, 'join-request', about));
    expect(await server.query('SELECT 1 FROM notifications WHERE read_at IS NULL')).toEqual([]);
  });

  it('tells many people at once from two sides without locking each other out', async () => {
    const people = await Promise.all(
      Array.from({ length: 6 }, () => community.addMember(copId, 'participant')),
    );
    const ids = people.map(({ personId }) => personId);
    await Promise.all(
      Array.from({ length: 12 }, (_, at) => tell({ recipients: at % 2 ? ids : ids.toReversed() })),
    );
    expect((await told()).map(({ count }) => count)).toEqual(ids.map(() => 12));
  });
});
