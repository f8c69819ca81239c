import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { descendantsOf } from '../../../tools/processes.ts';
import { Installation } from '../../../tools/installation.ts';
import type { RunningSubject, Subject } from './subject.ts';

const PEOPLE = 2_100;
const ROOMS = 2_100;

/** People who are signed in, all members of one CoP, and notes in one case: put there, since inviting them takes long. */
async function fill(databaseUrl: string): Promise<{ cookies: string[]; rooms: string[] }> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const tokens = Array.from({ length: PEOPLE }, () => randomBytes(32).toString('base64url'));
    await client.query(
      `CREATE FUNCTION pg_temp.id_of(what text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
         $$ SELECT overlay(overlay(md5(what || n) PLACING '7' FROM 13) PLACING '8' FROM 17)::uuid $$`,
    );
    await client.query(
      `INSERT INTO organisations (id, slug, name, kind, region)
       VALUES (pg_temp.id_of('organisation', 1), 'provincie', 'Provincie', 'other', 'Zeeland')`,
    );
    await client.query(
      `INSERT INTO people (id, email, name, job_title, organisation_id, language, platform_role)
       SELECT pg_temp.id_of('person', n), 'persoon-' || n || '@voorbeeld.nl', 'Persoon ' || n, 'Adviseur',
              pg_temp.id_of('organisation', 1), 'nl', 'member' FROM generate_series(1, $1::int) n`,
      [PEOPLE],
    );
    await client.query(
      `INSERT INTO cops (id, slug, name, question, purpose, audience, working_agreements)
       VALUES (pg_temp.id_of('cop', 1), 'cop', 'CoP', 'Hoe houden we alles heel?', '', '', '')`,
    );
    await client.query(
      `INSERT INTO cop_members (cop_id, person_id, role)
       SELECT pg_temp.id_of('cop', 1), pg_temp.id_of('person', n), 'participant' FROM generate_series(1, $1::int) n`,
      [PEOPLE],
    );
    await client.query(
      `INSERT INTO cases (id, cop_id, title, question, region, holder_id, status, visibility, created_by_id)
       VALUES (pg_temp.id_of('case', 1), pg_temp.id_of('cop', 1), 'Zaak', '', 'Zeeland', pg_temp.id_of('person', 1),
               'active', 'cop', pg_temp.id_of('person', 1))`,
    );
    await client.query(
      `INSERT INTO documents (id, room)
       SELECT pg_temp.id_of('document', n), 'note:' || pg_temp.id_of('note', n) FROM generate_series(1, $1::int) n`,
      [ROOMS],
    );
    await client.query(
      `INSERT INTO notes (id, case_id, document_id, title, created_by_id)
       SELECT pg_temp.id_of('note', n), pg_temp.id_of('case', 1), pg_temp.id_of('document', n), 'Notitie ' || n,
              pg_temp.id_of('person', 1) FROM generate_series(1, $1::int) n`,
      [ROOMS],
    );
    await client.query(
      `INSERT INTO login_sessions (id, token_hash, person_id, device, expires_at, absolute_expires_at)
       SELECT gen_random_uuid(), hash, pg_temp.id_of('person', n), 'bench', now() + interval '1 day', now() + interval '1 day'
         FROM unnest($1::bytea[]) WITH ORDINALITY AS t (hash, n)`,
      [tokens.map((token) => createHash('sha256').update(token).digest())],
    );
    await client.query('ANALYZE');
    const { rows } = await client.query<{ room: string }>(
      `SELECT 'note:' || pg_temp.id_of('note', n) AS room FROM generate_series(1, $1::int) n`,
      [ROOMS],
    );
    return { cookies: tokens.map((token) => `kring=${token}`), rooms: rows.map(({ room }) => room) };
  } finally {
    await client.end();
  }
}

/** Resolves once the log of a document has been replaced by a snapshot of all of it. */
async function untilCompacted(databaseUrl: string, room: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const end = Date.now() + 60_000; Date.now() < end; await delay(200)) {
      const { rows } = await client.query<{ done: boolean }>(
        `SELECT s.up_to = d.head_seq AS done FROM documents d JOIN document_snapshots s ON s.document_id = d.id
          WHERE d.room = $1`,
        [room],
      );
      if (rows[0]?.done) return;
    }
    throw new Error('the log was not compacted');
  } finally {
    await client.end();
  }
}

/** With modules that are loaded before its own, and variables of the environment for them. */
export const kringWith = (imports: readonly string[], env: NodeJS.ProcessEnv): Subject => ({
  name: 'Kring',
  protocol: 'kring',
  async start(): Promise<RunningSubject> {
    const installation = await Installation.start({ env });
    if (imports.length > 0) {
      installation.imports = imports;
      await installation.killApi();
      await installation.startApi();
    }
    const { cookies, rooms } = await fill(installation.databaseUrl);
    return {
      seat: (person, room) => ({
        address: installation.address,
        room: rooms[room] ?? '',
        cookie: cookies[person % cookies.length] ?? '',
      }),
      pids: () => [
        installation.apiPid,
        ...descendantsOf(installation.apiPid),
        installation.postgresPid,
        ...descendantsOf(installation.postgresPid),
      ],
      serverPid: () => installation.apiPid,
      untilStored: async (numbers) => {
        for (const room of numbers) await untilCompacted(installation.databaseUrl, rooms[room] ?? '');
      },
      restart: async () => {
        await installation.stopApi();
        await installation.startApi();
      },
      crash: async () => {
        await installation.killApi();
        await installation.startApi();
      },
      stop: () => installation.stop(),
    };
  },
});

/** The whole product as it is built, with its own PostgreSQL, fsync on: sign-in, permission and admission included. */
export const kring = kringWith([], {});
