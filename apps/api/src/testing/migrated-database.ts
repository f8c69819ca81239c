import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../tools/testing/database.ts';
import { createDataSource } from '../database/data-source.ts';
import { migrate } from '../database/migrate.ts';

const templateLock = 4_714_620_252;

/** A database of its own with the present schema and no rows: a copy of a template that is migrated once. */
export async function createMigratedDatabase(): Promise<TestDatabase> {
  return createTestDatabase({ template: await prepareTemplate() });
}

let template: Promise<string> | undefined;

function prepareTemplate(): Promise<string> {
  template ??= buildTemplate();
  return template;
}

async function buildTemplate(): Promise<string> {
  const clusterUrl = process.env['KRING_TEST_POSTGRES_URL'];
  if (clusterUrl === undefined) throw new Error('No test PostgreSQL: name the file *.pg.spec.ts');
  const name = `kring_template_${hashOfMigrations()}`;
  const client = new Client({ connectionString: clusterUrl });
  await client.connect();
  try {
    // Jest's workers start at once; one of them builds the template.
    await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) {
      const building = `${name}_building`;
      await client.query(`DROP DATABASE IF EXISTS "${building}" WITH (FORCE)`);
      await client.query(`CREATE DATABASE "${building}"`);
      await migrateDatabase(clusterUrl, building);
      await client.query(`ALTER DATABASE "${building}" RENAME TO "${name}"`);
    }
  } finally {
    await client.end();
  }
  return name;
}

async function migrateDatabase(clusterUrl: string, name: string): Promise<void> {
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  const dataSource = createDataSource({ url: url.href, poolSize: 2 });
  await dataSource.initialize();
  try {
    await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

function hashOfMigrations(): string {
  const folder = path.join(import.meta.dirname, '../database/migrations');
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(path.join(folder, file)));
  return hash.digest('hex').slice(0, 16);
}
