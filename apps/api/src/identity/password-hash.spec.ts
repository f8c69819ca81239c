import { describe, expect, it } from '@jest/globals';
import process from 'node:process';
import { hashPassword, isPassword } from './password-hash.ts';

const tries = 9;

describe('checking a password', () => {
  it('accepts the right one and no other', async () => {
    const kept = await hashPassword('negen paarse fietsen');
    expect(await isPassword('negen paarse fietsen', kept)).toBe(true);
    expect(await isPassword('negen paarse fiets', kept)).toBe(false);
    expect(await isPassword('', null)).toBe(false);
  });

  it('costs as much for somebody who has none', async () => {
    const kept = await hashPassword('negen paarse fietsen');
    const known: number[] = [];
    const unknown: number[] = [];
    for (let attempt = 0; attempt < tries; attempt++) {
      known.push(await costOf(() => isPassword('acht', kept)));
      unknown.push(await costOf(() => isPassword('acht', null)));
    }
    const ratio = median(unknown) / median(known);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });
});

/** In processor time, in microseconds: what else the machine does meanwhile does not count. */
async function costOf(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
