import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { signal } from './processes.ts';
import { processesMarked } from './testing/left-overs.ts';
import { abortStep, runStep, type Step, type StepResult } from './testing/run-step.ts';

const { values: flags } = parseArgs({
  options: { fast: { type: 'boolean', default: false }, only: { type: 'string' } },
});

const temp = mkdtempSync(path.join(tmpdir(), 'kring-test-'));
// The user that PostgreSQL runs as has to pass through.
chmodSync(temp, 0o711);
const mark = randomUUID();
const env: NodeJS.ProcessEnv = {
  ...process.env,
  TMPDIR: temp,
  KRING_TEST_RUN: mark,
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  NX_TUI: 'false',
  FORCE_COLOR: '0',
  // What is built for the tests is what is shipped.
  NODE_ENV: 'production',
};

const bin = (file: string) => path.join('node_modules', file);
const nx = bin('nx/dist/bin/nx.js');
const tsc = bin('typescript/bin/tsc');

function check(name: string, ...commands: string[][]): Step {
  return { name, commands };
}

function suite(name: string, ...options: string[]): Step {
  const countsFile = path.join(temp, `${name}.json`);
  const jest = ['--experimental-vm-modules', '--no-warnings', bin('jest/bin/jest.js')];
  const report = ['--selectProjects', name, '--json', `--outputFile=${countsFile}`, '--silent'];
  return { name, commands: [[...jest, ...report, ...options]], env: { NODE_ENV: 'test' }, countsFile };
}

const steps: Step[] = [
  check('format', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']),
  check(
    'lint',
    // The boundary rule reads the picture of the projects that this leaves behind.
    [nx, 'show', 'projects'],
    [bin('eslint/bin/eslint.js'), '.', '--max-warnings=0'],
    [bin('knip/bin/knip.js'), '--no-progress'],
  ),
  check('types', [nx, 'run-many', '-t', 'typecheck', '--output-style=static'], [tsc, '-p', 'tools']),
  suite('unit', '--maxWorkers=2'),
  check('build', [nx, 'run-many', '-t', 'build', '--output-style=static']),
  // A page that grew too heavy is a fault to mend, but no reason for the product not to start.
  check('size', ['apps/web/scripts/report-bundle.mjs', '--strict']),
  suite('pg', '--maxWorkers=2'),
  suite('api', '--maxWorkers=2'),
  suite('collab', '--runInBand'),
  suite('e2e', '--maxWorkers=2'),
];

const FAST = ['format', 'lint', 'types', 'unit'];

function chosen(): Step[] {
  if (flags.only === undefined) return flags.fast ? steps.filter(({ name }) => FAST.includes(name)) : steps;
  const names = flags.only.split(',');
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    throw new Error(`No step ${unknown.join(', ')}: choose of ${steps.map(({ name }) => name).join(', ')}.`);
  }
  // The stories run against what is built.
  if (names.includes('e2e')) names.push('build');
  return steps.filter(({ name }) => names.includes(name));
}

function report(result: StepResult): void {
  const sign = result.failed > 0 ? 'FAILED' : 'ok';
  const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : '';
  const counts =
    result.passed + result.failed + result.skipped > 1 ? `${result.passed} passed${skipped}` : '';
  console.log(
    `${sign.padEnd(7)} ${result.name.padEnd(8)} ${`${result.seconds} s`.padStart(6)}  ${counts}`.trimEnd(),
  );
  if (result.failed > 0) console.log(`\n${result.output.trim()}\n`);
  else if (result.skipped > 0) console.log(skipReasons(result.output));
}

/** Suites say on a line of its own why they skip: nobody should take a skipped story for a green one. */
function skipReasons(output: string): string {
  const reasons = output.split('\n').filter((line) => line.startsWith('SKIPPED: '));
  return [...new Set(reasons)].map((line) => `        ${line}`).join('\n');
}

async function nothingLeft(): Promise<StepResult> {
  const begin = Date.now();
  let left = processesMarked(`KRING_TEST_RUN=${mark}`);
  for (let tries = 0; left.length > 0 && tries < 50; tries += 1) {
    await delay(100);
    left = processesMarked(`KRING_TEST_RUN=${mark}`);
  }
  left.forEach(({ pid }) => signal(pid, 'SIGKILL'));
  const output = left.map(({ pid, command }) => `still running: ${pid} ${command}`).join('\n');
  const isGood = left.length === 0;
  const seconds = Math.round((Date.now() - begin) / 1000);
  return {
    name: 'tidy',
    seconds,
    output,
    passed: isGood ? 1 : 0,
    failed: isGood ? 0 : 1,
    skipped: 0,
    failures: isGood ? [] : ['tidy'],
  };
}

const cleanUp = () => rmSync(temp, { recursive: true, force: true, maxRetries: 3 });

let isAborted = false;
for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(name, () => {
    isAborted = true;
    abortStep();
  });
}
process.on('disconnect', () => {
  isAborted = true;
  abortStep();
});
process.channel?.unref();

async function main(): Promise<number> {
  const begin = Date.now();
  const results: StepResult[] = [];
  for (const step of chosen()) {
    const result = await runStep(step, env);
    if (isAborted) break;
    report(result);
    results.push(result);
  }
  results.push(await nothingLeft());
  cleanUp();
  if (isAborted) return 130;
  const last = results.at(-1);
  if (last !== undefined && last.failed > 0) report(last);
  const sum = (count: (result: StepResult) => number) => results.reduce((all, one) => all + count(one), 0);
  const [passed, failed, skipped] = [sum((r) => r.passed), sum((r) => r.failed), sum((r) => r.skipped)];
  const red = results.filter((result) => result.failed > 0).map(({ name }) => name);
  // Once more in short at the end, where one looks first and where a log that is cut still has it.
  results.flatMap(({ failures }) => failures).forEach((failure) => console.log(`\nRed: ${failure}`));
  console.log(
    `\n${red.length > 0 ? `Red: ${red.join(', ')}` : 'All green'} in ${Math.round((Date.now() - begin) / 1000)} s`,
  );
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed > 0 ? 1 : 0;
}

process.exitCode = await main();
