import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';
import { migrations } from './migrations.ts';

// Any constant will do, as long as every process takes the same.
const lockKey = 4_714_620_251;

/** The database has been migrated by a newer version of Kring than this one. */
export class NewerSchemaError extends Error {
  constructor(names: readonly string[]) {
    super(`The database was migrated by a newer version of Kring (${names.join(', ')})`);
    this.name = 'NewerSchemaError';
  }
}

/** Brings the schema up to date. Processes that start at once wait for each other; returns what was done. */
export async function migrate(dataSource: DataSource): Promise<readonly string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query("SET statement_timeout = '10min'");
    await runner.query('SELECT pg_advisory_lock($1)', [lockKey]);
    const unknown = await unknownMigrations(runner);
    if (unknown.length > 0) throw new NewerSchemaError(unknown);
    // By this connection: `runMigrations` takes another one, which would give up on a large table.
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'each';
    const done = await executor.executePendingMigrations();
    return done.map(({ name }) => name);
  } finally {
    await runner.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    await runner.query('RESET statement_timeout').catch(() => undefined);
    await runner.release();
  }
}

/** True when every migration of this version has run. */
export async function isMigrated(dataSource: DataSource): Promise<boolean> {
  const rows = await dataSource.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM schema_migrations',
  );
  return (rows[0]?.count ?? 0) >= migrations.length;
}

async function unknownMigrations(runner: QueryRunner): Promise<string[]> {
  const [table] = (await runner.query("SELECT to_regclass('schema_migrations') IS NOT NULL AS exists")) as {
    exists: boolean;
  }[];
  if (!table?.exists) return [];
  const known = new Set(migrations.map(({ name }) => name));
  const rows = (await runner.query('SELECT name FROM schema_migrations')) as { name: string }[];
  return rows.map(({ name }) => name).filter((name) => !known.has(name));
}
