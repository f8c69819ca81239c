import { residentBytes, usedBytes } from '../memory.ts';
import { at } from '../meter.ts';
import type { Figures, Run } from './run.ts';

const WRITERS = 10;
const READERS = 20;
const MIB = 1_024 * 1_024;
const BEFORE = 10 * MIB;
const WRITTEN = 60 * MIB;
const LOOK_EVERY = 250;

/** Twenty of thirty people in a document stop reading while 60 MiB are written into it; the same before they do. */
export async function slowReaders({ subject, running, load }: Run): Promise<Figures> {
  const seats = Array.from({ length: WRITERS + READERS }, (_, person) => running.seat(person, 0));
  await load.openSlow(subject.protocol, seats.slice(0, WRITERS), seats.slice(WRITERS));
  const usual = await load.writeSlow(BEFORE, false);
  const pid = running.serverPid();
  await usedBytes(pid);
  const before = residentBytes(pid);
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, residentBytes(pid))), LOOK_EVERY);
  const slow = await load.writeSlow(WRITTEN, true);
  clearInterval(timer);
  await load.closeSlow();
  return {
    'server memory grows by, MiB': (most - before) / MIB,
    'delivery p50, ms': at(slow.delays, 0.5),
    'delivery p99, ms': at(slow.delays, 0.99),
    'delivery p99 before, ms': at(usual.delays, 0.99),
    'p99 compared with before': at(slow.delays, 0.99) / at(usual.delays, 0.99),
    missing: slow.sent - slow.arrived,
  };
}
