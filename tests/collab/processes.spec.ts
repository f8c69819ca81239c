import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Installation } from '../../tools/installation.ts';
import { faultsOf } from './harness/checker.ts';
import { torture } from './harness/torture-run.ts';

const seed = Date.now() % 1_000_000;
let installation: Installation;

beforeAll(async () => {
  installation = await Installation.start({ processes: 2 });
}, 180_000);

afterAll(async () => {
  await installation?.stop();
}, 60_000);

describe('two processes behind a balancer', () => {
  it(`lose nothing when either is killed, and when they do not hear each other (seed ${seed})`, async () => {
    const faults = { apiKills: 3, postgresKills: 1, pointKills: 5, faults: ['deaf', 'deaf'] as const };
    const report = await torture({ ...faults, rooms: 2, typistsPerRoom: 4, seed, installation });
    expect(faultsOf(report.verdict) === 0 ? [] : [seed, report.verdict]).toEqual([]);
    expect(report.crashes).toBe(0);
    expect(report.ackedInserts).toBeGreaterThan(50);
  }, 300_000);

  it(`are started anew one after another without a loss, and nobody loses the connection twice to one (seed ${seed})`, async () => {
    const people = { rooms: 3, typistsPerRoom: 4 };
    const report = await torture({ ...people, faults: ['restart'], seed, installation });
    expect(faultsOf(report.verdict) === 0 ? [] : [seed, report.verdict]).toEqual([]);
    expect(report.crashes).toBe(0);
    const typists = people.rooms * people.typistsPerRoom;
    // One is put out by the facilitator at the end.
    expect(report.gaps.length).toBeGreaterThanOrEqual(typists);
    expect(report.gaps.length).toBeLessThanOrEqual(2 * typists);
  }, 300_000);
});
