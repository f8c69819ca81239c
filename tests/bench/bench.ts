import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Load } from './load/load.ts';
import { toReport } from './report.ts';
import { kring } from './subjects/kring.ts';
import {
  bareSocketIo,
  hocuspocus,
  hocuspocusPostgres,
  relay,
  ySocketIo,
  yWebsocket,
  yWebsocketLevel,
} from './subjects/peers.ts';
import type { Subject } from './subjects/subject.ts';
import { coldOpen } from './workloads/opening.ts';
import { idleRooms } from './workloads/idle.ts';
import { restartStorm } from './workloads/restart.ts';
import { slowReaders } from './workloads/slow.ts';
import { hotRoom, manyRooms, saturatedRoom, saturatedRooms } from './workloads/typing.ts';
import type { Figures, Run } from './workloads/run.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '10' },
    /** Workloads by name, with commas between; all by default. */
    only: { type: 'string' },
    /** The document that it writes; an empty one writes none, for a look at some of it. */
    to: { type: 'string', default: 'docs/benchmarks.md' },
  },
});

interface Workload {
  readonly name: string;
  readonly subjects: readonly Subject[];
  readonly work: (run: Run) => Promise<Figures>;
}

const live = [kring, hocuspocus, hocuspocusPostgres, yWebsocket, yWebsocketLevel, ySocketIo, relay];
const saturable = [kring, hocuspocus, hocuspocusPostgres, yWebsocket, relay];
const storing = [kring, hocuspocusPostgres, yWebsocketLevel];
const workloads: readonly Workload[] = [
  { name: 'hot room', subjects: live, work: hotRoom },
  { name: 'many rooms', subjects: live, work: manyRooms },
  { name: 'saturated room', subjects: saturable, work: saturatedRoom },
  { name: 'saturated rooms', subjects: saturable, work: saturatedRooms },
  { name: 'cold open', subjects: storing, work: coldOpen },
  { name: 'idle rooms', subjects: [kring, hocuspocus, yWebsocket, bareSocketIo], work: idleRooms },
  { name: 'restart', subjects: [kring, hocuspocusPostgres], work: restartStorm },
  { name: 'slow readers', subjects: [kring, hocuspocus, yWebsocket, ySocketIo], work: slowReaders },
];

async function measure(subject: Subject, { work }: Workload): Promise<Figures> {
  const running = await subject.start();
  const load = new Load();
  try {
    return await work({ subject, running, load, seconds: Number(values.seconds) });
  } finally {
    load.end();
    await running.stop();
  }
}

const rounds = Number(values.rounds);
const results = new Map<string, Map<string, Figures[]>>();
const wanted = values.only?.split(',');
for (const workload of workloads.filter(({ name }) => wanted?.includes(name) ?? true)) {
  const bySubject = new Map<string, Figures[]>(workload.subjects.map(({ name }) => [name, []]));
  results.set(workload.name, bySubject);
  for (let round = 1; round <= rounds; round++) {
    for (const subject of workload.subjects) {
      console.log(`${workload.name}, round ${round} of ${rounds}: ${subject.name}`);
      bySubject.get(subject.name)?.push(await measure(subject, workload));
    }
  }
}
const text = toReport(results, rounds);
console.log(text);
if (values.to) writeFileSync(path.resolve(import.meta.dirname, '..', '..', values.to), text);
