import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In which language a mail is written, so that mail readers and voices know. */
export class MailLanguage1764910007000 implements MigrationInterface {
  readonly name = 'MailLanguage1764910007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox_mails ADD COLUMN language text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox_mails DROP COLUMN language');
  }
}
