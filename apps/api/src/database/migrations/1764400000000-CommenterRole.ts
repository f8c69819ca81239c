import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A role between observer and participant: reads and comments, does not write. */
export class CommenterRole1764400000000 implements MigrationInterface {
  readonly name = 'CommenterRole1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    await setRoles(runner, "'observer', 'commenter', 'participant', 'facilitator'");
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) {
      await runner.query(`UPDATE ${table} SET role = 'observer' WHERE role = 'commenter'`);
    }
    await setRoles(runner, "'observer', 'participant', 'facilitator'");
  }
}

const tables = ['cop_members', 'cop_invites'];

async function setRoles(runner: QueryRunner, roles: string): Promise<void> {
  for (const table of tables) {
    await runner.query(
      `ALTER TABLE ${table} DROP CONSTRAINT ck_${table}_role,
         ADD CONSTRAINT ck_${table}_role CHECK (role IN (${roles}))`,
    );
  }
}
