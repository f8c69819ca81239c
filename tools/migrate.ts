import { build } from './build.ts';
import { migrateDatabase } from './migrate-database.ts';
import { readEnvFile, startOwnDatabase } from './start-database.ts';

/** Brings the schema of the database up to date, without starting anything that answers people. */
async function main(): Promise<void> {
  readEnvFile();
  await build(console.log, ['@kring/api', '@kring/contracts', '@kring/domain', '@kring/collab-protocol']);
  const own = await startOwnDatabase();
  try {
    const done = await migrateDatabase(own?.url ?? process.env['DATABASE_URL'] ?? '');
    console.log(done.length === 0 ? 'The database is up to date.' : `Migrated: ${done.join(', ')}`);
  } finally {
    await own?.stop();
  }
}

await main();
