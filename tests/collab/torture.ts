import { parseArgs } from 'node:util';
import { faultsOf } from './harness/checker.ts';
import { deliberateBugs, findingsOf, slowWalWriter, tryOut } from './harness/deliberate-bugs.ts';
import type { Fault } from './harness/faults.ts';
import { killPoints } from './harness/kill-point.ts';
import { Installation } from '../../tools/installation.ts';
import { torture, type TortureReport } from './harness/torture-run.ts';

const { values } = parseArgs({
  options: {
    'api-kills': { type: 'string', default: '200' },
    'postgres-kills': { type: 'string', default: '20' },
    rooms: { type: 'string', default: '3' },
    'point-kills': { type: 'string', default: '50' },
    typists: { type: 'string', default: '3' },
    bugs: { type: 'string', default: '0' },
    processes: { type: 'string', default: '1' },
    deafness: { type: 'string', default: '0' },
    restarts: { type: 'string', default: '0' },
    pause: { type: 'string', default: '150' },
    redis: { type: 'string', default: '' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});

const say = (line: string) => console.log(line);

function show(report: TortureReport): void {
  const { recoveries, gaps, verdict } = report;
  const at = (times: readonly number[], part: number) => times[Math.floor((times.length - 1) * part)] ?? 0;
  const spread = (times: readonly number[]) => `${at(times, 0.5)} / ${at(times, 0.95)} / ${at(times, 1)}`;
  const rows: [string, string | number][] = [
    ['seed', report.seed],
    ['SIGKILL of the API at a random moment', countOf(report, 'api')],
    ...killPoints.map((point): [string, number] => [`SIGKILL of the API ${point}`, countOf(report, point)]),
    ['SIGKILL of PostgreSQL', countOf(report, 'postgres')],
    ['processes that do not hear each other', countOf(report, 'deaf')],
    ['restarts, one process after another', countOf(report, 'restart')],
    ['ends of the API that nobody asked for', report.crashes],
    ['pages reloaded', report.reloads],
    ['edits typed', report.operations],
    ['edits acknowledged', report.ackedInserts],
    ['deletions acknowledged', report.ackedRemovals],
    ['until everybody saves again, ms (p50 / p95 / most)', spread(recoveries)],
    ['connections lost', gaps.length],
    ['without connection, ms (p50 / p95 / most)', spread(gaps)],
    ['acknowledged edits lost', verdict.lost.length],
    ['edits doubled', verdict.doubled.length],
    ['deletions that came back', verdict.undead.length],
    ['refused edits that are there', verdict.smuggled.length],
    ['edits under another name', verdict.unknownAuthors.length],
    ['copies that differ', verdict.diverged.length],
    ['holes in the log', verdict.holes.length],
    ['false acknowledgements', verdict.falseAcks.length],
    ['stored after a revoke', verdict.storedAfterRevoke.length],
    ['people who got no further', verdict.stuck.length],
    ['duration, s', report.seconds],
  ];
  for (const [name, value] of rows) say(`${name.padEnd(52)} ${value}`);
  for (const fault of Object.values(verdict).flat().slice(0, 40)) say(`  ${fault}`);
}

const countOf = ({ faults }: TortureReport, fault: Fault) => faults.filter((one) => one === fault).length;

async function tortureOnce(seed: number): Promise<boolean> {
  const installation = await Installation.start({
    processes: Number(values.processes),
    env: { REDIS_URL: values.redis },
  });
  const report = await torture({
    installation,
    apiKills: Number(values['api-kills']),
    postgresKills: Number(values['postgres-kills']),
    pointKills: Number(values['point-kills']),
    rooms: Number(values.rooms),
    typistsPerRoom: Number(values.typists),
    deafness: Number(values.deafness),
    restarts: Number(values.restarts),
    pause: Number(values.pause),
    seed,
    say,
  }).finally(() => installation.stop());
  show(report);
  return faultsOf(report.verdict) === 0;
}

/** Every deliberate bug under so many seeds: good is red with the finding that it calls for, and green without a bug. */
async function tryBugs(rounds: number, firstSeed: number): Promise<boolean> {
  const installation = await Installation.start({ postgresSettings: slowWalWriter });
  let isGood = true;
  try {
    for (let seed = firstSeed; seed < firstSeed + rounds; seed++) {
      for (const bug of [null, ...deliberateBugs]) {
        const { verdict, seconds } = await tryOut(installation, bug, seed);
        const found = bug ? findingsOf(bug, verdict) : Object.values(verdict).flat();
        isGood &&= bug ? found.length > 0 : found.length === 0;
        const counts = Object.entries(verdict).map(([name, { length }]) =>
          length > 0 ? `${name} ${length}` : '',
        );
        say(
          `${bug?.name ?? 'no bug'}, seed ${seed}, ${seconds} s: ${counts.filter(Boolean).join(', ') || 'green'}`,
        );
        for (const line of found.slice(0, 3)) say(`  ${bug?.finding ?? ''} ${line}`);
      }
    }
  } finally {
    await installation.stop();
  }
  return isGood;
}

say(`Seed ${values.seed}`);
const [seed, bugs] = [Number(values.seed), Number(values.bugs)];
process.exitCode = (await (bugs > 0 ? tryBugs(bugs, seed) : tortureOnce(seed))) ? 0 : 1;
