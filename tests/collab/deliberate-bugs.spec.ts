import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Installation } from '../../tools/installation.ts';
import { faultsOf } from './harness/checker.ts';
import { deliberateBugs, findingsOf, slowWalWriter, tryOut } from './harness/deliberate-bugs.ts';

const seed = Date.now() % 1_000_000;
let installation: Installation;

beforeAll(async () => {
  installation = await Installation.start({ postgresSettings: slowWalWriter });
}, 180_000);

afterAll(async () => {
  await installation?.stop();
}, 60_000);

describe(`the checker (seed ${seed})`, () => {
  it('is green where the product has no deliberate bug', async () => {
    const { verdict } = await tryOut(installation, null, seed);
    expect({ verdict, faults: faultsOf(verdict) }).toEqual({ verdict, faults: 0 });
  }, 300_000);

  it.each(deliberateBugs)(
    '$name turns it red: $finding',
    async (bug) => {
      const { verdict } = await tryOut(installation, bug, seed);
      expect({ verdict, count: findingsOf(bug, verdict).length }).not.toEqual({ verdict, count: 0 });
    },
    300_000,
  );
});
