import { describe, expect, it } from '@jest/globals';
import { questionLetter } from './question-letters.ts';

describe('letters of learning questions', () => {
  it('go on after Z', () => {
    expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(questionLetter)).toEqual([
      'A',
      'B',
      'Z',
      'AA',
      'AB',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });

  it('never repeat', () => {
    const letters = Array.from({ length: 2_000 }, (_, index) => questionLetter(index));
    expect(new Set(letters).size).toBe(letters.length);
  });
});
