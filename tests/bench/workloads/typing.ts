import { setTimeout as delay } from 'node:timers/promises';
import type { Pace } from '../load/messages.ts';
import { at, CpuMeter } from '../meter.ts';
import type { Seat } from '../protocols/protocol.ts';
import type { RunningSubject } from '../subjects/subject.ts';
import type { Figures, Run } from './run.ts';

/** Programs run faster once they have run for a while: long enough at first, and shorter at a new pace. */
const WARM_UP = 8_000;
const NEW_PACE = 2_000;

export function seatsIn(running: RunningSubject, rooms: number, each: number): Seat[] {
  return Array.from({ length: rooms * each }, (_, place) => running.seat(place, Math.floor(place / each)));
}

/** Everybody types at this pace for some seconds; what it cost and how long edits were under way. */
async function typeFor(run: Run, pace: Pace, others: number, warmUp = WARM_UP): Promise<Figures> {
  const { running, load, seconds } = run;
  load.pace(pace);
  await delay(warmUp);
  load.measure();
  const meter = new CpuMeter(() => running.pids());
  const server = new CpuMeter(() => [running.serverPid()]);
  const begin = performance.now();
  await delay(seconds * 1_000);
  const cpu = meter.seconds();
  const serverCpu = server.seconds();
  const elapsed = (performance.now() - begin) / 1_000;
  const { edits, deliveries, acks, missing, ownDelay, closed } = await load.result();
  if (closed > 0) throw new Error(`${run.subject.name} closed ${closed} connections`);
  deliveries.sort();
  acks.sort();
  return {
    'cpu per delivered edit, µs': (cpu * 1e6) / (edits * others),
    'delivered edits per cpu second': (edits * others) / cpu,
    'edits per second': edits / elapsed,
    'server, % of a core': (serverCpu / elapsed) * 100,
    'with its database, % of a core': (cpu / elapsed) * 100,
    'delivery p50, ms': at(deliveries, 0.5),
    'delivery p99, ms': at(deliveries, 0.99),
    'ack p50, ms': at(acks, 0.5),
    'ack p99, ms': at(acks, 0.99),
    missing,
    'load late p99, ms': ownDelay,
  };
}

/** 50 people in one document, then the same people when hardly anybody types. */
export async function hotRoom(run: Run): Promise<Figures> {
  await run.load.open(run.subject.protocol, seatsIn(run.running, 1, 50), 5);
  const busy = await typeFor(run, { editsPerSecond: 5, movesPerSecond: 5, editsPerFrame: 1 }, 49);
  const quietPace = { editsPerSecond: 1 / 50, movesPerSecond: 0, editsPerFrame: 1 };
  const quiet = await typeFor(run, quietPace, 49, NEW_PACE);
  await run.load.close();
  return { ...busy, 'quiet delivery p50, ms': quiet['delivery p50, ms'] ?? NaN };
}

/** Three people in each of 300 documents. */
export async function manyRooms(run: Run): Promise<Figures> {
  await run.load.open(run.subject.protocol, seatsIn(run.running, 300, 3), 1);
  const figures = await typeFor(run, { editsPerSecond: 2, movesPerSecond: 2, editsPerFrame: 1 }, 2);
  await run.load.close();
  return figures;
}

/** The rate rises until an edit takes longer than this to arrive. */
const SATURATED_MS = 250;
/** Above so many frames a second people's edits travel together, as Kring's client sends them. */
const FRAMES_PER_SECOND = 20;

/** The most delivered edits per second of processor, of all rates at which they still arrived in time. */
async function saturate(run: Run, first: number, others: number): Promise<Figures> {
  let best: Figures = {};
  let warmUp = WARM_UP;
  for (let rate = first; ; rate *= 1.6) {
    const pace = {
      editsPerSecond: rate,
      movesPerSecond: 2,
      editsPerFrame: Math.max(1, Math.round(rate / FRAMES_PER_SECOND)),
    };
    const figures = await typeFor({ ...run, seconds: Math.min(run.seconds, 5) }, pace, others, warmUp);
    warmUp = NEW_PACE;
    const isInTime = (figures['delivery p99, ms'] ?? Infinity) <= SATURATED_MS && figures['missing'] === 0;
    if (!isInTime) break;
    best = figures;
  }
  await run.load.close();
  return best;
}

export async function saturatedRoom(run: Run): Promise<Figures> {
  await run.load.open(run.subject.protocol, seatsIn(run.running, 1, 50), 3);
  return saturate(run, 5, 49);
}

export async function saturatedRooms(run: Run): Promise<Figures> {
  await run.load.open(run.subject.protocol, seatsIn(run.running, 300, 3), 1);
  return saturate(run, 2, 2);
}
