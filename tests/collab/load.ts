import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Community } from './harness/community.ts';
import { Installation } from '../../tools/installation.ts';
import type { FromWorker, LoadGroup, LoadPerson, LoadResult, ToWorker } from './harness/load-messages.ts';
import { ResourceMeter, type ResourceSample } from './harness/resources.ts';
import type { Visitor } from './harness/visitor.ts';

const { values } = parseArgs({
  options: {
    crowd: { type: 'string', default: '25' },
    others: { type: 'string', default: '300' },
    notes: { type: 'string', default: '100' },
    'crowd-rate': { type: 'string', default: '2.5' },
    'others-rate': { type: 'string', default: '0.75' },
    seconds: { type: 'string', default: '60' },
    'warm-up': { type: 'string', default: '15' },
    workers: { type: 'string', default: '2' },
  },
});
const goal = 100;
/** People that one facilitator may invite in an hour. */
const peoplePerCommunity = 90;
const say = (line: string) => console.log(line);

async function gather(installation: Installation): Promise<LoadPerson[]> {
  const first = await Community.found(installation);
  const people: LoadPerson[] = [];
  const add = (visitor: Visitor, room: string, group: LoadGroup) => {
    const { personId, name, cookie } = visitor;
    const rate = group === 'crowd' ? values['crowd-rate'] : values['others-rate'];
    people.push({ personId, name, cookie, room, group, editsPerSecond: Number(rate) });
  };
  const crowded = await first.addNote('Vol');
  for (let count = 0; count < Number(values.crowd); count++) {
    add(await first.invite('participant'), crowded, 'crowd');
  }
  const others = Number(values.others);
  for (let done = 0; done < others; done += peoplePerCommunity) {
    const community = await Community.found(installation);
    const count = Math.min(peoplePerCommunity, others - done);
    const notes = Math.max(1, Math.round((Number(values.notes) * count) / others));
    const rooms: string[] = [];
    for (let note = 0; note < notes; note++) rooms.push(await community.addNote(`Notitie ${note + 1}`));
    for (let person = 0; person < count; person++) {
      add(await community.invite('participant'), rooms[person % notes] ?? '', 'others');
    }
  }
  return people;
}

function startWorker(): ChildProcess {
  const file = path.join(import.meta.dirname, 'load-worker.ts');
  return fork(file, { execArgv: ['--conditions=kring-source'], serialization: 'advanced' });
}

function answerOf<T extends FromWorker['type']>(
  worker: ChildProcess,
  type: T,
): Promise<Extract<FromWorker, { type: T }>> {
  return new Promise((resolve, reject) => {
    worker.once('exit', (code) => reject(new Error(`A worker ended with ${code}.`)));
    worker.on('message', (message: FromWorker) => {
      if (message.type === type) resolve(message as Extract<FromWorker, { type: T }>);
    });
  });
}

function tell(workers: readonly ChildProcess[], message: ToWorker): void {
  for (const worker of workers) worker.send(message);
}

/** Milliseconds from each edit to each of the others in the note. */
function deliveries(results: readonly LoadResult[], group: LoadGroup): number[] {
  const editsOf = new Map<number, [clock: number, at: number][]>();
  for (const [client, clock, at] of results.flatMap((result) => result.edits[group])) {
    const list = editsOf.get(client) ?? [];
    list.push([clock, at]);
    editsOf.set(client, list);
  }
  return results.flatMap((result) =>
    result.arrivals[group].flatMap(([client, from, to, arrivedAt]) =>
      (editsOf.get(client) ?? []).flatMap(([clock, at]) =>
        clock > from && clock <= to ? [arrivedAt - at] : [],
      ),
    ),
  );
}

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function line(name: string, numbers: number[]): number {
  const sorted = numbers.sort((a, b) => a - b);
  const [p50, p95, p99, most] = [at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), sorted.at(-1) ?? 0];
  const shown = [p50, p95, p99, most].map((value) => value.toFixed(1).padStart(9)).join('');
  say(`${name.padEnd(44)}${String(sorted.length).padStart(9)}${shown}`);
  return p95;
}

