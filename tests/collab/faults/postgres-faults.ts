import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { Installation } from '../../../tools/installation.ts';
import { descendantsOf, isAlive, signal } from '../../../tools/processes.ts';
import type { SmallDisk } from './small-disk.ts';

/** What a database does that is not dead, only of no use. */
export const postgresFaults = [
  'postgres-hang',
  'table-locked',
  'connections-exhausted',
  'disk-full',
  'writes-refused',
] as const;

export type PostgresFault = (typeof postgresFaults)[number];

/** Connections that are asked for at the same time while all places are taken away. */
const askers = 8;

/** All processes stand still: connections are taken, and nobody answers. */
export async function hangPostgres({ postgresPid }: Installation, milliseconds: number): Promise<void> {
  const all = [postgresPid, ...descendantsOf(postgresPid)];
  all.forEach((pid) => signal(pid, 'SIGSTOP'));
  await delay(milliseconds);
  // Those that came meanwhile were made by nobody: a stopped server makes none.
  all.forEach((pid) => signal(pid, 'SIGCONT'));
}

/** Nobody can read or write the log of updates. */
export async function lockUpdates({ databaseUrl }: Installation, milliseconds: number): Promise<void> {
  const client = await connected(databaseUrl);
  try {
    await client.query('BEGIN');
    await client.query('LOCK TABLE document_updates IN ACCESS EXCLUSIVE MODE');
    await delay(milliseconds);
    await client.query('ROLLBACK');
  } finally {
    await client.end();
  }
}

/** The API loses its connections, and every place is taken by somebody else before it has asked. */
export async function takeAllConnections(
  { databaseUrl }: Installation,
  milliseconds: number,
): Promise<number> {
  const taken: Client[] = [];
  const first = await connected(databaseUrl);
  taken.push(first);
  const until = Date.now() + milliseconds;
  const take = async () => {
    while (Date.now() < until) {
      const client = await connected(databaseUrl).catch(() => null);
      if (client) taken.push(client);
      else await delay(5);
    }
  };
  const taking = Array.from({ length: askers }, take);
  const end = async () => {
    while (Date.now() < until) {
      await first.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'kring%'`,
      );
      await delay(100);
    }
  };
  await Promise.all([...taking, end()]);
  const count = taken.length;
  await Promise.all(taken.map((client) => client.end()));
  return count;
}

/** As a database does that has become a copy: it reads, and refuses every write. A restart of nothing ends it. */
export async function refuseWrites({ databaseUrl }: Installation, milliseconds: number): Promise<void> {
  const client = await connected(databaseUrl);
  const set = async (isReadOnly: boolean) => {
    await client.query(`ALTER SYSTEM SET default_transaction_read_only = ${isReadOnly ? 'on' : 'off'}`);
    await client.query('SELECT pg_reload_conf()');
  };
  try {
    await client.query('SET default_transaction_read_only = off');
    await set(true);
    await delay(milliseconds);
    await set(false);
  } finally {
    await client.end();
  }
}

/** Not a byte is left on the disk of the database. Without place for its WAL PostgreSQL ends: then it starts anew. */
export async function fillDisk(
  installation: Installation,
  disk: SmallDisk,
  milliseconds: number,
): Promise<void> {
  disk.fill();
  await delay(milliseconds);
  disk.free();
  await delay(500);
  if (isAlive(installation.postgresPid) && (await answers(installation.databaseUrl))) return;
  await installation.killPostgres();
  await installation.startPostgres();
}

async function answers(databaseUrl: string): Promise<boolean> {
  for (const end = Date.now() + 10_000; Date.now() < end; await delay(250)) {
    const client = await connected(databaseUrl).catch(() => null);
    if (!client) continue;
    await client.end();
    return true;
  }
  return false;
}

async function connected(databaseUrl: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}
