import path from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { build } from './build.ts';
import { fill } from './data/fill.ts';
import { readEnvFile, startOwnDatabase } from './start-database.ts';
import { migrateDatabase } from './migrate-database.ts';

const { values } = parseArgs({
  options: {
    cops: { type: 'string', default: '50' },
    people: { type: 'string' },
    cases: { type: 'string', default: '2000' },
    notes: { type: 'string', default: '10000' },
    comments: { type: 'string' },
  },
});

const count = (value: string | undefined, otherwise: number) => {
  const number = value === undefined ? otherwise : Number(value);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${value} is not a number of at least 1.`);
  return number;
};

/** Fills a database of its own with made-up CoPs, people, cases and notes, to see how Kring does with many of them. */
async function main(): Promise<void> {
  readEnvFile();
  process.env['KRING_DATA_DIR'] ||= path.resolve(import.meta.dirname, '..', '.kring-data');
  const cops = count(values.cops, 0);
  const notes = count(values.notes, 0);
  const amounts = {
    cops,
    people: Math.max(count(values.people, cops * 8), cops),
    cases: count(values.cases, 0),
    notes,
    comments: count(values.comments, notes),
  };
  await build(console.log, ['@kring/api', '@kring/contracts', '@kring/domain', '@kring/collab-protocol']);
  const own = await startOwnDatabase();
  try {
    const url = own?.url ?? process.env['DATABASE_URL'] ?? '';
    await migrateDatabase(url);
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      const { rowCount } = await client.query('SELECT 1 FROM people LIMIT 1');
      if (rowCount) throw new Error('This database is not empty: name another folder with KRING_DATA_DIR.');
      const begin = Date.now();
      await fill(client, amounts, console.log);
      console.log(`Filled ${process.env['KRING_DATA_DIR']} in ${Math.round((Date.now() - begin) / 1000)} s.`);
    } finally {
      await client.end();
    }
  } finally {
    await own?.stop();
  }
}

await main();
