import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded-postgres.ts';

interface Cluster {
  readonly dir: string;
  readonly server: EmbeddedPostgres;
}

declare global {
  var kringTestCluster: Cluster | undefined;
}

/**
 * One PostgreSQL per Jest run, thrown away afterwards. Durability is off for speed: a test about crashes of the server
 * starts one of its own. KRING_TEST_POSTGRES_URL given from outside is used as it is.
 */
export default async function setUp(): Promise<void> {
  if (process.env['KRING_TEST_POSTGRES_URL'] !== undefined) return;
  const dir = mkdtempSync(path.join(tmpdir(), 'kring-test-postgres-'));
  // The user that PostgreSQL runs as has to pass through.
  chmodSync(dir, 0o711);
  try {
    const settings = { max_connections: '200' };
    const server = await startEmbeddedPostgres({ dir, database: 'postgres', isDurable: false, settings });
    globalThis.kringTestCluster = { dir, server };
    process.env['KRING_TEST_POSTGRES_URL'] = server.url;
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
}
