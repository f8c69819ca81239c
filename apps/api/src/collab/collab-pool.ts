import { Pool } from 'pg';

/** Few, because appends go one at a time; its own, so that slow pages cannot keep writers waiting. */
const CONNECTIONS = 4;
const TIMEOUT = 5_000;

/** Connections for live texts alone. An append is on disk when it answers, whatever the database's default. */
export function createCollabPool(databaseUrl: string, onError: (error: unknown) => void): Pool {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: CONNECTIONS,
    application_name: 'kring-collab',
    connectionTimeoutMillis: TIMEOUT,
    statement_timeout: TIMEOUT,
    query_timeout: 2 * TIMEOUT,
    lock_timeout: TIMEOUT,
    keepAlive: true,
    options: '-c synchronous_commit=on',
  });
  pool.on('error', onError);
  return pool;
}
