import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What can be found: one row of words for each CoP, case, note and person, kept by triggers in the transaction of every
 * change. Who may see what is no part of it: that is asked of the rows themselves, at each search.
 */
export class Search1764800000000 implements MigrationInterface {
  readonly name = 'Search1764800000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

/** Lower case, without accents, and nothing but words: neither this nor what follows needs an extension. */
const fold = `
  CREATE FUNCTION search_fold(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT btrim(regexp_replace(
      regexp_replace(lower(normalize(given, NFD)), '[\\u0300-\\u036F]+', '', 'g'), '[^[:alnum:]]+', ' ', 'g'))
  $$`;

/** The words as Dutch and as English. A text with more different words than a tsvector can hold counts in part. */
const vector = `
  CREATE FUNCTION search_vector(folded text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT AS $$
  BEGIN
    RETURN to_tsvector('pg_catalog.dutch', folded) || to_tsvector('pg_catalog.english', folded);
  EXCEPTION WHEN program_limit_exceeded THEN
    RETURN to_tsvector('pg_catalog.dutch', left(folded, 100000))
        || to_tsvector('pg_catalog.english', left(folded, 100000));
  END $$`;

const trigrams = `
  CREATE FUNCTION search_trigrams(word text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT array_agg(DISTINCT substr('  ' || word || ' ', place, 3))
      FROM generate_series(1, length(word) + 1) AS place
  $$`;

export const sources = `
  CREATE VIEW search_sources AS
  SELECT 'cop' AS kind, id AS object_id, id AS cop_id, NULL::uuid AS case_id, created_at AS changed_at,
         false AS is_archived, name AS title, question AS head,
         concat_ws(' ', purpose, audience, working_agreements) AS body
    FROM cops
  UNION ALL
  SELECT 'case', c.id, c.cop_id, c.id, c.updated_at, c.archived_at IS NOT NULL, c.title,
         concat_ws(' ', c.question, c.region, p.name), ''
    FROM cases c JOIN people p ON p.id = c.holder_id
  UNION ALL
  SELECT 'note', n.id, c.cop_id, n.case_id, greatest(n.created_at, s.settled_at), n.archived_at IS NOT NULL, n.title,
         '', coalesce(s.text, '')
    FROM notes n JOIN cases c ON c.id = n.case_id LEFT JOIN settled_documents s ON s.document_id = n.document_id
  UNION ALL
  SELECT 'person', p.id, NULL, NULL, p.created_at, p.disabled_at IS NOT NULL, p.name,
         concat_ws(' ', p.job_title, o.name, o.abbreviation), ''
    FROM people p LEFT JOIN organisations o ON o.id = p.organisation_id`;

const refresh = `
  CREATE FUNCTION search_refresh(wanted_kind text, wanted_ids uuid[]) RETURNS void LANGUAGE sql AS $$
    WITH texts AS MATERIALIZED (
      SELECT s.kind, s.object_id, s.cop_id, s.case_id, s.changed_at, s.is_archived, search_fold(s.title) AS title,
             search_fold(concat_ws(' ', s.title, s.head)) AS head,
             search_fold(concat_ws(' ', s.title, s.head, left(s.body, 400000))) AS whole
        FROM search_sources s WHERE s.kind = wanted_kind AND s.object_id = ANY (wanted_ids)
    ), stored AS (
      INSERT INTO search_entries
      SELECT kind, object_id, cop_id, case_id, changed_at, is_archived,
             search_vector(title), search_vector(head), search_vector(whole)
        FROM texts ORDER BY object_id
      ON CONFLICT (kind, object_id) DO UPDATE
        SET cop_id = excluded.cop_id, case_id = excluded.case_id, changed_at = excluded.changed_at,
            is_archived = excluded.is_archived, title_words = excluded.title_words,
            head_words = excluded.head_words, all_words = excluded.all_words
    )
    -- In one order for everybody: two changes with the same new words wait for each other, and do not lock up.
    INSERT INTO search_words (word, trigrams)
    SELECT word, search_trigrams(word)
      FROM (SELECT DISTINCT unnest(string_to_array(whole, ' ')) AS word FROM texts) AS found
     WHERE length(word) BETWEEN 3 AND 40 AND word ~ '[[:alpha:]]'
       AND NOT EXISTS (SELECT 1 FROM search_words known WHERE known.word = found.word)
     ORDER BY word
    ON CONFLICT DO NOTHING
  $$`;

const changed = `
  CREATE FUNCTION search_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' THEN
      DELETE FROM search_entries WHERE kind = TG_ARGV[0] AND object_id = OLD.id;
      RETURN NULL;
    END IF;
    PERFORM search_refresh(TG_ARGV[0], ARRAY[NEW.id]);
    RETURN NULL;
  END $$`;

/** A case names its holder, a person their organisation, and a note has its text elsewhere. */
export const relatedChanged = `
  CREATE FUNCTION search_related_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_ARGV[0] = 'holder' THEN
      PERFORM search_refresh('case', ARRAY(SELECT id FROM cases WHERE holder_id = NEW.id));
    ELSIF TG_ARGV[0] = 'organisation' THEN
      PERFORM search_refresh('person', ARRAY(SELECT id FROM people WHERE organisation_id = NEW.id));
    ELSE
      PERFORM search_refresh('note', ARRAY(SELECT id FROM notes WHERE document_id = NEW.document_id));
    END IF;
    RETURN NULL;
  END $$`;

const own = [
  ['cops', 'cop', 'name, question, purpose, audience, working_agreements'],
  ['cases', 'case', 'title, question, region, holder_id, cop_id, archived_at, updated_at'],
  ['notes', 'note', 'title, case_id, archived_at'],
  ['people', 'person', 'name, job_title, organisation_id, disabled_at'],
] as const;
const related = [
  ['people', 'holder', 'UPDATE OF name'],
  ['organisations', 'organisation', 'UPDATE OF name, abbreviation'],
  ['settled_documents', 'text', 'INSERT OR UPDATE OF text, settled_at'],
] as const;

const up = [
  `CREATE TABLE search_entries (
    kind text NOT NULL,
    object_id uuid NOT NULL,
    cop_id uuid,
    case_id uuid,
    changed_at timestamptz NOT NULL,
    is_archived boolean NOT NULL,
    title_words tsvector NOT NULL,
    head_words tsvector NOT NULL,
    all_words tsvector NOT NULL,
    CONSTRAINT pk_search_entries PRIMARY KEY (kind, object_id),
    CONSTRAINT ck_search_entries_kind CHECK (kind IN ('cop', 'case', 'note', 'person'))
  )`,
  // Every word that stands somewhere, to find the ones that look like a misspelled one. Shown to nobody as it is.
  `CREATE TABLE search_words (
    word text NOT NULL,
    trigrams text[] NOT NULL,
    CONSTRAINT pk_search_words PRIMARY KEY (word)
  )`,
  fold,
  vector,
  trigrams,
  sources,
  refresh,
  changed,
  relatedChanged,
  ...own.map(
    ([table, kind, columns]) =>
      `CREATE TRIGGER search_${kind} AFTER INSERT OR DELETE OR UPDATE OF ${columns} ON ${table}
         FOR EACH ROW EXECUTE FUNCTION search_changed('${kind}')`,
  ),
  ...related.map(
    ([table, what, events]) =>
      `CREATE TRIGGER search_${what} AFTER ${events} ON ${table}
         FOR EACH ROW EXECUTE FUNCTION search_related_changed('${what}')`,
  ),
  ...own.map(([table, kind]) => `SELECT search_refresh('${kind}', ARRAY(SELECT id FROM ${table}))`),
  `CREATE INDEX ix_search_entries_title_words ON search_entries USING gin (title_words)`,
  `CREATE INDEX ix_search_entries_head_words ON search_entries USING gin (head_words)`,
  `CREATE INDEX ix_search_entries_all_words ON search_entries USING gin (all_words)`,
  `CREATE INDEX ix_search_entries_changed_at ON search_entries (changed_at, object_id)`,
  `CREATE INDEX ix_search_entries_cop_id_changed_at ON search_entries (cop_id, changed_at, object_id)`,
  `CREATE INDEX ix_search_words_trigrams ON search_words USING gin (trigrams)`,
  // Lists of people are sorted by it.
  `CREATE INDEX ix_people_lower_name ON people (lower(name), id)`,
];

const down = [
  'DROP INDEX ix_people_lower_name',
  ...own.map(([table, kind]) => `DROP TRIGGER search_${kind} ON ${table}`),
  ...related.map(([table, what]) => `DROP TRIGGER search_${what} ON ${table}`),
  'DROP FUNCTION search_changed, search_related_changed, search_refresh',
  'DROP VIEW search_sources',
  'DROP FUNCTION search_trigrams, search_vector, search_fold',
  'DROP TABLE search_words, search_entries',
];
