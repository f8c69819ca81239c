import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from './free-port.ts';
import { type Launcher, binariesFolder, launcherFor, postgresUser } from './postgres-binaries.ts';
import { descendantsOf, isAlive, signal, untilGone } from './processes.ts';

export interface EmbeddedPostgresOptions {
  /** Folder of its own: the cluster (`data`), the generated `password`, `postgres.log` and `owner.pid`. */
  readonly dir: string;
  /** A free one when missing. */
  readonly port?: number;
  /** Made when missing; `kring` by default. */
  readonly database?: string;
  /** False only for tests whose cluster is thrown away: faster, but a power cut would lose data. */
  readonly isDurable?: boolean;
  /** Settings of postgresql.conf on top. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  urlOf(database: string): string;
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
  /** SIGKILL of the server and all its processes at once, as a crash would do. */
  kill(): Promise<void>;
  /** Called once when the server ends without `stop` or `kill`. */
  onUnexpectedExit(listener: () => void): void;
}

const STARTING_MS = 60_000;
const STOPPING_MS = 15_000;

/**
 * Stops the server when this process is gone, however it went: the guard's standard input then ends.
 * The server is not in our process group, so Ctrl+C reaches us first and the API can drain before it.
 */
const GUARD =
  'exec 3<&0; "$@" </dev/null & p=$!; (read -r _ <&3; kill -INT $p) 2>/dev/null & w=$!; wait $p; c=$?; kill $w 2>/dev/null; exit $c';

/** Starts a real PostgreSQL, on 127.0.0.1 only, from binaries inside an npm package. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dir = path.resolve(options.dir);
  const bin = binariesFolder();
  mkdirSync(dir, { recursive: true });
  const launcher = launcherFor([dir, bin]);
  await releaseLeftOver(dir);
  writeFileSync(path.join(dir, 'owner.pid'), String(process.pid));
  const password = initialise(dir, bin, launcher, options.isDurable ?? true);
  const port = options.port ?? (await freePort());
  const guard = launch(dir, bin, launcher, port, options);
  const urlOf = (database: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
  await untilReady(guard, urlOf('postgres'), dir);
  const database = options.database ?? 'kring';
  await ensureDatabase(urlOf('postgres'), database);
  return handleFor(dir, guard, { url: urlOf(database), port, urlOf });
}

function handleFor(
  dir: string,
  guard: ChildProcess,
  about: Pick<EmbeddedPostgres, 'url' | 'port' | 'urlOf'>,
): EmbeddedPostgres {
  const pid = postmasterPid(dir) ?? 0;
  const listeners = new Set<() => void>();
  let isExpected = false;
  guard.once('exit', () => {
    if (!isExpected) listeners.forEach((listener) => listener());
  });
  return {
    ...about,
    pid,
    async stop() {
      if (isExpected) return;
      isExpected = true;
      await shutDown(pid);
      rmSync(path.join(dir, 'owner.pid'), { force: true });
    },
    async kill() {
      isExpected = true;
      const all = [pid, ...descendantsOf(pid)];
      all.forEach((one) => signal(one, 'SIGKILL'));
      await untilGone(all, STOPPING_MS);
    },
    onUnexpectedExit: (listener) => void listeners.add(listener),
  };
}

/** A server that outlived its owner is stopped first; one whose owner lives is left alone. */
async function releaseLeftOver(dir: string): Promise<void> {
  const pid = postmasterPid(dir);
  if (pid === null || !isAlive(pid) || !isServerOf(pid, dir)) return;
  const owner = Number(readIfThere(path.join(dir, 'owner.pid')) ?? Number.NaN);
  if (Number.isInteger(owner) && owner !== process.pid && isAlive(owner)) {
    throw new Error(`The database in ${dir} is in use by process ${owner}: end that one first.`);
  }
  await shutDown(pid);
}

/** Process ids are used again after a restart of the machine: look whether this one is our server. */
function isServerOf(pid: number, dir: string): boolean {
  const command = readIfThere(`/proc/${pid}/cmdline`);
  return command === null ? process.platform !== 'linux' : command.includes(path.join(dir, 'data'));
}

