import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a text says of people, and up to where people were told of it. */
export class NoteNews1764910003300 implements MigrationInterface {
  readonly name = 'NoteNews1764910003300';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE note_news');
    await runner.query('ALTER TABLE settled_documents DROP COLUMN signs');
  }
}

const up = [
  `ALTER TABLE settled_documents ADD COLUMN signs jsonb`,
  `CREATE TABLE note_news (
    note_id uuid NOT NULL,
    seq bigint NOT NULL DEFAULT 0,
    signs jsonb,
    CONSTRAINT pk_note_news PRIMARY KEY (note_id),
    CONSTRAINT fk_note_news_note FOREIGN KEY (note_id) REFERENCES notes (id)
  )`,
  // What stands in a text by now is no news, whoever it concerns.
  `INSERT INTO note_news (note_id, seq)
   SELECT n.id, s.seq FROM notes n JOIN settled_documents s ON s.document_id = n.document_id WHERE s.seq > 0`,
];
