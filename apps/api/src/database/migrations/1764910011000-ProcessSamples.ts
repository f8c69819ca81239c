import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each API process measured of itself, for the administrators. */
export class ProcessSamples1764910011000 implements MigrationInterface {
  readonly name = 'ProcessSamples1764910011000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE process_samples (
         process_id uuid NOT NULL,
         at timestamptz NOT NULL DEFAULT now(),
         started_at timestamptz NOT NULL,
         figures jsonb NOT NULL,
         CONSTRAINT pk_process_samples PRIMARY KEY (process_id, at)
       )`,
    );
    await runner.query('CREATE INDEX ix_process_samples_at ON process_samples (at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE process_samples');
  }
}
