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
