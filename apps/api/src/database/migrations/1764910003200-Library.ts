import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files and links of CoPs. */
export class Library1764910003200 implements MigrationInterface {
  readonly name = 'Library1764910003200';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE library_item_bytes, library_items');
  }
}

const up = [
  `CREATE TABLE library_items (
    id uuid NOT NULL,
    cop_id uuid NOT NULL,
    title text NOT NULL,
    description text NOT NULL DEFAULT '',
    url text,
    file_name text,
    media_type text,
    size integer,
    created_by_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    removed_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT pk_library_items PRIMARY KEY (id),
    CONSTRAINT ck_library_items_kind CHECK (
      num_nonnulls(file_name, media_type, size) = CASE WHEN url IS NULL THEN 3 ELSE 0 END),
    CONSTRAINT fk_library_items_cop FOREIGN KEY (cop_id) REFERENCES cops (id),
    CONSTRAINT fk_library_items_created_by FOREIGN KEY (created_by_id) REFERENCES people (id)
  )`,
  `CREATE INDEX ix_library_items_cop_id_id ON library_items (cop_id, id)`,
  `CREATE INDEX ix_library_items_created_by_id ON library_items (created_by_id)`,
  `CREATE INDEX ix_library_items_removed_at ON library_items (removed_at)`,
  `CREATE TABLE library_item_bytes (
    item_id uuid NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT pk_library_item_bytes PRIMARY KEY (item_id),
    CONSTRAINT fk_library_item_bytes_item FOREIGN KEY (item_id) REFERENCES library_items (id)
  )`,
  // What is compressed already is not compressed once more.
  `ALTER TABLE library_item_bytes ALTER COLUMN bytes SET STORAGE EXTERNAL`,
];
