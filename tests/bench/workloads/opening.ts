import { setTimeout as delay } from 'node:timers/promises';
import { CpuMeter, median } from '../meter.ts';
import type { Figures, Run } from './run.ts';

/** Documents that are opened one after the other: one alone takes less than the processor's clock can tell. */
const ALONE = 5;
const HERD = 50;
const LAST = ALONE + 1;
const CALM = 3_000;

/** Opens a long text that a server has only on disk: by one person, several times, and by fifty at once. */
export async function coldOpen({ subject, running, load }: Run): Promise<Figures> {
  let length = 0;
  for (let room = 0; room <= LAST; room++) length = await load.fill(subject.protocol, running.seat(0, room));
  await running.untilStored(Array.from({ length: LAST + 1 }, (_, room) => room));
  await running.restart();
  await delay(CALM);
  // The first opening warms up what every server does once.
  await load.read(subject.protocol, [running.seat(0, LAST)], length);
  const alone = new CpuMeter(() => running.pids());
  const readings = [];
  for (let room = 0; room < ALONE; room++)
    readings.push(await load.read(subject.protocol, [running.seat(room, room)], length));
  await delay(500);
  const cpuAlone = alone.seconds() / ALONE;
  await delay(CALM);
  const herd = new CpuMeter(() => running.pids());
  const seats = Array.from({ length: HERD }, (_, person) => running.seat(person, ALONE));
  const together = await load.read(subject.protocol, seats, length);
  await delay(500);
  return {
    'time to text, ms': median(readings.map(({ milliseconds }) => milliseconds)),
    'cpu, ms': cpuAlone * 1_000,
    'received, KB': median(readings.map(({ bytes }) => bytes)) / 1_000,
    'time to text of the last of 50, ms': together.milliseconds,
    'cpu for 50, ms': herd.seconds() * 1_000,
    'received by one of 50, KB': together.bytes / 1_000,
  };
}
