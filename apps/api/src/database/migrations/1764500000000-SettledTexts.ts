import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What live texts say once they have come to rest, and who worked in them. */
export class SettledTexts1764500000000 implements MigrationInterface {
  readonly name = 'SettledTexts1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE document_writers, settled_documents');
  }
}

const up = [
  // `seq` and `generation` say up to where the text was read; `claimed_until` keeps a second process off meanwhile.
  `CREATE TABLE settled_documents (
    document_id uuid NOT NULL,
    generation integer NOT NULL DEFAULT 0,
    seq bigint NOT NULL DEFAULT 0,
    schema_version integer NOT NULL DEFAULT 0,
    text text NOT NULL DEFAULT '',
    word_count integer NOT NULL DEFAULT 0,
    content jsonb NOT NULL DEFAULT '{"type":"doc","content":[{"type":"paragraph"}]}',
    state_vector bytea,
    settled_at timestamptz,
    failed_seq bigint,
    failed_at timestamptz,
    claimed_until timestamptz,
    CONSTRAINT pk_settled_documents PRIMARY KEY (document_id),
    CONSTRAINT fk_settled_documents_document FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
  )`,
  // The log is trimmed; this stays, one row for each person who ever changed the text.
  `CREATE TABLE document_writers (
    document_id uuid NOT NULL,
    person_id uuid NOT NULL,
    last_seq bigint NOT NULL,
    written_at timestamptz NOT NULL,
    CONSTRAINT pk_document_writers PRIMARY KEY (document_id, person_id),
    CONSTRAINT fk_document_writers_document FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE,
    CONSTRAINT fk_document_writers_person FOREIGN KEY (person_id) REFERENCES people (id)
  )`,
  'CREATE INDEX ix_document_writers_person_id_written_at ON document_writers (person_id, written_at)',
];
