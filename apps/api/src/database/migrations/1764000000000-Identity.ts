import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, their sign-ins, organisations, the outbox and the audit trail. */
export class Identity1764000000000 implements MigrationInterface {
  readonly name = 'Identity1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const up = [
  `CREATE TABLE organisations (
    id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    abbreviation text NOT NULL DEFAULT '',
    kind text NOT NULL,
    region text NOT NULL DEFAULT '',
    parent_id uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_organisations PRIMARY KEY (id),
    CONSTRAINT uq_organisations_slug UNIQUE (slug),
    CONSTRAINT ck_organisations_parent CHECK (parent_id <> id),
    CONSTRAINT fk_organisations_parent FOREIGN KEY (parent_id) REFERENCES organisations (id)
  )`,
  `CREATE INDEX ix_organisations_parent_id ON organisations (parent_id)`,
  `CREATE TABLE organisation_names (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    name text NOT NULL,
    until timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_organisation_names PRIMARY KEY (id),
    CONSTRAINT fk_organisation_names_organisation FOREIGN KEY (organisation_id) REFERENCES organisations (id) ON DELETE CASCADE
  )`,
  `CREATE INDEX ix_organisation_names_organisation_id ON organisation_names (organisation_id)`,
  `CREATE TABLE people (
    id uuid NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    job_title text NOT NULL DEFAULT '',
    organisation_id uuid,
    language text NOT NULL DEFAULT 'nl',
    platform_role text NOT NULL DEFAULT 'member',
    password_hash text,
    disabled_at timestamptz,
    last_seen_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_people PRIMARY KEY (id),
    CONSTRAINT uq_people_email UNIQUE (email),
    CONSTRAINT ck_people_email CHECK (email = lower(email)),
    CONSTRAINT ck_people_language CHECK (language IN ('nl', 'en')),
    CONSTRAINT ck_people_platform_role CHECK (platform_role IN ('member', 'administrator', 'auditor')),
    CONSTRAINT fk_people_organisation FOREIGN KEY (organisation_id) REFERENCES organisations (id)
  )`,
  `CREATE INDEX ix_people_organisation_id ON people (organisation_id)`,
  `CREATE TABLE login_sessions (
    id uuid NOT NULL,
    token_hash bytea NOT NULL,
    person_id uuid NOT NULL,
    device text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    absolute_expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT pk_login_sessions PRIMARY KEY (id),
    CONSTRAINT uq_login_sessions_token_hash UNIQUE (token_hash),
    CONSTRAINT fk_login_sessions_person FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
  )`,
  `CREATE INDEX ix_login_sessions_person_id ON login_sessions (person_id)`,
  `CREATE TABLE sign_in_tokens (
    id uuid NOT NULL,
    token_hash bytea NOT NULL,
    person_id uuid,
    purpose text NOT NULL,
    next text NOT NULL DEFAULT '/',
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    CONSTRAINT pk_sign_in_tokens PRIMARY KEY (id),
    CONSTRAINT uq_sign_in_tokens_token_hash UNIQUE (token_hash),
    CONSTRAINT ck_sign_in_tokens_person CHECK ((purpose = 'setup') = (person_id IS NULL)),
    CONSTRAINT fk_sign_in_tokens_person FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
  )`,
  `CREATE INDEX ix_sign_in_tokens_person_id ON sign_in_tokens (person_id)`,
  `CREATE TABLE outbox_mails (
    id uuid NOT NULL,
    recipient text NOT NULL,
    template text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    state text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    sent_at timestamptz,
    CONSTRAINT pk_outbox_mails PRIMARY KEY (id),
    CONSTRAINT ck_outbox_mails_state CHECK (state IN ('waiting', 'sent', 'failed', 'kept'))
  )`,
  `CREATE INDEX ix_outbox_mails_waiting ON outbox_mails (next_attempt_at) WHERE state = 'waiting'`,
  `CREATE INDEX ix_outbox_mails_kept ON outbox_mails (id) WHERE state = 'kept' AND attempts = 0`,
  `CREATE TABLE audit_events (
    id uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    actor_id uuid,
    action text NOT NULL,
    object_type text NOT NULL,
    object_id text,
    result text NOT NULL,
    address text NOT NULL,
    correlation_id text NOT NULL,
    CONSTRAINT pk_audit_events PRIMARY KEY (id),
    CONSTRAINT ck_audit_events_result CHECK (result IN ('done', 'refused'))
  )`,
  `CREATE INDEX ix_audit_events_at ON audit_events (at)`,
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
  `CREATE TRIGGER tr_audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events
    FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER tr_audit_events_no_truncate BEFORE TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  // The shape that rate-limiter-flexible expects.
  `CREATE TABLE attempt_limits (
    key varchar(255) NOT NULL,
    points integer NOT NULL DEFAULT 0,
    expire bigint,
    CONSTRAINT pk_attempt_limits PRIMARY KEY (key)
  )`,
];

const down = [
  'DROP TABLE attempt_limits, audit_events, outbox_mails, sign_in_tokens, login_sessions, people, organisation_names, organisations',
  'DROP FUNCTION refuse_change',
];
