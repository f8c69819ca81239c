import type { Client } from 'pg';
import * as words from './words.ts';

export interface Amounts {
  readonly cops: number;
  readonly people: number;
  readonly cases: number;
  readonly notes: number;
  readonly comments: number;
}

const list = (values: readonly string[]) =>
  `ARRAY[${values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ')}]`;

/** The same amounts give the same data: everything follows from the number of a row. */
const helpers = [
  // A number from 0 to below 1 that looks random.
  `CREATE FUNCTION pg_temp.chance(what text, n bigint) RETURNS float LANGUAGE sql IMMUTABLE AS
     $$ SELECT (hashtextextended(what, n) & 2147483647) / 2147483648.0 $$`,
  `CREATE FUNCTION pg_temp.pick(given text[], what text, n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
     $$ SELECT given[1 + floor(pg_temp.chance(what, n) * cardinality(given))::int] $$`,
  `CREATE FUNCTION pg_temp.id_of(what text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
     $$ SELECT overlay(overlay(md5(what || n) PLACING '7' FROM 13) PLACING '8' FROM 17)::uuid $$`,
  `CREATE FUNCTION pg_temp.say(pattern text, n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
     SELECT replace(replace(replace(pattern,
       '{c}', pg_temp.pick(${list(words.compoundStarts)}, 'cs', n) || pg_temp.pick(${list(words.compoundEnds)}, 'ce', n)),
       '{t}', pg_temp.pick(${list(words.themes)}, 't', n)),
       '{r}', coalesce(nullif(pg_temp.pick(${list(words.regions)}, 'r', n), ''), 'de regio')) $$`,
  // Twelve sentences or so, one in five texts in English.
  `CREATE FUNCTION pg_temp.text_of(n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
     SELECT string_agg(pg_temp.say(CASE WHEN n % 5 = 0 THEN pg_temp.pick(${list(words.english)}, 'en', n * 31 + s)
                                        ELSE pg_temp.pick(${list(words.dutch)}, 'nl', n * 31 + s) END, n * 31 + s),
                       CASE WHEN s % 4 = 0 THEN E'\\n' ELSE ' ' END ORDER BY s)
       FROM generate_series(1, 6 + (n % 13)::int) AS s $$`,
];

const year = "interval '1 year'";

/** Few CoPs have many cases and members, many have few, as it goes. */
const copOf = (what: string, n: string) => `floor(power(pg_temp.chance('${what}', ${n}), 1.6) * $1)::int + 1`;

type Statement = [sql: string, parameters: unknown[]];

function communityStatements({ cops, people, cases }: Amounts): Statement[] {
  return [
    [
      `INSERT INTO organisations (id, slug, name, kind, region)
       SELECT pg_temp.id_of('organisation', n), 'organisatie-' || n,
              initcap(pg_temp.pick(${list(words.compoundStarts)}, 'os', n)) || pg_temp.pick(${list(words.compoundEnds)}, 'oe', n)
                || ' ' || pg_temp.pick(${list(words.regions)}, 'or', n) || ' ' || n,
              'other', pg_temp.pick(${list(words.regions)}, 'or', n)
         FROM generate_series(1, $1::int) n`,
      [Math.ceil(people / 20)],
    ],
    [
      `INSERT INTO people (id, email, name, job_title, organisation_id, language, platform_role)
       SELECT pg_temp.id_of('person', n), 'persoon-' || n || '@voorbeeld.nl',
              pg_temp.pick(${list(words.firstNames)}, 'fn', n) || ' ' || pg_temp.pick(${list(words.surnameStarts)}, 'ss', n)
                || pg_temp.pick(${list(words.surnameEnds)}, 'se', n),
              'Adviseur ' || pg_temp.pick(${list(words.themes)}, 'jt', n), pg_temp.id_of('organisation', 1 + n % $2::int),
              CASE WHEN n % 6 = 0 THEN 'en' ELSE 'nl' END, CASE WHEN n = 1 THEN 'administrator' ELSE 'member' END
         FROM generate_series(1, $1::int) n`,
      [people, Math.ceil(people / 20)],
    ],
    [
      `INSERT INTO cops (id, slug, name, question, purpose, audience, working_agreements)
       SELECT pg_temp.id_of('cop', n), 'cop-' || n, 'CoP ' || pg_temp.say('{c} {r}', n) || ' ' || n,
              pg_temp.say('Hoe draagt een {c} bij aan brede welvaart in {r}?', n), pg_temp.text_of(n), '', ''
         FROM generate_series(1, $1::int) n`,
      [cops],
    ],
    // Everybody is in one to four CoPs; person n facilitates CoP n.
    [
      `INSERT INTO cop_members (cop_id, person_id, role)
       SELECT DISTINCT ON (cop, n) pg_temp.id_of('cop', cop), pg_temp.id_of('person', n), role
         FROM (SELECT n AS cop, n, 'facilitator' AS role FROM generate_series(1, $1::int) n
               UNION ALL
               SELECT ${copOf('member', 'n * 7 + k')}, n,
                      (ARRAY['participant', 'participant', 'participant', 'observer'])[1 + floor(pg_temp.chance('role', n * 7 + k) * 4)::int]
                 FROM generate_series(2, $2::int) n, generate_series(1, 3) k WHERE k = 1 OR pg_temp.chance('more', n * 7 + k) < 0.4) m
        ORDER BY cop, n, role`,
      [cops, people],
    ],
    [
      `INSERT INTO cases (id, cop_id, title, question, region, holder_id, status, visibility, archived_at, created_by_id,
                          created_at, updated_at)
       SELECT pg_temp.id_of('case', n), pg_temp.id_of('cop', cop), pg_temp.say(pg_temp.pick(${list(words.caseTitles)}, 'ct', n), n),
              pg_temp.say('Wat doet de {c} met {t} in {r}, en voor wie?', n + 7), pg_temp.pick(${list(words.regions)}, 'cr', n),
              pg_temp.id_of('person', cop), (ARRAY['exploring', 'active', 'active', 'concluded'])[1 + n % 4],
              CASE WHEN v < 0.1 THEN 'private' WHEN v < 0.65 THEN 'cop' WHEN v < 0.85 THEN 'all-cops' ELSE 'network' END,
              CASE WHEN pg_temp.chance('ca', n) < 0.08 THEN now() END, pg_temp.id_of('person', cop),
              now() - 2 * ${year}, now() - pg_temp.chance('cu', n) * 2 * ${year}
         FROM (SELECT n, ${copOf('case', 'n')} AS cop, pg_temp.chance('cv', n) AS v FROM generate_series(1, $2::int) n) c`,
      [cops, cases],
    ],
  ];
}

