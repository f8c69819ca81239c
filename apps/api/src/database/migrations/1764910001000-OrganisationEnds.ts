import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations that end or go up in others, and why a mail did not go out. */
export class OrganisationEnds1764910001000 implements MigrationInterface {
  readonly name = 'OrganisationEnds1764910001000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const choices = [
  { table: 'people', column: 'organisation_id' },
  { table: 'cops', column: 'coordinator_id' },
] as const;

const up = [
  `ALTER TABLE organisations
    ADD ended_on date,
    ADD successor_id uuid,
    ADD CONSTRAINT fk_organisations_successor FOREIGN KEY (successor_id) REFERENCES organisations (id),
    ADD CONSTRAINT ck_organisations_successor CHECK (successor_id <> id),
    ADD CONSTRAINT ck_organisations_ended CHECK (successor_id IS NULL OR ended_on IS NOT NULL)`,
  `CREATE INDEX ix_organisations_successor_id ON organisations (successor_id)`,
  // Whoever chooses an organisation while it is being ended waits for that, and then hears that it has ended.
  ...choices.flatMap(({ table, column }) => [
    `CREATE FUNCTION ${table}_require_open_organisation() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE ended date;
      BEGIN
        SELECT ended_on INTO ended FROM organisations WHERE id = NEW.${column} FOR SHARE;
        IF ended IS NOT NULL THEN
          RAISE EXCEPTION 'this organisation has ended'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_${table}_open_organisation';
        END IF;
        RETURN NEW;
      END $$`,
    `CREATE TRIGGER tr_${table}_open_organisation_new BEFORE INSERT ON ${table}
      FOR EACH ROW WHEN (NEW.${column} IS NOT NULL) EXECUTE FUNCTION ${table}_require_open_organisation()`,
    `CREATE TRIGGER tr_${table}_open_organisation BEFORE UPDATE OF ${column} ON ${table}
      FOR EACH ROW WHEN (NEW.${column} IS NOT NULL AND NEW.${column} IS DISTINCT FROM OLD.${column})
      EXECUTE FUNCTION ${table}_require_open_organisation()`,
  ]),
  `ALTER TABLE outbox_mails
    ADD failure_reason text,
    ADD failure_answer text NOT NULL DEFAULT ''`,
  `CREATE INDEX ix_outbox_mails_failed ON outbox_mails (id) WHERE state = 'failed'`,
];

const down = [
  `DROP INDEX ix_outbox_mails_failed`,
  `ALTER TABLE outbox_mails DROP failure_reason, DROP failure_answer`,
  ...choices.flatMap(({ table }) => [
    `DROP TRIGGER tr_${table}_open_organisation ON ${table}`,
    `DROP TRIGGER tr_${table}_open_organisation_new ON ${table}`,
    `DROP FUNCTION ${table}_require_open_organisation()`,
  ]),
  `ALTER TABLE organisations DROP successor_id, DROP ended_on`,
];
