import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What notes said before: versions, and what each person saw last. */
export class NoteVersions1764500100000 implements MigrationInterface {
  readonly name = 'NoteVersions1764500100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE note_visits, note_versions, note_contents');
    await runner.query('DROP INDEX ix_settled_documents_settled_at');
    await runner.query('ALTER TABLE settled_documents DROP COLUMN sha256, DROP COLUMN authors');
  }
}

const up = [
  `ALTER TABLE settled_documents ADD COLUMN sha256 text, ADD COLUMN authors jsonb NOT NULL DEFAULT '[]'`,
  'CREATE INDEX ix_settled_documents_settled_at ON settled_documents (settled_at)',
  // Each content once, for all versions and visits that have it. Immutable.
  `CREATE TABLE note_contents (
    note_id uuid NOT NULL,
    sha256 text NOT NULL,
    schema_version integer NOT NULL,
    word_count integer NOT NULL,
    content jsonb NOT NULL,
    authors jsonb NOT NULL,
    used_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_note_contents PRIMARY KEY (note_id, sha256),
    CONSTRAINT fk_note_contents_note FOREIGN KEY (note_id) REFERENCES notes (id) ON DELETE CASCADE
  )`,
  `CREATE INDEX ix_note_contents_used_at ON note_contents (used_at)`,
  // The note said this at `seq`, and still did at `covers_seq`.
  `CREATE TABLE note_versions (
    id uuid NOT NULL,
    note_id uuid NOT NULL,
    generation integer NOT NULL,
    seq bigint NOT NULL,
    covers_seq bigint NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    name text,
    description text NOT NULL DEFAULT '',
    sha256 text NOT NULL,
    worker_ids uuid[] NOT NULL,
    created_by_id uuid,
    restored_from_id uuid,
    is_frozen boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_note_versions PRIMARY KEY (id),
    CONSTRAINT ck_note_versions_kind CHECK (kind IN ('automatic', 'named', 'before-restore', 'restored')),
    CONSTRAINT ck_note_versions_name CHECK ((kind = 'named') = (name IS NOT NULL)),
    CONSTRAINT fk_note_versions_note FOREIGN KEY (note_id) REFERENCES notes (id) ON DELETE CASCADE,
    CONSTRAINT fk_note_versions_content FOREIGN KEY (note_id, sha256) REFERENCES note_contents (note_id, sha256),
    CONSTRAINT fk_note_versions_created_by FOREIGN KEY (created_by_id) REFERENCES people (id),
    CONSTRAINT fk_note_versions_restored_from FOREIGN KEY (restored_from_id) REFERENCES note_versions (id)
      ON DELETE SET NULL
  )`,
  'CREATE INDEX ix_note_versions_note_id_created_at ON note_versions (note_id, created_at, id)',
  'CREATE INDEX ix_note_versions_content ON note_versions (note_id, sha256)',
  'CREATE INDEX ix_note_versions_created_by_id ON note_versions (created_by_id)',
  'CREATE INDEX ix_note_versions_restored_from_id ON note_versions (restored_from_id)',
  `CREATE INDEX ix_note_versions_prunable ON note_versions (created_at) WHERE kind <> 'named' AND NOT is_frozen`,
  // `before_*`: the visit before this one, against which changes are told.
  `CREATE TABLE note_visits (
    person_id uuid NOT NULL,
    note_id uuid NOT NULL,
    seq bigint NOT NULL,
    sha256 text NOT NULL,
    seen_at timestamptz NOT NULL,
    before_seq bigint,
    before_sha256 text,
    before_at timestamptz,
    CONSTRAINT pk_note_visits PRIMARY KEY (person_id, note_id),
    CONSTRAINT fk_note_visits_person FOREIGN KEY (person_id) REFERENCES people (id),
    CONSTRAINT fk_note_visits_note FOREIGN KEY (note_id) REFERENCES notes (id) ON DELETE CASCADE,
    CONSTRAINT fk_note_visits_content FOREIGN KEY (note_id, sha256) REFERENCES note_contents (note_id, sha256),
    CONSTRAINT fk_note_visits_before FOREIGN KEY (note_id, before_sha256) REFERENCES note_contents (note_id, sha256)
  )`,
  'CREATE INDEX ix_note_visits_content ON note_visits (note_id, sha256)',
  'CREATE INDEX ix_note_visits_before ON note_visits (note_id, before_sha256)',
];
