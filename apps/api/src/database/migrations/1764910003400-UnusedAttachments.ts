import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when no text shows an attachment. */
export class UnusedAttachments1764910003400 implements MigrationInterface {
  readonly name = 'UnusedAttachments1764910003400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE attachments ADD COLUMN unused_since timestamptz');
    await runner.query(
      'CREATE INDEX ix_attachments_unused_since ON attachments (unused_since) WHERE unused_since IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE attachments DROP COLUMN unused_since');
  }
}