async function shutDown(pid: number): Promise<void> {
  const all = [pid, ...descendantsOf(pid)];
  for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    signal(pid, name);
    if (await untilGone([pid], STOPPING_MS)) break;
  }
  if (await untilGone(all, STOPPING_MS)) return;
  all.forEach((one) => signal(one, 'SIGKILL'));
}

/** Makes the cluster when there is none, in a folder that gets its name only when it is whole. Returns the password. */
function initialise(dir: string, bin: string, launcher: Launcher, isDurable: boolean): string {
  const data = path.join(dir, 'data');
  const passwordFile = path.join(dir, 'password');
  if (existsSync(path.join(data, 'PG_VERSION'))) return readFileSync(passwordFile, 'utf8').trim();
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  const fresh = path.join(dir, 'data.new');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  if (process.getuid?.() === 0) {
    const { uid, gid } = postgresUser();
    chownSync(passwordFile, uid, gid);
    chownSync(fresh, uid, gid);
  }
  const [command = '', ...args] = [
    ...launcher.command,
    path.join(bin, 'initdb'),
    `--pgdata=${fresh}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's own collation: the same on every system, and an upgrade of the system cannot spoil an index.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(isDurable ? [] : ['--no-sync']),
  ];
  const made = spawnSync(command, args, { ...launcher.user, cwd: dir, env: environment(), encoding: 'utf8' });
  if (made.status !== 0) {
    throw new Error(`PostgreSQL could not set up ${data}:\n${made.stderr}${made.error?.message ?? ''}`);
  }
  renameSync(fresh, data);
  return password;
}

function launch(
  dir: string,
  bin: string,
  launcher: Launcher,
  port: number,
  options: EmbeddedPostgresOptions,
): ChildProcess {
  const isDurable = options.isDurable ?? true;
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    max_connections: '100',
    shared_buffers: '128MB',
    fsync: isDurable ? 'on' : 'off',
    synchronous_commit: isDurable ? 'on' : 'off',
    full_page_writes: isDurable ? 'on' : 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...options.settings,
  };
  const server = [
    ...launcher.command,
    path.join(bin, 'postgres'),
    '-D',
    path.join(dir, 'data'),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const [command = '', ...args] =
    process.platform === 'win32' ? server : ['sh', '-c', GUARD, 'sh', ...server];
  const log = openSync(path.join(dir, 'postgres.log'), 'a');
  const guard = spawn(command, args, {
    ...launcher.user,
    cwd: dir,
    env: environment(),
    detached: true,
    stdio: ['pipe', log, log],
  });
  closeSync(log);
  guard.stdin?.on('error', () => undefined);
  guard.unref();
  return guard;
}

async function untilReady(guard: ChildProcess, url: string, dir: string): Promise<void> {
  let ended: string | null = null;
  guard.once('error', (error) => (ended = error.message));
  guard.once('exit', (code) => (ended = `exit code ${code}`));
  for (const end = Date.now() + STARTING_MS; Date.now() < end; await delay(50)) {
    if (ended !== null) break;
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await client.end().catch(() => undefined);
    }
  }
  const log = readIfThere(path.join(dir, 'postgres.log')) ?? '';
  const lastLines = log.trim().split('\n').slice(-8).join('\n');
  throw new Error(`PostgreSQL did not start (${ended ?? 'no answer in time'}):\n${lastLines}`);
}

async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

function postmasterPid(dir: string): number | null {
  const first = readIfThere(path.join(dir, 'data', 'postmaster.pid'))?.split('\n')[0];
  const pid = Number(first);
  return first !== undefined && Number.isInteger(pid) && pid > 0 ? pid : null;
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Nothing of the caller's settings may steer the server (PGDATA, PGPORT and the like). */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PG') && !name.startsWith('LC_'),
  );
  return { ...Object.fromEntries(kept), LANG: 'C', LC_ALL: 'C' };
}
