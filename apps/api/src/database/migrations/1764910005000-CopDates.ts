import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The timeline of a CoP. */
export class CopDates1764910005000 implements MigrationInterface {
  readonly name = 'CopDates1764910005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE cop_dates (
      id uuid NOT NULL,
      cop_id uuid NOT NULL,
      title text NOT NULL,
      day date NOT NULL,
      "time" text NOT NULL DEFAULT '',
      place text NOT NULL DEFAULT '',
      url text NOT NULL DEFAULT '',
      is_public boolean NOT NULL DEFAULT false,
      version integer NOT NULL DEFAULT 1,
      created_by_id uuid NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT pk_cop_dates PRIMARY KEY (id),
      CONSTRAINT fk_cop_dates_cop FOREIGN KEY (cop_id) REFERENCES cops (id),
      CONSTRAINT fk_cop_dates_created_by FOREIGN KEY (created_by_id) REFERENCES people (id)
    )`);
    await runner.query('CREATE INDEX ix_cop_dates_cop_id_day ON cop_dates (cop_id, day)');
    await runner.query('CREATE INDEX ix_cop_dates_day ON cop_dates (day) WHERE is_public');
    await runner.query('CREATE INDEX ix_cop_dates_created_by_id ON cop_dates (created_by_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE cop_dates');
  }
}
