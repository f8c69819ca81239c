import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { signal } from '../processes.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const LONGEST_STEP_MS = 45 * 60_000;

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A check counts as one: all right or not. A suite counts its tests. */
export interface Step {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
  readonly env?: NodeJS.ProcessEnv;
  /** For suites: where Jest writes what it counted. */
  readonly countsFile?: string;
}

export interface StepResult extends Counts {
  readonly name: string;
  readonly seconds: number;
  readonly output: string;
  /** What was red, each with the first lines of why. */
  readonly failures: readonly string[];
}

let running: ChildProcess | null = null;

/** Ends the step that runs, with everything it started. */
export function abortStep(): void {
  if (running?.pid !== undefined) signal(-running.pid, 'SIGTERM');
}

/** Runs the commands of a step one after another on this Node, and stops at the first that fails. */
export async function runStep(step: Step, env: NodeJS.ProcessEnv): Promise<StepResult> {
  const begin = Date.now();
  let output = '';
  let isGood = true;
  for (const command of step.commands) {
    const result = await run(command, { ...env, ...step.env });
    output += result.output;
    isGood = result.code === 0;
    if (!isGood) break;
  }
  const seconds = Math.round((Date.now() - begin) / 1000);
  const counts =
    step.countsFile === undefined ? asOneCheck(step, isGood) : readCounts(step, step.countsFile, isGood);
  return { name: step.name, seconds, output, ...counts };
}

type Judgement = Counts & Pick<StepResult, 'failures'>;

function asOneCheck(step: Step, isGood: boolean): Judgement {
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0, failures: isGood ? [] : [step.name] };
}

interface JestCounts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** A suite that could not even load is a failure, and so is a run that ended badly without naming a failed test. */
function readCounts(step: Step, file: string, isGood: boolean): Judgement {
  let counts: JestCounts;
  try {
    counts = JSON.parse(readFileSync(file, 'utf8')) as JestCounts;
  } catch {
    return asOneCheck(step, false);
  }
  const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  return {
    passed: counts.numPassedTests,
    failed: isGood ? failed : Math.max(1, failed),
    skipped: counts.numPendingTests + counts.numTodoTests,
    failures: failuresIn(counts),
  };
}

function failuresIn({ testResults }: JestCounts): string[] {
  return testResults.flatMap((suite) => {
    const file = path.relative(root, suite.name);
    const red = suite.assertionResults.filter(({ status }) => status === 'failed');
    if (red.length === 0) return suite.status === 'failed' ? [`${file}\n${firstLines(suite.message)}`] : [];
    return red.map((test) => `${file}: ${test.fullName}\n${firstLines(test.failureMessages.join('\n'))}`);
  });
}

const SHOWN_LINES = 14;

function firstLines(text: string): string {
  const lines = stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines
    .slice(0, SHOWN_LINES)
    .map((line) => `    ${line}`)
    .join('\n');
}

async function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    // A group of its own, so that ending it ends its workers too.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const limit = setTimeout(() => {
    output += `\nEnded after ${LONGEST_STEP_MS / 60_000} minutes.\n`;
    abortStep();
  }, LONGEST_STEP_MS);
  const code = await new Promise<number>((resolve) => child.once('close', (value) => resolve(value ?? 1)));
  clearTimeout(limit);
  running = null;
  return { code, output };
}