function textStatements({ cases, notes, comments }: Amounts): Statement[] {
  return [
    [
      `INSERT INTO documents (id, room)
       SELECT pg_temp.id_of('document', n), 'note:' || pg_temp.id_of('note', n) FROM generate_series(1, $1::int) n`,
      [notes],
    ],
    [
      `INSERT INTO notes (id, case_id, document_id, title, created_by_id, archived_at, created_at)
       SELECT pg_temp.id_of('note', n), c.id, pg_temp.id_of('document', n),
              pg_temp.say(pg_temp.pick(${list(words.noteTitles)}, 'nt', n), n), c.holder_id,
              CASE WHEN pg_temp.chance('na', n) < 0.05 THEN now() END, c.updated_at - interval '30 days'
         FROM generate_series(1, $1::int) n JOIN cases c ON c.id = pg_temp.id_of('case', 1 + n % $2::int)`,
      [notes, cases],
    ],
    [
      `INSERT INTO settled_documents (document_id, seq, text, word_count, settled_at)
       SELECT pg_temp.id_of('document', n), 0, pg_temp.text_of(n), 150, now() - pg_temp.chance('ns', n) * 2 * ${year}
         FROM generate_series(1, $1::int) n`,
      [notes],
    ],
    [
      `INSERT INTO comment_threads (id, note_id, kind, generation, seq, created_by_id, request_id, comment_count)
       SELECT pg_temp.id_of('thread', n), pg_temp.id_of('note', 1 + n % $2::int), 'remark', 1, 0, o.created_by_id,
              pg_temp.id_of('request', n), 1
         FROM generate_series(1, $1::int) n JOIN notes o ON o.id = pg_temp.id_of('note', 1 + n % $2::int)`,
      [comments, notes],
    ],
    [
      `INSERT INTO comments (id, thread_id, author_id, request_id, body)
       SELECT pg_temp.id_of('comment', n), t.id, t.created_by_id, t.request_id,
              jsonb_build_array(jsonb_build_object('type', 'text', 'text', pg_temp.say(pg_temp.pick(${list(words.dutch)}, 'cm', n), n)))
         FROM generate_series(1, $1::int) n JOIN comment_threads t ON t.id = pg_temp.id_of('thread', n)`,
      [comments],
    ],
  ];
}

const searched = [
  ['cop', 'cops'],
  ['case', 'cases'],
  ['note', 'notes'],
  ['person', 'people'],
] as const;
const triggered = ['cops', 'cases', 'notes', 'people', 'organisations', 'settled_documents'];

/** Fills an empty, migrated database. Words are indexed afterwards, in large pieces. */
export async function fill(client: Client, amounts: Amounts, say: (line: string) => void): Promise<void> {
  await client.query('BEGIN');
  for (const helper of helpers) await client.query(helper);
  for (const table of triggered) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  for (const [statement, parameters] of [...communityStatements(amounts), ...textStatements(amounts)]) {
    const { rowCount } = await client.query(statement, parameters);
    say(`${/INTO (\w+)/.exec(statement)?.[1]}: ${rowCount}`);
  }
  for (const table of triggered) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  for (const [kind, table] of searched) {
    await client.query(
      `SELECT search_refresh($1, array_agg(id))
         FROM (SELECT id, (row_number() OVER ()) / 5000 AS piece FROM ${table}) AS all_rows GROUP BY piece`,
      [kind],
    );
    say(`words of ${table}: done`);
  }
  await client.query('COMMIT');
  await client.query('VACUUM ANALYZE');
}
