import { describe, expect, it } from '@jest/globals';
import { faultsOf } from './harness/checker.ts';
import { type Fault, faultNames } from './harness/faults.ts';
import { killPoints } from './harness/kill-point.ts';
import { seededRandom } from './harness/random.ts';
import { torture } from './harness/torture-run.ts';

const seed = Date.now() % 1_000_000;
/** `npm run torture` does all of them; here are those that need no disk of their own and kill nobody. */
const left = new Set<Fault>(['api', 'restart', 'deaf', 'postgres', 'disk-full', ...killPoints]);

function someFaults(count: number): Fault[] {
  const random = seededRandom(seed);
  const all = faultNames.filter((fault) => !left.has(fault));
  return Array.from({ length: count }, () => all[Math.floor(random() * all.length)] ?? 'drop');
}

describe('networks, databases and clocks that do harm while people type', () => {
  it(`lose nothing and leave nobody behind (seed ${seed})`, async () => {
    const faults = someFaults(5);
    const report = await torture({ faults, rooms: 2, typistsPerRoom: 3, seed });
    expect(faultsOf(report.verdict) === 0 ? [] : [seed, faults, report.verdict]).toEqual([]);
    expect(report.crashes).toBe(0);
    expect(report.ackedInserts).toBeGreaterThan(50);
  }, 300_000);
});