function showResources(samples: readonly ResourceSample[]): void {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last) return;
  const memory = (name: string, of: (sample: ResourceSample) => number) => {
    const all = samples.map(of);
    const half = all[Math.floor(all.length / 2)] ?? 0;
    say(
      `${name.padEnd(44)} ${all[0]} at first, ${half} half-way, ${all.at(-1)} at last, ${Math.max(...all)} most`,
    );
  };
  memory('memory of the API, MiB', ({ apiMemory }) => apiMemory);
  memory('memory of PostgreSQL, MiB', ({ postgresMemory }) => postgresMemory);
  const seconds = samples.length - 1;
  const share = (used: number) => `${Math.round((used / seconds) * 100)} % of one core`;
  say(`${'processor, API'.padEnd(44)} ${share(last.apiCpuSeconds - first.apiCpuSeconds)}`);
  const waited = share(last.apiWaitedSeconds - first.apiWaitedSeconds);
  say(`${'processor that the API had to wait for'.padEnd(44)} ${waited}`);
  say(`${'processor, PostgreSQL'.padEnd(44)} ${share(last.postgresCpuSeconds - first.postgresCpuSeconds)}`);
}

function differing(results: readonly LoadResult[]): number {
  const byRoom = new Map<string, Set<string>>();
  for (const [room, hash] of results.flatMap(({ copies }) => copies)) {
    byRoom.set(room, (byRoom.get(room) ?? new Set()).add(hash));
  }
  return [...byRoom.values()].filter((hashes) => hashes.size > 1).length;
}

async function measure(installation: Installation, workers: readonly ChildProcess[]): Promise<boolean> {
  const people = await gather(installation);
  say(`${people.length} people have been invited; opening their pages.`);
  const { address } = installation;
  const opened = workers.map((worker, index) => {
    const own = people.filter((_, place) => place % workers.length === index);
    worker.send({ type: 'open', address, people: own } satisfies ToWorker);
    return answerOf(worker, 'opened');
  });
  await Promise.all(opened);
  tell(workers, { type: 'type' });
  await delay(Number(values['warm-up']) * 1_000);
  tell(workers, { type: 'measure' });
  const meter = new ResourceMeter(installation.apiPid, installation.postgresPid);
  const samples: ResourceSample[] = [];
  for (let second = 0; second <= Number(values.seconds); second++) {
    samples.push(meter.sample());
    await delay(1_000);
  }
  const load = loadavg()[0] ?? 0;
  const results = workers.map((worker) => answerOf(worker, 'result'));
  tell(workers, { type: 'finish' });
  return show(await Promise.all(results), samples, load);
}

function show(results: readonly LoadResult[], samples: readonly ResourceSample[], load: number): boolean {
  say('');
  say(
    `${'milliseconds'.padEnd(44)}${['edits', 'p50', 'p95', 'p99', 'most'].map((word) => word.padStart(9)).join('')}`,
  );
  const acks = (group: LoadGroup) => results.flatMap((result) => [...result.acks[group]]);
  const worst = Math.max(
    line(`edit to others, ${values.crowd} people in one note`, deliveries(results, 'crowd')),
    line(`edit to saved, ${values.crowd} people in one note`, acks('crowd')),
    line(`edit to others, ${values.others} in ${values.notes} notes`, deliveries(results, 'others')),
    line(`edit to saved, ${values.others} in ${values.notes} notes`, acks('others')),
  );
  say('');
  showResources(samples);
  const ownDelay = Math.max(...results.map((result) => result.ownDelay));
  const disconnects = results.reduce((sum, result) => sum + result.disconnects, 0);
  const unsaved = results.reduce((sum, result) => sum + result.unsaved, 0);
  const unequal = differing(results);
  say(`${'lateness of the measuring processes, p99, ms'.padEnd(44)} ${ownDelay.toFixed(1)}`);
  say(`${'load average of the machine'.padEnd(44)} ${load.toFixed(1)} on ${availableParallelism()} cores`);
  say(`${'connections lost'.padEnd(44)} ${disconnects}`);
  say(`${'edits not saved at the end'.padEnd(44)} ${unsaved}`);
  say(`${'notes whose copies differ at the end'.padEnd(44)} ${unequal}`);
  const isGood = worst < goal && unsaved === 0 && unequal === 0 && disconnects === 0;
  say(`\n${isGood ? 'Good' : 'NOT good'}: every p95 under ${goal} ms, nothing unsaved, copies equal.`);
  return isGood;
}

const installation = await Installation.start();
const workers = Array.from({ length: Number(values.workers) }, startWorker);
try {
  process.exitCode = (await measure(installation, workers)) ? 0 : 1;
} finally {
  for (const worker of workers) if (worker.connected) worker.disconnect();
  await installation.stop();
}
