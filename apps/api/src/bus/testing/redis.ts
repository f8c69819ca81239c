import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../../../../tools/free-port.ts';

export interface TestRedis {
  readonly url: string;
  /** Starts it again, as empty as it always is. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The program of a Redis or Valkey server on this machine; null without one. */
export function findRedis(): string | null {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const programs = ['valkey-server', 'redis-server'].flatMap((name) =>
    folders.map((folder) => path.join(folder, name)),
  );
  return programs.find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A server in memory on a free port of this machine. */
export async function startRedis(program: string): Promise<TestRedis> {
  const port = await freePort();
  let server: ChildProcess | null = null;
  const redis: TestRedis = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
      const started = spawn(program, options, { cwd: tmpdir(), stdio: ['ignore', 'pipe', 'ignore'] });
      server = started;
      let said = '';
      for await (const part of started.stdout) {
        said += String(part);
        if (said.includes('eady to accept connections')) break;
      }
      started.stdout.resume();
    },
    async stop() {
      const ending = server;
      server = null;
      if (ending === null || ending.exitCode !== null) return;
      const ended = once(ending, 'exit');
      ending.kill('SIGKILL');
      await ended;
    },
  };
  await redis.start();
  return redis;
}
