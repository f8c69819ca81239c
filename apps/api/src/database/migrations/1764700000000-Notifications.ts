import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told, what they follow, how they want to be told, and mails that are written when they are sent. */
export class Notifications1764700000000 implements MigrationInterface {
  readonly name = 'Notifications1764700000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const up = [
  // One row for all of one kind about one object that a person has not read yet; its events say who did what when.
  `CREATE TABLE notifications (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    object_key text NOT NULL,
    cop_id uuid NOT NULL,
    case_id uuid,
    note_id uuid,
    thread_id uuid,
    section_id text,
    is_listed boolean NOT NULL,
    created_at timestamptz NOT NULL,
    last_at timestamptz NOT NULL,
    read_at timestamptz,
    mail_after timestamptz,
    mailed_at timestamptz,
    CONSTRAINT pk_notifications PRIMARY KEY (id),
    CONSTRAINT ck_notifications_place CHECK (note_id IS NULL OR case_id IS NOT NULL),
    CONSTRAINT fk_notifications_person FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE,
    CONSTRAINT fk_notifications_cop FOREIGN KEY (cop_id) REFERENCES cops (id) ON DELETE CASCADE,
    CONSTRAINT fk_notifications_case FOREIGN KEY (case_id) REFERENCES cases (id) ON DELETE CASCADE,
    CONSTRAINT fk_notifications_note FOREIGN KEY (note_id) REFERENCES notes (id) ON DELETE CASCADE
  )`,
  `CREATE UNIQUE INDEX uq_notifications_unread ON notifications (person_id, kind, object_key) WHERE read_at IS NULL`,
  `CREATE INDEX ix_notifications_person_id_last_at ON notifications (person_id, last_at DESC, id DESC)`,
  `CREATE INDEX ix_notifications_mail_after ON notifications (mail_after) WHERE mail_after IS NOT NULL`,
  `CREATE INDEX ix_notifications_cop_id ON notifications (cop_id)`,
  `CREATE INDEX ix_notifications_case_id ON notifications (case_id)`,
  `CREATE INDEX ix_notifications_note_id ON notifications (note_id)`,
  `CREATE TABLE notification_events (
    person_id uuid NOT NULL,
    event_key text NOT NULL,
    notification_id uuid NOT NULL,
    actor_id uuid,
    comment_id uuid,
    at timestamptz NOT NULL,
    CONSTRAINT pk_notification_events PRIMARY KEY (person_id, event_key),
    CONSTRAINT fk_notification_events_notification FOREIGN KEY (notification_id) REFERENCES notifications (id)
      ON DELETE CASCADE,
    CONSTRAINT fk_notification_events_actor FOREIGN KEY (actor_id) REFERENCES people (id) ON DELETE SET NULL
  )`,
  `CREATE INDEX ix_notification_events_notification_id_at ON notification_events (notification_id, at)`,
  `CREATE INDEX ix_notification_events_actor_id ON notification_events (actor_id)`,
  // "No" stays as a row: what Kring would begin by itself does not begin again.
  `CREATE TABLE follows (
    person_id uuid NOT NULL,
    cop_id uuid,
    case_id uuid,
    note_id uuid,
    is_following boolean NOT NULL,
    is_automatic boolean NOT NULL,
    since timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ck_follows_target CHECK (num_nonnulls(cop_id, case_id, note_id) = 1),
    CONSTRAINT uq_follows_target UNIQUE NULLS NOT DISTINCT (person_id, cop_id, case_id, note_id),
    CONSTRAINT fk_follows_person FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE,
    CONSTRAINT fk_follows_cop FOREIGN KEY (cop_id) REFERENCES cops (id) ON DELETE CASCADE,
    CONSTRAINT fk_follows_case FOREIGN KEY (case_id) REFERENCES cases (id) ON DELETE CASCADE,
    CONSTRAINT fk_follows_note FOREIGN KEY (note_id) REFERENCES notes (id) ON DELETE CASCADE
  )`,
  `CREATE INDEX ix_follows_cop_id ON follows (cop_id) WHERE cop_id IS NOT NULL`,
  `CREATE INDEX ix_follows_case_id ON follows (case_id) WHERE case_id IS NOT NULL`,
  `CREATE INDEX ix_follows_note_id ON follows (note_id) WHERE note_id IS NOT NULL`,
  `CREATE TABLE notification_preferences (
    person_id uuid NOT NULL,
    kind text NOT NULL,
    in_app boolean NOT NULL,
    mail text NOT NULL,
    CONSTRAINT pk_notification_preferences PRIMARY KEY (person_id, kind),
    CONSTRAINT ck_notification_preferences_mail CHECK (mail IN ('off', 'now', 'digest')),
    CONSTRAINT fk_notification_preferences_person FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
  )`,
  // Begins with the first notification of a person; whoever mails them locks it first.
  `CREATE TABLE notification_mailings (
    person_id uuid NOT NULL,
    digest_frequency text NOT NULL,
    digest_weekday integer NOT NULL,
    digest_hour integer NOT NULL,
    next_digest_at timestamptz,
    last_digest_at timestamptz,
    last_mail_at timestamptz,
    CONSTRAINT pk_notification_mailings PRIMARY KEY (person_id),
    CONSTRAINT ck_notification_mailings_frequency CHECK (digest_frequency IN ('off', 'daily', 'weekly')),
    CONSTRAINT fk_notification_mailings_person FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
  )`,
  `CREATE INDEX ix_notification_mailings_next_digest_at ON notification_mailings (next_digest_at)`,
  `CREATE TABLE unsubscribe_tokens (
    token_hash bytea NOT NULL,
    person_id uuid NOT NULL,
    topic text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT pk_unsubscribe_tokens PRIMARY KEY (token_hash),
    CONSTRAINT ck_unsubscribe_tokens_topic CHECK (topic IN ('now', 'digest')),
    CONSTRAINT fk_unsubscribe_tokens_person FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
  )`,
  `CREATE INDEX ix_unsubscribe_tokens_person_id ON unsubscribe_tokens (person_id)`,
  // A mail that is written when it is sent names what it is about; until then nobody else can read what it will say.
  `ALTER TABLE outbox_mails ADD COLUMN source jsonb`,
  `ALTER TABLE outbox_mails DROP CONSTRAINT ck_outbox_mails_state`,
  `ALTER TABLE outbox_mails ADD CONSTRAINT ck_outbox_mails_state
     CHECK (state IN ('waiting', 'sent', 'failed', 'kept', 'dropped'))`,
];

const down = [
  `DELETE FROM outbox_mails WHERE state = 'dropped' OR source IS NOT NULL`,
  `ALTER TABLE outbox_mails DROP CONSTRAINT ck_outbox_mails_state`,
  `ALTER TABLE outbox_mails ADD CONSTRAINT ck_outbox_mails_state
     CHECK (state IN ('waiting', 'sent', 'failed', 'kept'))`,
  `ALTER TABLE outbox_mails DROP COLUMN source`,
  `DROP TABLE unsubscribe_tokens, notification_mailings, notification_preferences, follows, notification_events,
     notifications`,
];
