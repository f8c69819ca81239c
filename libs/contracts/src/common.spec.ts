import { describe, expect, it } from '@jest/globals';
import { lineSchema, textSchema } from './common.ts';

describe('text that people give', () => {
  const [line, text] = [lineSchema(200), textSchema(200)];

  it.each([
    ['Wat is brede welvaart? 🌱', true, true],
    ['', false, true],
    ['first\nsecond', false, true],
    ['first\r\nsecond\tthird', false, true],
    ['nul\u0000', false, false],
    ['bell\u0007', false, false],
    ['escape\u001b[31m', false, false],
    ['del\u007f', false, false],
    ['c1\u0090', false, false],
    ['x'.repeat(201), false, false],
  ])('takes %j as one line: %j, as a text: %j', (given, isLine, isText) => {
    expect([line.safeParse(given).success, text.safeParse(given).success]).toEqual([isLine, isText]);
  });
});
