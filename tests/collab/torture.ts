import { parseArgs } from 'node:util';
import { faultsOf } from './harness/checker.ts';
import { deliberateBugs, findingsOf, slowWalWriter, tryOut } from './harness/deliberate-bugs.ts';
import { type Fault, type FaultCounts, faultNames, planFaults } from './harness/faults.ts';
import { Installation } from '../../tools/installation.ts';
import { torture, type TortureReport } from './harness/torture-run.ts';

const { values } = parseArgs({
  options: {
    'api-kills': { type: 'string', default: '200' },
    'postgres-kills': { type: 'string', default: '20' },
    rooms: { type: 'string', default: '3' },
    'point-kills': { type: 'string', default: '50' },
    typists: { type: 'string', default: '3' },
    /** Names with commas, or `all`: these alone, without the kills above. */
    faults: { type: 'string', default: '' },
    times: { type: 'string', default: '5' },
    minutes: { type: 'string', default: '0' },
    bugs: { type: 'string', default: '0' },
    processes: { type: 'string', default: '1' },
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
    ...faultNames
      .filter((fault) => countOf(report, fault) > 0)
      .map((fault): [string, string] => [`fault: ${fault}`, timesOf(report, fault)]),
    ...report.skipped.map((fault): [string, string] => [`SKIPPED: ${fault}`, 'not possible here']),
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

function timesOf(report: TortureReport, fault: Fault): string {
  const harms = [...report.harms].find(([name]) => name === fault)?.[1];
  return `${countOf(report, fault)}${harms === undefined ? '' : `, harm done ${harms} times`}`;
}

/** Named faults alone, else the kills and each other fault some times. */
function counts(): FaultCounts {
  const { faults, times } = values;
  const named = (names: readonly Fault[]) => names.flatMap((name) => Array<Fault>(Number(times)).fill(name));
  if (faults === '') {
    const kills = {
      apiKills: Number(values['api-kills']),
      postgresKills: Number(values['postgres-kills']),
      pointKills: Number(values['point-kills']),
    };
    const killed = new Set(planFaults({ ...kills, apiKills: 1, postgresKills: 1, pointKills: 5 }));
    return { ...kills, faults: named(faultNames.filter((name) => !killed.has(name))) };
  }
  if (faults === 'all') return { faults: named(faultNames) };
  return {
    faults: named(
      faults.split(',').map((name) => {
        const known = faultNames.find((fault) => fault === name);
        if (!known) throw new Error(`There is no fault ${name}. There are: all, ${faultNames.join(', ')}.`);
        return known;
      }),
    ),
  };
}

async function tortureOnce(seed: number): Promise<boolean> {
  const report = await torture({
    ...counts(),
    minutes: Number(values.minutes),
    start: { processes: Number(values.processes), env: { REDIS_URL: values.redis } },
    rooms: Number(values.rooms),
    typistsPerRoom: Number(values.typists),
    pause: Number(values.pause),
    seed,
    say,
  });
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
