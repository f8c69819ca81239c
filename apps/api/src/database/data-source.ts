import { setTimeout as wait } from 'node:timers/promises';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { errorCodeOf } from '../common/error-code.ts';
import { isDatabaseAway } from './database-away.ts';
import { entities } from './schema.ts';
import { migrations } from './migrations.ts';
import { SnakeNamingStrategy } from './snake-naming-strategy.ts';

export interface DatabaseOptions {
  readonly url: string;
  readonly poolSize: number;
}

const connectTimeoutMs = 5_000;
// Nothing that a person waits for takes longer; a query that does is a fault, and must not hold its locks.
const statementTimeoutMs = 15_000;

/** The one way to a data source: product, command line and tests get the same schema and the same limits. */
export function createDataSource({ url, poolSize }: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities],
    migrations: [...migrations],
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    logging: false,
    poolSize,
    connectTimeoutMS: connectTimeoutMs,
    applicationName: 'kring',
    installExtensions: false,
    extra: { statement_timeout: statementTimeoutMs, idle_in_transaction_session_timeout: statementTimeoutMs },
  } satisfies DataSourceOptions);
}

const reachWithinMs = 30_000;
const pauseMs = 500;

/** No database answered; says why without saying where, for the address may hold a password. */
export class DatabaseUnreachableError extends Error {
  constructor(cause: unknown) {
    super(`The database cannot be reached (${errorCodeOf(cause) ?? 'no answer'}): see DATABASE_URL`, {
      cause,
    });
    this.name = 'DatabaseUnreachableError';
  }
}

/** Opens the pool. A database that is still starting, as after a power cut, is waited for. */
export async function connect(dataSource: DataSource, withinMs: number = reachWithinMs): Promise<void> {
  for (const end = Date.now() + withinMs; ; await wait(pauseMs)) {
    try {
      await dataSource.initialize();
      return;
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      if (Date.now() > end) throw new DatabaseUnreachableError(error);
    }
  }
}
