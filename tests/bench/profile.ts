import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Load } from './load/load.ts';
import { CpuMeter } from './meter.ts';
import { type Kind, kinds, sharesOf } from './profile/shares.ts';
import { kringWith } from './subjects/kring.ts';
import type { Figures, Run } from './workloads/run.ts';
import { hotRoom, manyRooms } from './workloads/typing.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    /** The document that it writes; an empty one writes none. */
    to: { type: 'string', default: 'docs/benchmarks-profile.md' },
  },
});
const workloads: readonly [string, (run: Run) => Promise<Figures>][] = [
  ['hot room', hotRoom],
  ['many rooms', manyRooms],
];

interface Profiled {
  readonly shares: ReadonlyMap<Kind, number>;
  /** Processor time of the server with its database, and of the server alone, in seconds. */
  readonly all: number;
  readonly server: number;
}

async function profiled(work: (run: Run) => Promise<Figures>): Promise<Profiled> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kring-profile-'));
  const file = path.join(folder, 'profile.json');
  const preload = path.join(import.meta.dirname, 'profile', 'on-signal.ts');
  const subject = kringWith([preload], { KRING_PROFILE: file });
  const running = await subject.start();
  const load = new Load();
  try {
    const [all, server] = [new CpuMeter(running.pids), new CpuMeter(() => [running.serverPid()])];
    process.kill(running.serverPid(), 'SIGUSR2');
    await work({ subject, running, load, seconds: Number(values.seconds) });
    const seconds = { all: all.seconds(), server: server.seconds() };
    process.kill(running.serverPid(), 'SIGUSR2');
    for (const end = Date.now() + 30_000; !existsSync(file); await delay(50))
      if (Date.now() > end) throw new Error('the server wrote no profile');
    return { shares: sharesOf(JSON.parse(readFileSync(file, 'utf8')) as Profiler.Profile), ...seconds };
  } finally {
    load.end();
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function table(results: readonly (readonly [string, Profiled])[]): string {
  const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`;
  const rows = kinds.map((kind) => {
    // The profile adds to what it measures: its shares are taken of the time that the system counted.
    const shares = results.map(([, { shares: found, all, server }]) => {
      const sum = [...found.values()].reduce((total, seconds) => total + seconds, 0);
      return percent(((found.get(kind) ?? 0) / sum) * server, all);
    });
    return `| ${kind} | ${shares.join(' | ')} |`;
  });
  const database = results.map(([, { all, server }]) => percent(all - server, all));
  return [
    `| what | ${results.map(([name]) => name).join(' | ')} |`,
    `| --- |${' --- |'.repeat(results.length)}`,
    ...rows,
    `| PostgreSQL's own processes | ${database.join(' | ')} |`,
  ].join('\n');
}

const results: [string, Profiled][] = [];
for (const [name, work] of workloads) {
  console.log(`${name}, profiled`);
  results.push([name, await profiled(work)]);
}
const text = `# What Kring's processor time goes to

Written by \`npm run bench:profile\`: the workloads of \`npm run bench\` once each, for Kring alone, with Node's profiler in the server. What the system or Node does counts for whoever asked for it; the shares of the server are of the time that the system counted for it, with what the profiler itself takes in them.

- Machine: ${availableParallelism()} processors, Node ${process.version}.

${table(results)}
`;
console.log(text);
if (values.to) writeFileSync(path.resolve(import.meta.dirname, '..', '..', values.to), text);
