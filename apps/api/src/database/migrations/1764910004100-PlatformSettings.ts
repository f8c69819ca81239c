import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What administrators decide on for the whole of Kring, and when a backup was made. */
export class PlatformSettings1764910004100 implements MigrationInterface {
  readonly name = 'PlatformSettings1764910004100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_cop_invites_open_id');
    await runner.query('DROP TABLE backup_records, platform_logo, platform_settings');
  }
}

const up = [
  `CREATE TABLE platform_settings (
    id smallint NOT NULL DEFAULT 1,
    name text,
    network_name text,
    contact_email text,
    default_language text NOT NULL DEFAULT 'nl',
    languages text[] NOT NULL DEFAULT '{nl,en}',
    accent_light text,
    accent_dark text,
    mail_tested_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT pk_platform_settings PRIMARY KEY (id),
    CONSTRAINT ck_platform_settings_one CHECK (id = 1),
    CONSTRAINT ck_platform_settings_languages CHECK (default_language = ANY (languages)),
    CONSTRAINT ck_platform_settings_accent CHECK ((accent_light IS NULL) = (accent_dark IS NULL))
  )`,
  `INSERT INTO platform_settings DEFAULT VALUES`,
  `CREATE TABLE platform_logo (
    id smallint NOT NULL DEFAULT 1,
    media_type text NOT NULL,
    bytes bytea NOT NULL,
    hash text NOT NULL,
    CONSTRAINT pk_platform_logo PRIMARY KEY (id),
    CONSTRAINT ck_platform_logo_one CHECK (id = 1)
  )`,
  // The overview of administrators, newest first.
  `CREATE INDEX ix_cop_invites_open_id ON cop_invites (id) WHERE accepted_at IS NULL AND revoked_at IS NULL`,
  // Whatever makes the backups says so here; see docs/operations.md.
  `CREATE TABLE backup_records (
    at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_backup_records PRIMARY KEY (at)
  )`,
];
