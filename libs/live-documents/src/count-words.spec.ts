import { describe, expect, it } from '@jest/globals';
import { countWords } from './count-words.ts';

describe('countWords', () => {
  it.each([
    ['', 0],
    ['  \n\t ', 0],
    ['Brede welvaart', 2],
    ["Foto's van co-creatie in 's-Hertogenbosch", 5],
    ['12.500 inwoners – 3,5 % meer (zie bijlage 2).', 7],
    ['één\nwoord per regel', 4],
    ['- … !', 0],
  ])('counts %j as %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});
