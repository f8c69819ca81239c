import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { ApiProcess } from './api-process.ts';
import { build } from './build.ts';
import { freePort } from './free-port.ts';
import { dataFolder, readEnvFile, startOwnDatabase } from './start-database.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '60' } } });
const goalMs = 150;

interface Asker {
  readonly who: string;
  readonly cookie: string;
  readonly copId: string;
  readonly slug: string;
  readonly caseId: string;
  readonly noteId: string;
}
interface Row {
  readonly name: string;
  readonly times: number[];
}

const cookieName = 'kring';

/** Members of a large, a middling and a small CoP, somebody of none, and the administrator: each is signed in anew. */
async function signIn(client: Client): Promise<Asker[]> {
  const { rows } = await client.query<{ who: string; personId: string; copId: string; slug: string }>(
    `WITH sizes AS (SELECT cop_id, count(*) AS size, row_number() OVER (ORDER BY count(*) DESC, cop_id) AS place
                      FROM cases GROUP BY cop_id),
          chosen AS (SELECT 'member of a large CoP' AS who, cop_id FROM sizes WHERE place = 1
                     UNION ALL SELECT 'member of a middling CoP', cop_id FROM sizes WHERE place = (SELECT max(place) / 2 FROM sizes)
                     UNION ALL SELECT 'member of a small CoP', cop_id FROM sizes WHERE place = (SELECT max(place) FROM sizes))
     SELECT c.who, (SELECT person_id FROM cop_members m WHERE m.cop_id = c.cop_id AND role <> 'observer'
                     ORDER BY person_id LIMIT 1) AS "personId", c.cop_id AS "copId", cop.slug
       FROM chosen c JOIN cops cop ON cop.id = c.cop_id
     UNION ALL
     SELECT 'administrator', (SELECT id FROM people WHERE platform_role = 'administrator' LIMIT 1), cop.id, cop.slug
       FROM (SELECT * FROM cops ORDER BY id LIMIT 1) cop`,
  );
  const askers: Asker[] = [];
  for (const { who, personId, copId, slug } of rows) {
    const token = randomBytes(32).toString('base64url');
    await client.query(
      `INSERT INTO login_sessions (id, token_hash, person_id, device, expires_at, absolute_expires_at)
       VALUES (gen_random_uuid(), $1, $2, 'bench', now() + interval '1 day', now() + interval '1 day')`,
      [createHash('sha256').update(token).digest(), personId],
    );
    const found = await client.query<{ caseId: string; noteId: string }>(
      `SELECT c.id AS "caseId", n.id AS "noteId" FROM cases c JOIN notes n ON n.case_id = c.id
        WHERE c.visibility = 'network' ORDER BY c.cop_id = $1 DESC, c.id LIMIT 1`,
      [copId],
    );
    const { caseId = '', noteId = '' } = found.rows[0] ?? {};
    askers.push({ who, cookie: `${cookieName}=${token}`, copId, slug, caseId, noteId });
  }
  return askers;
}

/** What is asked, by its name in the table. The first is what the others are compared with. */
const questions: readonly [name: string, path: (asker: Asker) => string][] = [
  ['GET /health/live (nothing but HTTP)', () => '/health/live'],
  ['my profile (one row by its key)', () => '/api/me'],
  ['My work', () => '/api/home'],
  ['CoPs', () => '/api/cops'],
  ['one CoP', ({ slug }) => `/api/cops/by-slug/${slug}`],
  ['cases of a CoP', ({ copId }) => `/api/cops/${copId}/cases`],
  [
    'cases of a CoP, active, in Zeeland',
    ({ copId }) => `/api/cops/${copId}/cases?status=active&region=Zeeland`,
  ],
  ['members of a CoP', ({ copId }) => `/api/cops/${copId}/members`],
  ['organisations', () => '/api/organisations'],
  ['people (administrator)', () => '/api/people'],
  ['one case', ({ caseId }) => `/api/cases/${caseId}`],
  ['one note', ({ noteId }) => `/api/notes/${noteId}`],
  ['search: a word in half of all texts', () => '/api/search?q=welvaart'],
  ['search: two common words', () => '/api/search?q=brede%20welvaart'],
  ['search: a word and a compound', () => '/api/search?q=zeeland%20waterbeleid'],
  ['search: a phrase', () => '/api/search?q=%22afruil%20tussen%22'],
  ['search: a typing error', () => '/api/search?q=welvart'],
  ['search: two typing errors', () => '/api/search?q=zeeuws%20vlaandern%20watrbeleid'],
  ['search: nothing', () => '/api/search?q=xqzzyk'],
  ['search: notes in a CoP', ({ copId }) => `/api/search?q=gemeente&kind=note&copId=${copId}`],
  ['search: a name', () => '/api/search?q=wilgenstra'],
  ['palette: two letters', () => '/api/search/titles?q=wa'],
  ['palette: a title being typed', () => '/api/search/titles?q=brede%20welvaart%20en%20wo'],
];

