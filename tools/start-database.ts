import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Values of `.env` count where the environment itself says nothing. */
export function readEnvFile(): void {
  const file = path.join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

export function dataFolder(): string {
  return path.resolve(root, process.env['KRING_DATA_DIR'] || '.kring');
}

/** The database of the data folder; null where DATABASE_URL names another. */
export async function startOwnDatabase(port?: number): Promise<EmbeddedPostgres | null> {
  if (process.env['DATABASE_URL']) return null;
  const dir = path.join(dataFolder(), 'postgres');
  mkdirSync(dir, { recursive: true });
  return startEmbeddedPostgres({ dir, ...(port !== undefined && { port }) });
}
