import { expect, it } from '@jest/globals';
import { stillFits } from './still-fits.ts';

it.each([
  ['Joost de Bruin', 'joo', true],
  ['Joost de Bruin', 'bru jo', true],
  ['Renée Visser', 'renee', true],
  ['Fenna Joosten-Boer', 'boer', true],
  ['Fenna de Boer', 'joo', false],
  ['Joost de Bruin', 'joost visser', false],
])('while more is asked, %s stays in the list for "%s": %s', (label, query, isThere) => {
  expect(stillFits(label, query)).toBe(isThere);
});
