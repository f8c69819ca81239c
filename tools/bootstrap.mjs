/**
 * What has to work on any Node from 20.19 on, before anything is installed: install the packages when needed, then
 * continue on the pinned Node from node_modules. Plain JavaScript without dependencies for that reason.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
const pinnedNode = path.join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

export function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Kring needs Node 20.19 or newer to start; this is ${process.versions.node}.`);
  process.exit(1);
}

/** True when every package of the lock file that belongs on this platform is there in its version. */
export function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(
      readFileSync(path.join(root, 'node_modules', '.package-lock.json'), 'utf8'),
    ).packages;
    return Object.entries(wanted).every(
      ([place, entry]) =>
        !place.includes('node_modules/') ||
        entry.optional ||
        entry.devOptional ||
        entry.peer ||
        (entry.link ? present[place]?.link : present[place]?.version === entry.version),
    );
  } catch {
    return false;
  }
}

export function installIfNeeded() {
  if (!isInstalled()) {
    const begin = Date.now();
    console.log('Installing packages: a minute or two the first time ...');
    npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
    console.log(`Installed in ${Math.round((Date.now() - begin) / 1000)} s.`);
  }
  // Where install scripts are switched off, Node's own package has not fetched its program yet.
  if (!runs(pinnedNode)) npm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']);
  if (!runs(pinnedNode))
    fail('The package "node" is installed, but its program does not run on this machine.');
}

function runs(program) {
  return existsSync(program) && spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

function npm(args) {
  const cli = process.env.npm_execpath;
  const isNpm = cli !== undefined && /npm-cli\.c?js$/.test(cli);
  // npm may stand before a Node that it is about to replace: run it on the one that runs npm itself.
  const [command, first] = isNpm ? [process.env.npm_node_execpath ?? process.execPath, [cli]] : ['npm', []];
  const shell = !isNpm && process.platform === 'win32';
  const { status, error } = spawnSync(command, [...first, ...args], { cwd: root, stdio: 'inherit', shell });
  if (status !== 0)
    fail(`npm ${args[0]} failed${error ? `: ${error.message}` : ''}. Its message stands above.`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Runs a tool on the pinned Node in place of this process: its output, its signals, its exit code. */
export function continueWith(script, args = process.argv.slice(2)) {
  const child = spawn(
    pinnedNode,
    ['--disable-warning=ExperimentalWarning', path.join(root, 'tools', script), ...args],
    {
      cwd: root,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, PATH: pathWithOwnPrograms() },
    },
  );
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, () => child.kill(name));
  endWithNpm(() => child.kill('SIGTERM'));
  child.on('exit', (code, name) => {
    if (name === null) process.exit(code ?? 1);
    process.removeAllListeners(name);
    process.kill(process.pid, name);
  });
}

/** npm passes signals on, unless it is killed outright: whoever it started would then go on alone. */
function endWithNpm(end) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    end();
  }, 250);
  watch.unref();
}

function pathWithOwnPrograms() {
  const own = [path.dirname(pinnedNode), path.join(root, 'node_modules', '.bin')];
  return [...own, process.env.PATH ?? ''].join(path.delimiter);
}
