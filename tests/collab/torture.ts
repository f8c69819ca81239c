import { parseArgs } from 'node:util';
import { faultsOf } from './harness/checker.ts';
import { torture, type TortureReport } from './harness/torture-run.ts';

const { values } = parseArgs({
  options: {
    'api-kills': { type: 'string', default: '200' },
    'postgres-kills': { type: 'string', default: '20' },
    rooms: { type: 'string', default: '3' },
    typists: { type: 'string', default: '3' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});

const say = (line: string) => console.log(line);

function show(report: TortureReport): void {
  const { recoveries, verdict } = report;
  const at = (part: number) => recoveries[Math.floor((recoveries.length - 1) * part)] ?? 0;
  const rows: [string, string | number][] = [
    ['seed', report.seed],
    ['SIGKILL of the API', report.apiKills],
    ['SIGKILL of PostgreSQL', report.postgresKills],
    ['ends of the API that nobody asked for', report.crashes],
    ['pages reloaded', report.reloads],
    ['edits typed', report.operations],
    ['edits acknowledged', report.ackedInserts],
    ['deletions acknowledged', report.ackedRemovals],
    ['until everybody saves again, ms (p50 / p95 / most)', `${at(0.5)} / ${at(0.95)} / ${at(1)}`],
    ['acknowledged edits lost', verdict.lost.length],
    ['edits doubled', verdict.doubled.length],
    ['deletions that came back', verdict.undead.length],
    ['edits under another name', verdict.unknownAuthors.length],
    ['copies that differ', verdict.diverged.length],
    ['holes in the log', verdict.holes.length],
    ['stored after a revoke', verdict.storedAfterRevoke.length],
    ['duration, s', report.seconds],
  ];
  for (const [name, value] of rows) say(`${name.padEnd(52)} ${value}`);
  for (const fault of Object.values(verdict).flat().slice(0, 40)) say(`  ${fault}`);
}

say(`Seed ${values.seed}`);
const report = await torture({
  apiKills: Number(values['api-kills']),
  postgresKills: Number(values['postgres-kills']),
  rooms: Number(values.rooms),
  typistsPerRoom: Number(values.typists),
  seed: Number(values.seed),
  say,
});
show(report);
process.exitCode = faultsOf(report.verdict) > 0 ? 1 : 0;
