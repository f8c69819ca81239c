import { Server } from '@hocuspocus/server';
import pg from 'pg';
import * as Y from 'yjs';
import { ready } from './ready.ts';

/** Hocuspocus as it comes; with STORE_URL it stores to PostgreSQL, at its own pace of 2 to 10 s. */
const storeUrl = process.env['STORE_URL'];
const pool = storeUrl === undefined ? null : new pg.Pool({ connectionString: storeUrl, max: 10 });
await pool?.query('CREATE TABLE IF NOT EXISTS documents (name text PRIMARY KEY, data bytea NOT NULL)');

const server = new Server({
  address: '127.0.0.1',
  port: Number(process.env['PORT']),
  quiet: true,
  ...(pool && {
    onLoadDocument: async ({ documentName, document }) => {
      const { rows } = await pool.query<{ data: Buffer }>('SELECT data FROM documents WHERE name = $1', [
        documentName,
      ]);
      if (rows[0]) Y.applyUpdate(document, rows[0].data);
    },
    onStoreDocument: async ({ documentName, document }) => {
      await pool.query(
        'INSERT INTO documents (name, data) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET data = excluded.data',
        [documentName, Buffer.from(Y.encodeStateAsUpdate(document))],
      );
    },
  }),
});
await server.listen();
ready();
