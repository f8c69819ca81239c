import { describe, expect, it } from '@jest/globals';
import { stepFrom } from './step-from.ts';

const placed = [{ id: 'whole-note' }, { id: 'a' }, { id: 'b' }, { id: 'c' }];
const places = new Map(
  [
    ['a', 10],
    ['b', 20],
    ['c', 30],
  ].map(([id, from]) => [String(id), { from: Number(from), to: Number(from) + 5, isWhole: true }]),
);
const to = (step: { id?: string; caret?: number; by: number }) =>
  placed[stepFrom(placed, { id: null, caret: 15, places, ...step })]?.id;

describe('from one thread to the next', () => {
  it('goes on from the open one, round and round, as many as were asked for', () => {
    expect(to({ id: 'a', by: 1 })).toBe('b');
    expect(to({ id: 'a', by: 2 })).toBe('c');
    expect(to({ id: 'c', by: 1 })).toBe('whole-note');
    expect(to({ id: 'whole-note', by: -1 })).toBe('c');
    expect(to({ id: 'a', by: -6 })).toBe('c');
  });

  it('begins at the caret when none is open', () => {
    expect(to({ by: 1 })).toBe('b');
    expect(to({ by: 2 })).toBe('c');
    expect(to({ by: -1 })).toBe('a');
    expect(to({ by: -2 })).toBe('whole-note');
    expect(to({ by: 1, caret: 90 })).toBe('whole-note');
    expect(to({ by: -1, caret: 1 })).toBe('c');
  });

  it('goes nowhere when there are none', () => {
    expect(stepFrom([], { id: 'a', caret: 1, by: 1, places })).toBe(-1);
  });
});
