import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The cases that changed last, of all CoPs: without reading the others. */
export class RecentCases1764800100000 implements MigrationInterface {
  readonly name = 'RecentCases1764800100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX ix_cases_updated_at ON cases (updated_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_cases_updated_at');
  }
}
