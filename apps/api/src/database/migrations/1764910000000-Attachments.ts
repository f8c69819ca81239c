import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Images and files of notes. */
export class Attachments1764910000000 implements MigrationInterface {
  readonly name = 'Attachments1764910000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attachment_bytes, attachments');
  }
}

const up = [
  `CREATE TABLE attachments (
    id uuid NOT NULL,
    note_id uuid NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    size integer NOT NULL,
    width integer,
    height integer,
    created_by_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_attachments PRIMARY KEY (id),
    CONSTRAINT fk_attachments_note FOREIGN KEY (note_id) REFERENCES notes (id),
    CONSTRAINT fk_attachments_created_by FOREIGN KEY (created_by_id) REFERENCES people (id)
  )`,
  `CREATE INDEX ix_attachments_note_id ON attachments (note_id)`,
  `CREATE INDEX ix_attachments_created_by_id ON attachments (created_by_id)`,
  `CREATE TABLE attachment_bytes (
    attachment_id uuid NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT pk_attachment_bytes PRIMARY KEY (attachment_id),
    CONSTRAINT fk_attachment_bytes_attachment FOREIGN KEY (attachment_id) REFERENCES attachments (id)
  )`,
  // What is compressed already is not compressed once more.
  `ALTER TABLE attachment_bytes ALTER COLUMN bytes SET STORAGE EXTERNAL`,
];
