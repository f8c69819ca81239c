import { describe, expect, it } from '@jest/globals';
import { fuzzFrames } from './fuzz-frames.ts';
import { fuzzUpdates } from './fuzz-updates.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

/** The short round; `npm run fuzz` goes on for as long as one likes. */
describe(`whatever a hostile page makes of what honest pages send (seed ${seed})`, () => {
  it('[A10] its updates are refused without a trace, or are what admission takes them for', () => {
    const { codes } = fuzzUpdates(seed, ({ cases }) => cases >= 5_000);
    // A mutation that is always refused tries nothing behind the door, and one that never is tries no door.
    expect(codes.get('admitted')).toBeGreaterThan(500);
    expect(codes.size).toBeGreaterThan(8);
  });

  it('[B6] its frames close its connection with a reason, and disturb nobody else', async () => {
    const { codes } = await fuzzFrames(seed, ({ cases }) => cases >= 1_500);
    expect(codes.get('protocol-error')).toBeGreaterThan(20);
    expect(codes.get('stays')).toBeGreaterThan(0);
  }, 30_000);
});
