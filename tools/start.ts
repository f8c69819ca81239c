import { ApiProcess } from './api-process.ts';
import { build } from './build.ts';
import type { EmbeddedPostgres } from './embedded-postgres.ts';
import { isPortFree } from './free-port.ts';
import { dataFolder, readEnvFile, startOwnDatabase } from './start-database.ts';

const say = (line: string) => console.log(line);

/** Ends with one clear line instead of a stack: a person reads this. */
class CannotStart extends Error {}

let database: EmbeddedPostgres | null = null;
let api: ApiProcess | null = null;
let ending: Promise<never> | null = null;

/** First the API, so that everything typed is stored and acknowledged, then its database. Asking twice changes nothing. */
function end(code: number): Promise<never> {
  ending ??= (async () => {
    if (api !== null) say('Stopping ...');
    await api?.stop();
    await database?.stop();
    process.exit(code);
  })();
  return ending;
}

async function start(): Promise<void> {
  readEnvFile();
  const port = Number(process.env['PORT'] || 3000);
  const host = process.env['HOST'] || '127.0.0.1';
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new CannotStart(`PORT must be a number from 1 to 65535.`);
  }
  if (!(await isPortFree(port, host))) {
    throw new CannotStart(
      `Port ${port} is in use by another program. End it, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  // Stories that start many times have built once before.
  if (process.env['KRING_BUILD'] !== 'done') await build(say);
  await startDatabase();
  if (ending !== null) return;
  // Not `localhost`: this is asked from here, whatever the address that people use.
  const address = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;
  api = new ApiProcess({
    address,
    say,
    env: {
      NODE_ENV: 'production',
      KRING_DEMO: 'true',
      // A person reads along here: what is well needs no line of its own.
      LOG_LEVEL: 'warn',
      ...process.env,
      PORT: String(port),
      HOST: host,
      KRING_DATA_DIR: dataFolder(),
      ...(database !== null && { DATABASE_URL: database.url }),
    },
    onGivenUp: () => void end(1),
  });
  api.start();
  if (!(await api.untilReady()) && ending === null)
    throw new CannotStart('Kring did not become ready in time.');
}

/** On a restart the API still knows the old port, so the database comes back on it. */
async function startDatabase(port?: number): Promise<void> {
  try {
    database = await startOwnDatabase(port);
  } catch (error) {
    throw new CannotStart(error instanceof Error ? error.message : String(error));
  }
  database?.onUnexpectedExit(() => void restartDatabase());
}

async function restartDatabase(): Promise<void> {
  if (ending !== null || database === null) return;
  say('PostgreSQL ended unexpectedly: starting it again.');
  try {
    await startDatabase(database.port);
    say('PostgreSQL runs again.');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    await end(1);
  }
}

for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, () => void end(0));
process.on('disconnect', () => void end(0));
process.channel?.unref();

start().catch(async (error: unknown) => {
  console.error(
    error instanceof CannotStart || (error instanceof Error && error.message.startsWith('The build failed'))
      ? error.message
      : error,
  );
  await end(1);
});
