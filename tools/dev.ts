import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isPortFree } from './free-port.ts';
import { signal, untilGone } from './processes.ts';
import { dataFolder, readEnvFile, startOwnDatabase } from './start-database.ts';

const root = path.resolve(import.meta.dirname, '..');
const children: ChildProcess[] = [];
const STOP_MS = 15_000;

function run(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): void {
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  children.push(child);
}

/** Both apps straight from their sources: a change of the API starts it again, a change of the web shows at once. */
async function main(): Promise<void> {
  readEnvFile();
  const apiPort = Number(process.env['PORT'] || 3000);
  const webPort = Number(process.env['WEB_PORT'] || 5173);
  for (const port of [apiPort, webPort]) {
    if (await isPortFree(port, '127.0.0.1')) continue;
    console.error(
      `Port ${port} is in use by another program. Choose others: PORT=... WEB_PORT=... npm run dev`,
    );
    process.exit(1);
  }
  const database = await startOwnDatabase();
  const endWithParent = path.join(root, 'tools', 'end-with-parent.mjs');
  run(
    [
      '--watch',
      '--watch-preserve-output',
      '--conditions=kring-source',
      '--disable-proto=delete',
      '--enable-source-maps',
      '--disable-warning=ExperimentalWarning',
      `--import=${path.join(root, 'tools', 'transpile.mjs')}`,
      path.join(root, 'apps', 'api', 'src', 'main.ts'),
    ],
    root,
    {
      NODE_ENV: 'development',
      KRING_DEMO: 'true',
      PUBLIC_URL: `http://localhost:${webPort}`,
      ...process.env,
      PORT: String(apiPort),
      KRING_DATA_DIR: dataFolder(),
      ...(database !== null && { DATABASE_URL: database.url }),
    },
  );
  const fromWeb = createRequire(path.join(root, 'apps', 'web', 'package.json'));
  const vite = path.join(path.dirname(fromWeb.resolve('vite/package.json')), 'bin', 'vite.js');
  run(
    [`--import=${endWithParent}`, vite, '--port', String(webPort), '--strictPort'],
    path.join(root, 'apps', 'web'),
    {
      ...process.env,
      KRING_API_URL: `http://127.0.0.1:${apiPort}`,
    },
  );
  let isEnding = false;
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    const pids = children.flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
    pids.forEach((pid) => signal(-pid, 'SIGTERM'));
    if (!(await untilGone(pids, STOP_MS))) pids.forEach((pid) => signal(-pid, 'SIGKILL'));
    await database?.stop();
    process.exit(0);
  };
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, () => void end());
  process.on('disconnect', () => void end());
  process.channel?.unref();
}

await main();
