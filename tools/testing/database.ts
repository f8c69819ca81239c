import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  readonly url: string;
  /** Ends what is still connected, too. */
  drop(): Promise<void>;
}

/** An empty database of its own (or a copy of `template`, to which nobody may be connected) in the cluster of this run. */
export async function createTestDatabase(options: { template?: string } = {}): Promise<TestDatabase> {
  const cluster = process.env['KRING_TEST_POSTGRES_URL'];
  if (cluster === undefined) {
    throw new Error('No test PostgreSQL: name the file *.pg.spec.ts or put it under tests/.');
  }
  const name = `test_${randomBytes(8).toString('hex')}`;
  const template =
    options.template === undefined ? '' : ` TEMPLATE "${options.template.replaceAll('"', '""')}"`;
  await execute(cluster, `CREATE DATABASE "${name}"${template}`);
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => execute(cluster, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
  };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
