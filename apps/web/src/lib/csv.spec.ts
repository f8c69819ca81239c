import { describe, expect, it } from '@jest/globals';
import { toCsvText } from './csv.ts';

describe('rows as a file', () => {
  it('keeps what stands in a field, whatever that is', () => {
    expect(
      toCsvText([
        ['a;b', 'zei "ja"', 'twee\nregels'],
        ['1', '', 'é'],
      ]),
    ).toBe('\uFEFF"a;b";"zei ""ja""";"twee\nregels"\r\n1;;é\r\n');
  });

  it('makes no formula of a text, and leaves a number a number', () => {
    expect(toCsvText([['=1+1', '@som', '-5,2', '+3%', '-x', '+31 6 1234']])).toBe(
      "\uFEFF'=1+1;'@som;-5,2;+3%;'-x;+31 6 1234\r\n",
    );
  });
});
