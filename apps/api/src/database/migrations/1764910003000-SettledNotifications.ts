import type { MigrationInterface, QueryRunner } from 'typeorm';

/** To find everybody who is asked something, once it has been done. */
export class SettledNotifications1764910003000 implements MigrationInterface {
  readonly name = 'SettledNotifications1764910003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX ix_notifications_kind_object_key ON notifications (kind, object_key) WHERE read_at IS NULL`,
    );
    // A kind that nothing ever told of.
    await runner.query(`DELETE FROM notification_preferences WHERE kind = 'comment-assigned'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_notifications_kind_object_key');
  }
}
