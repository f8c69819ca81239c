import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { diffSequences, type Stretch } from './sequence-diff.ts';

const sequences = fc.array(fc.nat(4), { maxLength: 40 });

function rebuild(stretches: readonly Stretch[], a: number[], b: number[]): [number[], number[]] {
  const take = (kinds: string[], from: 'a' | 'b', source: number[]) =>
    stretches
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap((stretch) => source.slice(stretch[from], stretch[from] + stretch.length));
  return [take(['same', 'deleted'], 'a', a), take(['same', 'inserted'], 'b', b)];
}

/** Length of the longest common subsequence, the slow way. */
function common(a: number[], b: number[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const next = [0];
    for (const [j, y] of b.entries())
      next.push(x === y ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    row = next;
  }
  return row[b.length] ?? 0;
}

describe('diffSequences', () => {
  it('leads from one to the other by as few edits as possible', () => {
    fc.assert(
      fc.property(sequences, sequences, (a, b) => {
        const stretches = diffSequences(a, b, { steps: 1e6 });
        expect(rebuild(stretches, a, b)).toEqual([a, b]);
        for (const { kind, ...at } of stretches) {
          if (kind === 'same')
            expect(a.slice(at.a, at.a + at.length)).toEqual(b.slice(at.b, at.b + at.length));
        }
        const same = stretches
          .filter(({ kind }) => kind === 'same')
          .reduce((sum, { length }) => sum + length, 0);
        expect(same).toBe(common(a, b));
      }),
      { numRuns: 500 },
    );
  });

  it('still leads there when it may cost next to nothing', () => {
    fc.assert(
      fc.property(sequences, sequences, fc.nat(30), (a, b, steps) => {
        expect(rebuild(diffSequences(a, b, { steps }), a, b)).toEqual([a, b]);
      }),
    );
  });
});