async function measure(address: string, askers: readonly Asker[], rounds: number): Promise<Row[]> {
  const rows = questions.map(([name]): Row => ({ name, times: [] }));
  for (let round = -2; round < rounds; round += 1) {
    for (const asker of askers) {
      for (const [at, [, path]] of questions.entries()) {
        const begin = performance.now();
        const answer = await fetch(address + path(asker), { headers: { cookie: asker.cookie } });
        await answer.arrayBuffer();
        if (answer.status >= 500)
          throw new Error(`${path(asker)} answered ${answer.status} to the ${asker.who}`);
        // Refused is not measured, and neither are the first rounds.
        if (answer.ok && round >= 0) rows[at]?.times.push(performance.now() - begin);
      }
    }
  }
  return rows;
}

const percentile = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

function toTable(rows: readonly Row[]): { lines: string[]; late: string[] } {
  const sorted = rows.map(({ name, times }) => ({
    name,
    times: times.toSorted((one, other) => one - other),
  }));
  const reference = percentile(sorted[1]?.times ?? [], 0.5) || 1;
  const late: string[] = [];
  const lines = sorted.map(({ name, times }) => {
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => percentile(times, part));
    if ((p95 ?? 0) > goalMs) late.push(name);
    const numbers = [p50, p95, p99].map((value = 0) => value.toFixed(1).padStart(6));
    return `| ${name.padEnd(38)} | ${String(times.length).padStart(5)} | ${numbers.join(' | ')} | ${((p50 ?? 0) / reference).toFixed(1).padStart(6)} |`;
  });
  return { lines, late };
}

async function amounts(client: Client): Promise<string> {
  const tables = ['cops', 'people', 'cop_members', 'cases', 'notes', 'comments', 'search_words'];
  const counts = tables.map((table) => `(SELECT count(*) FROM ${table})::int AS ${table}`);
  const { rows } = await client.query<Record<string, number>>(`SELECT ${counts.join(', ')}`);
  return Object.entries(rows[0] ?? {})
    .map(([table, number]) => `${number.toLocaleString('en')} ${table.replaceAll('_', ' ')}`)
    .join(', ');
}

function write(table: readonly string[], facts: readonly string[]): void {
  const folder = path.resolve(import.meta.dirname, '..', 'docs');
  mkdirSync(folder, { recursive: true });
  const text = [
    '# Lists and searches, measured',
    '',
    'Written by `npm run bench:lists` on a data set of `npm run data -- --cops 500 --cases 20000 --notes 100000`. Times are in milliseconds, over HTTP from the same machine, one request after the other. The last column compares the median with that of reading one row by its key in the same run: it says more than the times when the machine is another one, or busy.',
    '',
    ...facts.map((fact) => `- ${fact}`),
    '',
    '| what | times |    p50 |    p95 |    p99 |  ratio |',
    '| --- | --- | --- | --- | --- | --- |',
    ...table,
    '',
  ];
  writeFileSync(path.join(folder, 'benchmarks-lists.md'), text.join('\n'));
}

/** Measures lists and searches as several kinds of people, and fails when one is slower than it may be. */
async function main(): Promise<void> {
  readEnvFile();
  process.env['KRING_DATA_DIR'] ||= path.resolve(import.meta.dirname, '..', '.kring-data');
  await build(console.log);
  const own = await startOwnDatabase();
  const url = own?.url ?? process.env['DATABASE_URL'] ?? '';
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    KRING_DEMO: 'false',
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://localhost:${port}`,
    DATABASE_URL: url,
    KRING_DATA_DIR: dataFolder(),
  };
  const api = new ApiProcess({ address, say: console.log, env, onGivenUp: () => process.exit(1) });
  const client = new Client({ connectionString: url });
  try {
    api.start();
    if (!(await api.untilReady())) throw new Error('Kring did not become ready.');
    await client.connect();
    const askers = await signIn(client);
    const load = loadavg()[0] ?? 0;
    const { lines, late } = toTable(await measure(address, askers, Number(values.rounds)));
    const facts = [
      `Data: ${await amounts(client)}.`,
      `Askers: ${askers.map(({ who }) => who).join(', ')}; ${values.rounds} rounds each.`,
      `Machine: ${availableParallelism()} processors, Node ${process.version}, load ${load.toFixed(1)} before and ${(loadavg()[0] ?? 0).toFixed(1)} after.`,
      `Goal: 95% within ${goalMs} ms. ${late.length === 0 ? 'Met everywhere.' : `Not met by: ${late.join(', ')}.`}`,
    ];
    write(lines, facts);
    console.log([...facts, ...lines].join('\n'));
    process.exitCode = late.length === 0 ? 0 : 1;
  } finally {
    await client.end().catch(() => undefined);
    await api.stop();
    await own?.stop();
  }
}

await main();
