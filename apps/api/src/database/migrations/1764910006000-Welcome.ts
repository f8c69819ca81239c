import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a CoP says to new members and asks of everybody, and who has read the welcome. */
export class Welcome1764910006000 implements MigrationInterface {
  readonly name = 'Welcome1764910006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE cops ADD COLUMN welcome text NOT NULL DEFAULT '',
         ADD COLUMN house_rules text NOT NULL DEFAULT ''`,
    );
    await runner.query('ALTER TABLE cop_members ADD COLUMN welcomed_at timestamptz');
    // Who is a member already is not new.
    await runner.query('UPDATE cop_members SET welcomed_at = since');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cop_members DROP COLUMN welcomed_at');
    await runner.query('ALTER TABLE cops DROP COLUMN welcome, DROP COLUMN house_rules');
  }
}
