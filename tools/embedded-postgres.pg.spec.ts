import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { descendantsOf, isAlive } from './processes.ts';
import { createTestDatabase } from './testing/database.ts';

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  const dirs: string[] = [];
  const servers: EmbeddedPostgres[] = [];
  const start = async (dir: string) => {
    const server = await startEmbeddedPostgres({ dir });
    servers.push(server);
    return server;
  };
  const newDir = () => {
    // mkdtemp makes a folder that only its owner may enter, as a clone in a temp folder of root's is
    const dir = path.join(mkdtempSync(path.join(tmpdir(), 'kring-embedded-')), 'postgres');
    dirs.push(path.dirname(dir));
    return dir;
  };
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()));
    dirs.splice(0).forEach((dir) => rmSync(dir, { recursive: true, force: true }));
  });

  it('keeps what is committed through SIGKILL of the server and through a stop', async () => {
    const dir = newDir();
    const first = await start(dir);
    await query(first.url, 'CREATE TABLE kept (value int)');
    await query(first.url, 'INSERT INTO kept VALUES (1)');
    await first.kill();
    const second = await start(dir);
    await query(second.url, 'INSERT INTO kept VALUES (2)');
    await second.stop();
    const third = await start(dir);
    expect(await query(third.url, 'SELECT value FROM kept ORDER BY value')).toEqual([
      { value: 1 },
      { value: 2 },
    ]);
    expect(await query(third.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
  }, 60_000);

  it('leaves no process behind after a stop', async () => {
    const server = await start(newDir());
    // A worker that cleans up may come and go by itself: those that stay are meant as well as those that went.
    const pids = [server.pid, ...descendantsOf(server.pid)];
    expect(pids.filter(isAlive).length).toBeGreaterThan(3);
    await server.stop();
    expect(pids.filter(isAlive)).toEqual([]);
  }, 60_000);

  it('stops a server of the same folder that outlived its owner, and takes its place', async () => {
    const dir = newDir();
    const orphan = await start(dir);
    const next = await start(dir);
    expect(isAlive(orphan.pid)).toBe(false);
    expect(await query(next.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  }, 60_000);

  it('speaks Unicode in lower() and finds Dutch words', async () => {
    const server = await start(newDir());
    const rows = await query(
      server.url,
      `SELECT lower('ÉÉN') AS lower, to_tsvector('dutch', 'bijeenkomsten') @@ to_tsquery('dutch', 'bijeenkomst') AS found`,
    );
    expect(rows).toEqual([{ lower: 'één', found: true }]);
  }, 60_000);
});

describe('a test database', () => {
  it('is empty, its own, and gone after drop', async () => {
    const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    await query(one.url, 'CREATE TABLE only_here ()');
    expect(await query(two.url, `SELECT to_regclass('only_here') AS found`)).toEqual([{ found: null }]);
    await Promise.all([one.drop(), two.drop()]);
    await expect(query(one.url, 'SELECT 1')).rejects.toThrow('does not exist');
  });
});
