import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { limits } from '@kring/collab-protocol';
import { median } from './meter.ts';
import type { Figures } from './workloads/run.ts';

export type Results = ReadonlyMap<string, ReadonlyMap<string, readonly Figures[]>>;

/** What Kring has to reach in a workload: so much, or so much of what another server takes in the same run. */
interface Goal {
  readonly workload: string;
  readonly figure: string;
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly of?: string;
  /** So much more than another server, instead of so many times. */
  readonly beyond?: string;
}

const HOCUSPOCUS = 'Hocuspocus, in memory';
const HOCUSPOCUS_POSTGRES = 'Hocuspocus, PostgreSQL';
const Y_WEBSOCKET = 'y-websocket, in memory';
const BARE_SOCKET_IO = 'bare socket.io';
/** What may be kept for each of the 20 who do not read. */
const SLOW_LIMIT = (20 * (limits.sendBufferBytes + limits.documentBytes)) / (1_024 * 1_024);
const CPU = 'cpu per delivered edit, µs';
const DELIVERED = 'delivered edits per cpu second';

const goals: readonly Goal[] = [
  { workload: 'hot room', figure: CPU, atMost: 0.5, of: Y_WEBSOCKET },
  { workload: 'hot room', figure: CPU, atMost: 0.4, of: HOCUSPOCUS },
  { workload: 'hot room', figure: CPU, atMost: 1, of: 'bare relay' },
  { workload: 'hot room', figure: 'delivery p50, ms', atMost: 10 },
  { workload: 'hot room', figure: 'delivery p99, ms', atMost: 25 },
  { workload: 'hot room', figure: 'quiet delivery p50, ms', atMost: 5 },
  { workload: 'hot room', figure: 'ack p99, ms', atMost: 25 },
  { workload: 'many rooms', figure: CPU, atMost: 0.9, of: Y_WEBSOCKET },
  { workload: 'many rooms', figure: CPU, atMost: 0.4, of: HOCUSPOCUS },
  { workload: 'many rooms', figure: 'delivery p99, ms', atMost: 25 },
  { workload: 'saturated room', figure: DELIVERED, atLeast: 3, of: HOCUSPOCUS },
  { workload: 'saturated room', figure: DELIVERED, atLeast: 15, of: Y_WEBSOCKET },
  { workload: 'saturated rooms', figure: DELIVERED, atLeast: 2, of: HOCUSPOCUS },
  { workload: 'saturated rooms', figure: DELIVERED, atLeast: 2, of: Y_WEBSOCKET },
  { workload: 'cold open', figure: 'time to text, ms', atMost: 0.33, of: HOCUSPOCUS_POSTGRES },
  { workload: 'cold open', figure: 'cpu, ms', atMost: 0.25, of: HOCUSPOCUS_POSTGRES },
  { workload: 'cold open', figure: 'received, KB', atMost: 0.6, of: HOCUSPOCUS_POSTGRES },
  {
    workload: 'cold open',
    figure: 'time to text of the last of 50, ms',
    atMost: 0.5,
    of: HOCUSPOCUS_POSTGRES,
  },
  { workload: 'cold open', figure: 'cpu for 50, ms', atMost: 0.25, of: HOCUSPOCUS_POSTGRES },
  { workload: 'idle rooms', figure: 'per open idle room, KiB', atMost: 4, beyond: BARE_SOCKET_IO },
  { workload: 'idle rooms', figure: 'left per room, KiB', atMost: 0, beyond: BARE_SOCKET_IO },
  { workload: 'restart', figure: 'until all are back, ms', atMost: 1, of: HOCUSPOCUS_POSTGRES },
  { workload: 'slow readers', figure: 'server memory grows by, MiB', atMost: SLOW_LIMIT },
  { workload: 'slow readers', figure: 'p99 compared with before', atMost: 1.2 },
];

const packages = ['@hocuspocus/server', '@y/websocket-server', 'y-socket.io', 'socket.io', 'ws', 'yjs'];

/** Those without an entry of that name. */
const entries = new Map([['@y/websocket-server', '@y/websocket-server/package.json']]);

function versionOf(name: string): string {
  try {
    const entry = fileURLToPath(import.meta.resolve(entries.get(name) ?? name));
    // Not every package lets its package.json be asked for.
    const folder = entry.slice(
      0,
      entry.lastIndexOf(`/node_modules/${name}/`) + `/node_modules/${name}/`.length,
    );
    const facts = JSON.parse(readFileSync(`${folder}package.json`, 'utf8')) as { version: string };
    return facts.version;
  } catch {
    return '';
  }
}

function medianOf(runs: readonly Figures[] | undefined, figure: string): number {
  return median((runs ?? []).map((figures) => figures[figure] ?? Number.NaN));
}

function shown(value: number): string {
  if (!Number.isFinite(value)) return '';
  return value >= 1_000 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
}

function table(subjects: ReadonlyMap<string, readonly Figures[]>): string[] {
  const figures = [...new Set([...subjects.values()].flat().flatMap((run) => Object.keys(run)))];
  const rows = [...subjects].map(([name, runs]) => {
    return `| ${name} | ${figures.map((figure) => shown(medianOf(runs, figure))).join(' | ')} |`;
  });
  return [`| server | ${figures.join(' | ')} |`, `| --- |${' --- |'.repeat(figures.length)}`, ...rows];
}

function goalRow(goal: Goal, results: Results): string[] {
  const { workload, figure, atMost, atLeast, of, beyond } = goal;
  const subjects = results.get(workload);
  const own = medianOf(subjects?.get('Kring'), figure);
  const other = medianOf(subjects?.get(of ?? beyond ?? ''), figure);
  const measured = of === undefined ? own - (beyond === undefined ? 0 : other) : own / other;
  if (!Number.isFinite(measured)) return [];
  const isMet = measured <= (atMost ?? Infinity) && measured >= (atLeast ?? -Infinity);
  const limit = `${atMost === undefined ? '≥' : '≤'} ${atMost ?? atLeast}${of === undefined ? '' : ` × ${of}`}${beyond === undefined ? '' : ` beyond ${beyond}`}`;
  const amount = of === undefined ? shown(measured) : measured.toFixed(2);
  return [`| ${workload} | ${figure} | ${limit} | ${amount} | ${isMet ? 'yes' : 'no'} |`];
}

/** The results as a document in Markdown. */
export function toReport(results: Results, rounds: number): string {
  return [
    '# The engine beside others, measured',
    '',
    `Written by \`npm run bench\`: each server in a process of its own, the people in another, the same people and edits for every server, one server after the other in each round; medians of ${rounds} rounds. Kring is the whole product as it is built, with sign-in, permission and admission, and its log in PostgreSQL with fsync on; the processor time of its PostgreSQL counts. The others are as they come, without sign-in or permission. A delivered edit is one typed letter at one other person.`,
    '',
    `- Machine: ${availableParallelism()} processors, Node ${process.version}. ${packages.map((name) => `${name} ${versionOf(name)}`).join(', ')}.`,
    '- "load late" says how late the people themselves were: where it is high, the machine was the limit.',
    '- The long text of the cold opening is made up, in the size of the editing trace that is used most (259,778 edits).',
    '',
    '## Goals',
    '',
    '| workload | figure | goal | measured | met |',
    '| --- | --- | --- | --- | --- |',
    ...goals.flatMap((goal) => goalRow(goal, results)),
    '',
    ...[...results].flatMap(([workload, subjects]) => [`## ${workload}`, '', ...table(subjects), '']),
  ].join('\n');
}
