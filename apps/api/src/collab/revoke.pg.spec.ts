import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AppendBatch } from '@kring/collab-engine';
import { openDocumentLog, type PostgresLogHarness } from './testing/postgres-log-harness.ts';

const ROUNDS = 40;

describe('a revoke against appends', () => {
  let harness: PostgresLogHarness;
  beforeAll(async () => {
    harness = await openDocumentLog();
  });
  afterAll(() => harness.close());

  interface Writing {
    room: string;
    stop(): Promise<{ outcome: string; stored: number }>;
  }

  /** Appends one update after another until something else than `stored` comes back. */
  async function startWriting(login: { personId: string; loginSessionId: string }): Promise<Writing> {
    const { log } = harness;
    const room = harness.newRoom();
    await harness.createDocument(room);
    const document = await log.load(room);
    if (!document) throw new Error('the document is missing');
    let stored = 0;
    const run = async (): Promise<{ outcome: string; stored: number }> => {
      for (;;) {
        const batch: AppendBatch = {
          ...document,
          headSeq: stored,
          updates: [{ bytes: new Uint8Array([stored % 256]), personId: login.personId }],
          loginSessionIds: [login.loginSessionId],
        };
        const [outcome] = await log.append([batch]);
        if (outcome?.status !== 'stored') return { outcome: outcome?.status ?? '', stored };
        stored++;
      }
    };
    const running = run();
    return { room, stop: () => running };
  }

  /** Runs a revoke in a transaction of its own; how much the log held when it committed. */
  async function revoke(room: string, statement: string, value: string): Promise<number> {
    const client = await harness.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(statement, [value]);
      // Committed together with what it changed: no later write can be seen before this.
      const { rows } = await client.query<{ head_seq: string }>(
        'SELECT head_seq FROM documents WHERE room = $1 FOR UPDATE',
        [room],
      );
      await client.query('COMMIT');
      return Number(rows[0]?.head_seq);
    } finally {
      client.release();
    }
  }

  const revokes: [string, string, string, (ids: { room: string; loginSessionId: string }) => string][] = [
    [
      '[P2] of access',
      'UPDATE documents SET access_version = access_version + 1 WHERE room = $1',
      'stale-access',
      ({ room }) => room,
    ],
    [
      '[P3] of a sign-in',
      'UPDATE login_sessions SET ended_at = now() WHERE id = $1',
      'session-ended',
      ({ loginSessionId }) => loginSessionId,
    ],
  ];
  it.each(revokes)(
    '%s: nothing is stored after it committed, however they interleave',
    async (_, statement, expected, idOf) => {
      for (let round = 0; round < ROUNDS; round++) {
        const login = await harness.createLoginSession();
        const writing = await startWriting(login);
        await new Promise((resolve) => setTimeout(resolve, round % 5));
        const atCommit = await revoke(writing.room, statement, idOf({ ...login, room: writing.room }));
        const { outcome, stored } = await writing.stop();
        expect([outcome, stored]).toEqual([expected, atCommit]);
        expect((await harness.log.load(writing.room))?.tail).toHaveLength(atCommit);
      }
    },
    60_000,
  );
});
