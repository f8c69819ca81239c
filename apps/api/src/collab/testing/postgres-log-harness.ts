import { randomBytes, randomUUID } from 'node:crypto';
import type { DocumentLogHarness } from '@kring/collab-engine/testing';
import { Pool } from 'pg';
import { createMigratedDatabase } from '../../testing/migrated-database.ts';
import { PostgresDocumentLog } from '../postgres-document-log.ts';

export interface PostgresLogHarness extends DocumentLogHarness {
  readonly pool: Pool;
  readonly databaseUrl: string;
  close(): Promise<void>;
}

/** A log over a migrated database of its own, and the world around it by plain SQL. */
export async function openDocumentLog(): Promise<PostgresLogHarness> {
  const database = await createMigratedDatabase();
  const pool = new Pool({ connectionString: database.url, max: 8 });
  const run = async (text: string, values: unknown[]): Promise<void> => void (await pool.query(text, values));
  return {
    pool,
    databaseUrl: database.url,
    log: new PostgresDocumentLog(pool),
    newRoom: () => `note:${randomUUID()}`,
    createDocument: (room) => run('INSERT INTO documents (id, room) VALUES ($1, $2)', [randomUUID(), room]),
    deleteDocument: (room) => run('DELETE FROM documents WHERE room = $1', [room]),
    bumpAccess: (room) =>
      run('UPDATE documents SET access_version = access_version + 1 WHERE room = $1', [room]),
    async createLoginSession() {
      const [personId, loginSessionId] = [randomUUID(), randomUUID()];
      await run('INSERT INTO people (id, email, name) VALUES ($1, $2, $3)', [
        personId,
        `${personId}@example.org`,
        'Somebody',
      ]);
      await run(
        `INSERT INTO login_sessions (id, token_hash, person_id, device, expires_at, absolute_expires_at)
         VALUES ($1, $2, $3, 'test', now() + interval '1 hour', now() + interval '1 hour')`,
        [loginSessionId, randomBytes(32), personId],
      );
      return { personId, loginSessionId };
    },
    endLoginSession: (id) => run('UPDATE login_sessions SET ended_at = now() WHERE id = $1', [id]),
    async close() {
      // The pool does not wait for its goodbyes to arrive: dropping the database may end a connection before it does so itself.
      pool.on('error', () => undefined);
      await pool.end();
      await database.drop();
    },
  };
}
