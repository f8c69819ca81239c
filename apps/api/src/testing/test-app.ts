import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { readSettings, type Settings } from '../config/settings.ts';
import { createApp } from '../create-app.ts';
import { createMigratedDatabase } from './migrated-database.ts';

export interface TestApp {
  readonly app: NestExpressApplication;
  /** Address of the listening server, without a slash at the end. */
  readonly url: string;
  readonly databaseUrl: string;
  /** Asks the database directly, for what cannot be seen from outside. */
  query<T>(sql: string, parameters?: unknown[]): Promise<T[]>;
  /** Stops the server and drops its database. */
  close(): Promise<void>;
}

/** The whole server on a free port, with a fresh database of its own or, `beside` another, with that one's. */
export async function startTestApp(
  overrides: Partial<Settings> = {},
  beside?: Pick<TestApp, 'databaseUrl'>,
): Promise<TestApp> {
  const database = beside
    ? { url: beside.databaseUrl, drop: () => Promise.resolve() }
    : await createMigratedDatabase();
  const settings = readSettings({
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: database.url,
    KRING_SECRET: 'a secret for tests only, 32 characters or more',
    LOG_LEVEL: 'silent',
    PUBLIC_URL: 'http://localhost:3000',
  });
  const app = await createApp({ ...settings, ...overrides });
  // Client and server share one process here: on a busy machine a connection would be ended while it is taken again.
  app.getHttpServer().keepAliveTimeout = 30_000;
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    app,
    url: `http://127.0.0.1:${port}`,
    databaseUrl: database.url,
    query: (sql, parameters) => app.get(DataSource).query(sql, parameters),
    async close() {
      await app.close();
      await database.drop();
    },
  };
}
