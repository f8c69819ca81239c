import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints, type BodyPartInput, type CommentThread } from '@kring/contracts';
import { v7 as uuidv7 } from 'uuid';
import { TestCommunity } from '../testing/community.ts';
import type { SignedInTestPerson } from '../testing/person.ts';
import { startTestApp, type TestApp } from '../testing/test-app.ts';
import { callEndpoint } from '../testing/test-client.ts';

const say = (text: string): BodyPartInput[] => [{ type: 'text', text }];

describe('what others hear of comments', () => {
  let server: TestApp;
  let community: TestCommunity;
  let copId: string;
  let noteId: string;
  let holder: SignedInTestPerson;
  let writer: SignedInTestPerson;
  let reader: SignedInTestPerson;
  beforeAll(async () => {
    server = await startTestApp();
    community = new TestCommunity(server.app);
  });
  afterAll(async () => {
    await server.close();
  });
  beforeEach(async () => {
    copId = (await community.addCop()).id;
    holder = await community.addMember(copId, 'facilitator');
    writer = await community.addMember(copId, 'participant');
    reader = await community.addMember(copId, 'observer');
    const caseId = await community.addCase(copId, { holderId: holder.personId });
    noteId = await community.addNote(caseId, writer.personId);
  });

  async function begin(who: SignedInTestPerson, body = say('Klopt dit?')): Promise<CommentThread> {
    const input = { requestId: uuidv7(), kind: 'remark', anchor: null, body } as const;
    const call = { params: { noteId }, body: input };
    return (await callEndpoint(server.url, endpoints.createThread, call, { cookie: who.cookie })).value;
  }
  async function reply(who: SignedInTestPerson, threadId: string, body = say('Ja.')): Promise<void> {
    const call = { params: { threadId }, body: { requestId: uuidv7(), body } };
    await callEndpoint(server.url, endpoints.createComment, call, { cookie: who.cookie });
  }

  describe('by a notification', () => {
    const told = (who: SignedInTestPerson) =>
      server
        .query<{ kind: string; threadId: string; count: number }>(
          `SELECT n.kind, n.thread_id AS "threadId", count(e.*)::int AS count
             FROM notifications n JOIN notification_events e ON e.notification_id = n.id
            WHERE n.person_id = $1 GROUP BY n.id ORDER BY n.id`,
          [who.personId],
        )
        .then((rows) => rows.map(({ kind, threadId }) => [kind, threadId]));

    it('is that one was named, once, though one takes part as well', async () => {
      const thread = await begin(holder);
      await reply(writer, thread.id, [...say('Vraag '), { type: 'mention', personId: holder.personId }]);
      expect(await told(holder)).toEqual([['comment-mention', thread.id]]);
      expect(await told(writer)).toEqual([]);
    });

    it('is an answer for who takes part in the thread, and for nobody else', async () => {
      const thread = await begin(holder);
      await reply(writer, thread.id);
      expect([await told(holder), await told(reader)]).toEqual([[['comment-reply', thread.id]], []]);
      await reply(holder, thread.id);
      expect(await told(writer)).toEqual([['comment-reply', thread.id]]);
    });
  });
});
