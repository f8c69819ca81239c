import { CpuMeter } from '../meter.ts';
import type { Figures, Run } from './run.ts';
import { seatsIn } from './typing.ts';

const ROOMS = 50;
const EACH = 10;

/** Kills a server that 500 people are on, in 50 documents, and starts it anew. */
export async function restartStorm({ subject, running, load }: Run): Promise<Figures> {
  for (let room = 0; room < ROOMS; room++) {
    await load.open(subject.protocol, [running.seat(room, room)], 0);
    await load.close();
  }
  await running.untilStored([]);
  await load.hold(subject.protocol, seatsIn(running, ROOMS, EACH));
  const back = load.untilBack();
  const killed = Date.now();
  await running.crash();
  const meter = new CpuMeter(() => running.pids());
  const { first, last } = await back;
  const cpu = meter.seconds();
  await load.letGo();
  return {
    'until all are back, ms': last - killed,
    'until the first is, ms': first - killed,
    'from the first to the last, ms': last - first,
    'cpu after the start, ms': cpu * 1_000,
  };
}
