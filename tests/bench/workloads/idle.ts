import { setTimeout as delay } from 'node:timers/promises';
import { residentBytes, usedBytes } from '../memory.ts';
import type { Figures, Run } from './run.ts';
import { seatsIn } from './typing.ts';

const ROOMS = 2_000;
const KIB = 1_024;
const CALM = 15_000;

/** Opens 2,000 documents, one for each person, who then do nothing and leave. */
export async function idleRooms({ subject, running, load }: Run): Promise<Figures> {
  const pid = running.serverPid();
  // What a server does once is not to be counted for each room.
  await load.open(subject.protocol, seatsIn(running, 100, 1), 0);
  await load.close();
  await delay(CALM);
  const before = { used: await usedBytes(pid), resident: residentBytes(pid) };
  await load.open(subject.protocol, seatsIn(running, ROOMS, 1), 0);
  await delay(CALM);
  const open = { used: await usedBytes(pid), resident: residentBytes(pid) };
  await load.close();
  // Longer than any of them keeps a document that everybody has left.
  await delay(5 * CALM);
  const left = { used: await usedBytes(pid), resident: residentBytes(pid) };
  const perRoom = (bytes: number) => bytes / ROOMS / KIB;
  return {
    'per open idle room, KiB': perRoom(open.used - before.used),
    'left per room, KiB': perRoom(left.used - before.used),
    'resident per open idle room, KiB': perRoom(open.resident - before.resident),
  };
}
