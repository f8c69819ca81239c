import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { signal, untilGone } from './processes.ts';

const root = path.resolve(import.meta.dirname, '..');
/** The API drains within 10 s of SIGTERM. */
const DRAIN_MS = 15_000;
const READY_MS = 60_000;
const LONGEST_PAUSE_MS = 30_000;
/** After this long without a crash the next one counts as the first again. */
const CALM_MS = 60_000;
/** The API's exit code for settings that no restart can mend. */
const BAD_SETTINGS = 1;

export interface ApiProcessOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly address: string;
  readonly say: (line: string) => void;
  /** Called when it never became ready and there is no use in another attempt. */
  readonly onGivenUp: () => void;
  readonly nodeArgs?: readonly string[];
}

/** Keeps one API process running: a process that dies by itself is started again, after a pause that grows. */
export class ApiProcess {
  readonly #options: ApiProcessOptions;
  #child: ChildProcess | null = null;
  #isStopping = false;
  #wasReady = false;
  #crashes = 0;
  #startedAt = 0;

  constructor(options: ApiProcessOptions) {
    this.#options = options;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  start(): void {
    const entry = path.join(root, 'apps', 'api', 'dist', 'main.js');
    const preload = `./${path.join('tools', 'end-with-parent.mjs')}`;
    const args = [
      '--disable-proto=delete',
      '--enable-source-maps',
      '--import',
      preload,
      ...(this.#options.nodeArgs ?? []),
      entry,
    ];
    this.#startedAt = Date.now();
    // A process group of its own: Ctrl+C reaches us alone, and we end things in the right order.
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: this.#options.env,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#child = child;
    child.once('exit', (code, name) => this.#ended(code, name));
  }

  /** True once `/health/ready` says so; false when the process gave up or is being stopped. */
  async untilReady(): Promise<boolean> {
    for (const end = Date.now() + READY_MS; Date.now() < end && !this.#isStopping; await delay(50)) {
      if (await isReady(this.#options.address)) {
        this.#wasReady = true;
        return true;
      }
    }
    return false;
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    const pid = this.#child?.pid;
    if (pid === undefined) return;
    signal(pid, 'SIGTERM');
    if (await untilGone([pid], DRAIN_MS)) return;
    this.#options.say('The API did not end by itself in time: ending it now.');
    signal(pid, 'SIGKILL');
    await untilGone([pid], DRAIN_MS);
  }

  #ended(code: number | null, name: NodeJS.Signals | null): void {
    this.#child = null;
    if (this.#isStopping) return;
    if (!this.#wasReady && code === BAD_SETTINGS) {
      this.#isStopping = true;
      this.#options.onGivenUp();
      return;
    }
    this.#crashes = Date.now() - this.#startedAt > CALM_MS ? 1 : this.#crashes + 1;
    const pause = Math.min(LONGEST_PAUSE_MS, 250 * 2 ** (this.#crashes - 1));
    this.#options.say(
      `The API ended unexpectedly (${name ?? `exit code ${code}`}): starting it again in ${pause} ms.`,
    );
    setTimeout(() => this.#restart(), pause);
  }

  #restart(): void {
    if (this.#isStopping) return;
    this.start();
    void this.untilReady().then((ready) => {
      if (ready) this.#options.say(`The API runs again: ${this.#options.address}`);
    });
  }
}

export async function isReady(address: string): Promise<boolean> {
  try {
    const answer = await fetch(new URL('/health/ready', address), { signal: AbortSignal.timeout(3_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
