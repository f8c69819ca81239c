import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who runs this platform, and where its statements on privacy and accessibility stand. */
export class PlatformStatements1764910008000 implements MigrationInterface {
  readonly name = 'PlatformStatements1764910008000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE platform_settings
        ADD COLUMN operator text,
        ADD COLUMN privacy_url text,
        ADD COLUMN accessibility_url text
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE platform_settings
        DROP COLUMN operator,
        DROP COLUMN privacy_url,
        DROP COLUMN accessibility_url
    `);
  }
}
