import path from 'node:path';
import { pathToFileURL } from 'node:url';

interface ApiDatabase {
  createDataSource(options: { url: string; poolSize: number }): {
    initialize(): Promise<unknown>;
    destroy(): Promise<void>;
  };
  migrate(dataSource: unknown): Promise<readonly string[]>;
}

/** Brings the schema of a database up to date with the API that has been built; returns what was done. */
export async function migrateDatabase(url: string): Promise<readonly string[]> {
  const dist = path.resolve(import.meta.dirname, '..', 'apps', 'api', 'dist', 'database');
  const load = (file: string) => import(pathToFileURL(path.join(dist, file)).href) as Promise<ApiDatabase>;
  await import('reflect-metadata' as string);
  const { createDataSource } = await load('data-source.js');
  const { migrate } = await load('migrate.js');
  const dataSource = createDataSource({ url, poolSize: 2 });
  await dataSource.initialize();
  try {
    return await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
