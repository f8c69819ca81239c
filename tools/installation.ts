import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Balancer } from './balancer.ts';
import { build } from './build.ts';
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded-postgres.ts';
import { freePort } from './free-port.ts';
import { isAlive, signal, untilGone } from './processes.ts';

const root = path.resolve(import.meta.dirname, '..');
const readyWithin = 60_000;

export interface InstallationOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Builds what is stale first; default true. */
  readonly isBuilt?: boolean;
  /** API processes; from two on with a balancer before them. */
  readonly processes?: number;
  /** Settings of postgresql.conf on top. */
  readonly postgresSettings?: Readonly<Record<string, string>>;
  /** Where the database lies, when not beside the rest; it stays when all is over. */
  readonly postgresDir?: string;
}

/** The product on its own: a durable PostgreSQL and API processes, which tests may kill and start again. */
export class Installation {
  readonly address: string;
  readonly port: number;
  readonly #dir: string;
  readonly #options: InstallationOptions;
  /** Of the processes; of one alone, that of the installation. */
  readonly #ports: readonly number[];
  readonly #apis = new Map<number, ChildProcess>();
  #balancer: Balancer | null = null;
  readonly #secret = randomBytes(32).toString('base64url');
  #postgres: EmbeddedPostgres;
  #output = '';
  /** How often the API ended without being asked to. */
  crashes = 0;
  /** Modules that the API loads before its own, from its next start on: they may change what it does. */
  imports: readonly string[] = [];

  private constructor(
    dir: string,
    ports: readonly number[],
    postgres: EmbeddedPostgres,
    options: InstallationOptions,
  ) {
    const [port = 0, ...behind] = ports;
    this.#dir = dir;
    this.port = port;
    this.#ports = behind.length > 0 ? behind : [port];
    this.address = `http://localhost:${port}`;
    this.#postgres = postgres;
    this.#options = options;
  }

  static async start(options: InstallationOptions = {}): Promise<Installation> {
    if (options.isBuilt !== true) await build(() => undefined, ['@kring/api']);
    const dir = mkdtempSync(path.join(tmpdir(), 'kring-collab-'));
    // The user that PostgreSQL runs as has to pass through.
    chmodSync(dir, 0o711);
    const postgres = await startEmbeddedPostgres(postgresOptions(dir, options));
    const { processes = 1 } = options;
    const ports: number[] = [];
    while (ports.length < (processes === 1 ? 1 : processes + 1)) ports.push(await freePort());
    const installation = new Installation(dir, ports, postgres, options);
    try {
      if (processes > 1)
        installation.#balancer = await Balancer.start(installation.port, installation.#ports);
      await installation.startApi();
    } catch (error) {
      await installation.stop();
      throw error;
    }
    return installation;
  }

  get databaseUrl(): string {
    return this.#postgres.url;
  }

  get processes(): number {
    return this.#ports.length;
  }

  /** Of the first process; 0 when it does not run. */
  get apiPid(): number {
    return this.#apis.get(0)?.pid ?? 0;
  }

  get postgresPid(): number {
    return this.#postgres.pid;
  }

  /** Everything that the API printed so far. */
  get output(): string {
    return this.#output;
  }

  /** Starts what does not run. */
  async startApi(): Promise<void> {
    for (const at of this.#ports.keys()) if (!this.#apis.has(at)) this.#startProcess(at);
    await this.untilReady();
  }

  #startProcess(at: number): void {
    const args = [
      '--enable-source-maps',
      '--import',
      './tools/end-with-parent.mjs',
      ...this.imports.flatMap((file) => ['--import', pathToFileURL(file).href]),
      path.join(root, 'apps', 'api', 'dist', 'main.js'),
    ];
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NODE_OPTIONS: '',
        KRING_SECRET: this.#secret,
        LOG_LEVEL: 'warn',
        KRING_DEMO: 'false',
        PORT: String(this.#ports[at]),
        HOST: '127.0.0.1',
        PUBLIC_URL: this.address,
        TRUSTED_PROXIES: 'loopback',
        KRING_DATA_DIR: path.join(this.#dir, 'data'),
        DATABASE_URL: this.#postgres.url,
        ...this.#options.env,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#apis.set(at, child);
    const hear = (chunk: Buffer) => (this.#output = (this.#output + chunk.toString()).slice(-1_000_000));
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => {
      if (this.#apis.get(at) !== child) return;
      this.#apis.delete(at);
      this.crashes += 1;
    });
  }

  async untilReady(): Promise<void> {
    for (const end = Date.now() + readyWithin; Date.now() < end; await delay(25)) {
      if (this.#apis.size < this.#ports.length) break;
      const areReady = await Promise.all(this.#ports.map((port) => isReady(port)));
      if (areReady.every(Boolean)) return;
    }
    throw new Error(`The API did not become ready. It said:\n${this.#output.slice(-10_000)}`);
  }

  /** People who went to another process when theirs was away are back with it. */
  spreadPeople(): void {
    this.#balancer?.spread();
  }

  /** SIGKILL: the process gets no chance to finish anything. `at` counts them from 0. */
  async killApi(at = 0): Promise<void> {
    await this.#endApi(at, 'SIGKILL');
  }

  /** Sends an order to a process of the API, by which one of its `imports` ends it, and waits until it has. */
  async sendToDeath(order: Record<string, unknown>, at = 0): Promise<void> {
    const child = this.#apis.get(at);
    if (child?.pid === undefined) throw new Error('The API does not run.');
    this.#apis.delete(at);
    child.send(order);
    if (await untilGone([child.pid], 30_000)) return;
    signal(child.pid, 'SIGKILL');
    throw new Error(`The API lived on after ${JSON.stringify(order)}.`);
  }

  /** SIGSTOP, and SIGCONT after a while: it has its connections, and says nothing. */
  async hangApi(milliseconds: number): Promise<void> {
    const { apiPid } = this;
    if (apiPid === 0) throw new Error('The API does not run.');
    signal(apiPid, 'SIGSTOP');
    await delay(milliseconds);
    signal(apiPid, 'SIGCONT');
  }

  /** SIGTERM: the process drains. */
  async stopApi(at = 0): Promise<number> {
    const begin = Date.now();
    await this.#endApi(at, 'SIGTERM');
    return Date.now() - begin;
  }

  /** SIGKILL of the server and all its processes. */
  async killPostgres(): Promise<void> {
    await this.#postgres.kill();
  }

  async startPostgres(): Promise<void> {
    const { port } = this.#postgres;
    this.#postgres = await startEmbeddedPostgres({ ...postgresOptions(this.#dir, this.#options), port });
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#ports.keys()].map((at) => this.#endApi(at, 'SIGTERM')));
    await this.#balancer?.stop();
    await this.#postgres.stop();
    rmSync(this.#dir, { recursive: true, force: true });
  }

  async #endApi(at: number, name: NodeJS.Signals): Promise<void> {
    const pid = this.#apis.get(at)?.pid;
    this.#apis.delete(at);
    if (pid === undefined || !isAlive(pid)) return;
    signal(pid, name);
    if (await untilGone([pid], 15_000)) return;
    signal(pid, 'SIGKILL');
    await untilGone([pid], 15_000);
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    const url = `http://127.0.0.1:${port}/health/ready`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(3_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

function postgresOptions(dir: string, options: InstallationOptions): EmbeddedPostgresOptions {
  const { postgresSettings, postgresDir = path.join(dir, 'postgres') } = options;
  return { dir: postgresDir, ...(postgresSettings && { settings: postgresSettings }) };
}
