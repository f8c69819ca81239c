import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../../tools/free-port.ts';
import { descendantsOf, isAlive, signal, untilGone } from '../../../tools/processes.ts';
import { evidenceOf } from './evidence.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const STARTING_MS = 120_000;

export interface Product {
  /** The address that people use. */
  readonly url: string;
  readonly port: number;
  /** Everything that was printed so far. */
  output(): string;
  /** The sign-in links that were printed, in that order. */
  signInLinks(): string[];
  /** SIGKILL of the API process, as a crash would do; resolves as soon as it is gone. */
  killApi(): Promise<void>;
  untilReady(): Promise<void>;
  /** Until the sign-in links of the demo programme stand there. */
  untilPrinted(): Promise<void>;
  /** SIGTERM to all of it; returns the exit code and what was left running. */
  stop(): Promise<{ code: number | null; left: number[] }>;
}

export interface StartOptions {
  /** A folder that stays; by default a new one that `stop` removes. */
  readonly dataDir?: string;
  readonly port?: number;
  readonly env?: NodeJS.ProcessEnv;
}

/** A folder for data that PostgreSQL's own user may pass through when the tests run as root. */
export function newDataDir(): string {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kring-e2e-'));
  chmodSync(dataDir, 0o711);
  return dataDir;
}

/** A new folder with the demo programme already in it, where this run has prepared one; else null. */
function preparedDataDir(): string | null {
  const prepared = process.env['KRING_E2E_DATA'];
  if (prepared === undefined) return null;
  const dataDir = newDataDir();
  const { status, stderr } = spawnSync('cp', ['-a', `${prepared}/.`, dataDir], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The prepared data could not be copied: ${stderr}`);
  return dataDir;
}

/** The product as `npm start` starts it: own data folder, free port, demo programme. */
export async function startProduct(options: StartOptions = {}): Promise<Product> {
  const prepared = options.dataDir === undefined ? preparedDataDir() : null;
  const dataDir = options.dataDir ?? prepared ?? newDataDir();
  const port = options.port ?? (await freePort());
  const child = spawn(process.execPath, [path.join(root, 'tools', 'start.mjs')], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      KRING_DATA_DIR: dataDir,
      KRING_DEMO: 'true',
      PUBLIC_URL: `http://localhost:${port}`,
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const product = new StartedProduct(child, port, options.dataDir === undefined ? dataDir : null);
  evidenceOf(globalThis).outputs.add(() => product.output());
  try {
    await product.untilReady();
    if (options.dataDir === undefined) await product.untilPrinted();
  } catch (error) {
    await product.stop();
    throw error;
  }
  return product;
}

class StartedProduct implements Product {
  readonly port: number;
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #temporaryDir: string | null;
  #output = '';

  constructor(child: ChildProcess, port: number, temporaryDir: string | null) {
    this.#child = child;
    this.#temporaryDir = temporaryDir;
    this.port = port;
    this.url = `http://localhost:${port}`;
    child.stdout?.on('data', (chunk: Buffer) => (this.#output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.#output += chunk.toString()));
  }

  output(): string {
    return this.#output;
  }

  signInLinks(): string[] {
    return this.#output.match(/https?:\/\/\S+\/sign-in#token=[\w-]+/g) ?? [];
  }

  async untilReady(): Promise<void> {
    await this.#until('ready', async () => {
      try {
        return (await fetch(`http://127.0.0.1:${this.port}/health/ready`)).ok;
      } catch {
        return false;
      }
    });
  }

  async untilPrinted(): Promise<void> {
    await this.#until('print its sign-in links', () => Promise.resolve(this.signInLinks().length >= 5));
  }

  async #until(what: string, isSo: () => Promise<boolean>): Promise<void> {
    for (const end = Date.now() + STARTING_MS; Date.now() < end; await delay(50)) {
      if (await isSo()) return;
      if (this.#child.exitCode !== null) break;
    }
    throw new Error(`The product did not become ${what}. It said:\n${this.#output}`);
  }

  async killApi(): Promise<void> {
    const pid = descendantsOf(this.#child.pid ?? 0).find((one) =>
      readFileSync(`/proc/${one}/cmdline`, 'utf8').includes(path.join('apps', 'api', 'dist', 'main.js')),
    );
    if (pid === undefined) throw new Error('The API does not run.');
    signal(pid, 'SIGKILL');
    await untilGone([pid], 5_000);
  }

  async stop(): Promise<{ code: number | null; left: number[] }> {
    const pid = this.#child.pid ?? 0;
    const all = descendantsOf(pid);
    if (this.#child.exitCode === null) {
      const ended = new Promise((resolve) => this.#child.once('exit', resolve));
      signal(pid, 'SIGTERM');
      await ended;
    }
    const left = all.filter(isAlive);
    if (this.#temporaryDir !== null) rmSync(this.#temporaryDir, { recursive: true, force: true });
    return { code: this.#child.exitCode, left };
  }
}
