import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeDocumentLog } from '@kring/collab-engine/testing';
import { PostgresDocumentLog } from './postgres-document-log.ts';
import { openDocumentLog, type PostgresLogHarness } from './testing/postgres-log-harness.ts';

describe('PostgreSQL document log', () => {
  let harness: PostgresLogHarness;
  beforeAll(async () => {
    harness = await openDocumentLog();
  });
  afterAll(() => harness.close());

  describeDocumentLog(() => harness);

  it('gives client ids to all who come together, and fails only whoever asks for a document that is gone', async () => {
    const log = new PostgresDocumentLog(harness.pool);
    const rooms = [harness.newRoom(), harness.newRoom(), harness.newRoom()];
    for (const room of rooms) await harness.createDocument(room);
    const documents = await Promise.all(rooms.map((room) => log.load(room)));
    const { personId } = await harness.createLoginSession();
    await harness.deleteDocument(rooms[1] ?? '');
    const ask = () => documents.map((one) => log.issueClientIds(one?.documentId ?? '', personId, 2));
    const answers = await Promise.allSettled([...ask(), ...ask()]);
    const given = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.length : 'gone'));
    expect(given).toEqual([2, 'gone', 2, 2, 'gone', 2]);
    const ids = await log.clientIdsOf(documents[0]?.documentId ?? '', personId);
    const told = [answers[0], answers[3]].flatMap((one) => (one?.status === 'fulfilled' ? one.value : []));
    expect(ids.sort()).toEqual(told.sort());
  });

  it('knows whose client ids are whose when several ask at once', async () => {
    const log = new PostgresDocumentLog(harness.pool);
    const room = harness.newRoom();
    await harness.createDocument(room);
    const documentId = (await log.load(room))?.documentId ?? '';
    const people = [await harness.createLoginSession(), await harness.createLoginSession()];
    const [one = '', other = ''] = people.map(({ personId }) => personId);
    const given = [
      await log.issueClientIds(documentId, one, 2),
      await log.issueClientIds(documentId, other, 1),
    ];
    const nobody = randomUUID();
    const told = await Promise.all([other, nobody, one, other].map((id) => log.clientIdsOf(documentId, id)));
    const [ofOne, ofOther] = given;
    expect(told.map((ids) => ids.sort())).toEqual([ofOther, [], ofOne?.sort(), ofOther]);
  });

  it('tells of what it has stored, and of nothing else', async () => {
    const told: string[] = [];
    const log = new PostgresDocumentLog(harness.pool, (ids) => void told.push(...ids));
    const room = harness.newRoom();
    await harness.createDocument(room);
    const { documentId = '' } = (await log.load(room)) ?? {};
    const { personId, loginSessionId } = await harness.createLoginSession();
    const batch = {
      documentId,
      generation: 1,
      accessVersion: 1,
      headSeq: 0,
      updates: [{ bytes: new Uint8Array([0, 0]), personId }],
      loginSessionIds: [loginSessionId],
    };
    await log.append([{ ...batch, accessVersion: 2 }]);
    expect(told).toEqual([]);
    await log.append([batch]);
    expect(told).toEqual([documentId]);
  });
});
