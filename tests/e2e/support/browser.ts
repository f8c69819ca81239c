import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Carries a Chromium inside an npm package: fetched only where no other browser is found, for it is large. */
const PACKAGED = { name: '@sparticuz/chromium', version: '147.0.0' };
const cache = path.resolve(import.meta.dirname, '..', '..', '..', '.cache', 'browser');

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages in the background of a story go on as pages in the hands of people do.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

export interface FoundBrowser {
  readonly executablePath: string;
  readonly args: readonly string[];
}

/** An installed Chrome or Chromium, else Playwright's own, else the one from npm, else null. */
export async function findBrowser(): Promise<FoundBrowser | null> {
  const installed = [process.env['KRING_BROWSER'], ...installedBrowsers(), chromium.executablePath()].find(
    (file) => file !== undefined && file !== '' && existsSync(file),
  );
  if (installed !== undefined) return { executablePath: installed, args: ARGUMENTS };
  return packagedBrowser();
}

function installedBrowsers(): string[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const onPath = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [
    ...onPath,
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
}

interface PackagedChromium {
  executablePath(): Promise<string>;
  readonly args: readonly string[];
}

async function packagedBrowser(): Promise<FoundBrowser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = path.join(cache, 'node_modules', ...PACKAGED.name.split('/'));
  if (!existsSync(folder)) {
    const wanted = `${PACKAGED.name}@${PACKAGED.version}`;
    const flags = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', cache];
    if (spawnSync('npm', ['install', ...flags, wanted], { stdio: 'ignore' }).status !== 0) return null;
  }
  try {
    const entry = createRequire(path.join(cache, 'package.json')).resolve(PACKAGED.name);
    const { default: packaged } = (await import(entry)) as { default: PackagedChromium };
    return { executablePath: await packaged.executablePath(), args: [...packaged.args, ...ARGUMENTS] };
  } catch {
    return null;
  }
}

/** `network` sends what the browser asks of `localhost:<port>` to another port: the same address by another road. */
export async function launch(
  found: FoundBrowser,
  network?: { readonly port: number; readonly throughPort: number },
): Promise<Browser> {
  const road =
    network === undefined
      ? []
      : [`--host-resolver-rules=MAP localhost:${network.port} 127.0.0.1:${network.throughPort}`];
  return chromium.launch({
    executablePath: found.executablePath,
    args: [...found.args, ...road],
    headless: true,
  });
}
