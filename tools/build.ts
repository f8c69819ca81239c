import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** Builds what is stale: Nx compares the sources of each part with what it built before. */
export async function build(say: (line: string) => void, projects?: readonly string[]): Promise<void> {
  const begin = Date.now();
  const nx = path.join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const only = projects === undefined ? [] : [`--projects=${projects.join(',')}`];
  const args = [nx, 'run-many', '-t', 'build', '--output-style=static', ...only];
  const notice = setTimeout(() => say('Building what changed ...'), 1_500);
  const { code, output } = await run(args);
  clearTimeout(notice);
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
  const seconds = Math.round((Date.now() - begin) / 1000);
  if (seconds > 1) say(`Built in ${seconds} s.`);
}

async function run(args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NX_DAEMON: 'false',
    NX_NO_CLOUD: 'true',
    NX_TUI: 'false',
    FORCE_COLOR: '0',
  };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}
