import { slugSchema } from '@kring/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { numberedSlug, toSlug } from './slug.ts';

describe('slug', () => {
  it('keeps the letters of a name without their marks', () => {
    expect(toSlug('Planbureau Fryslân & Zeeuws-Vlaanderen!')).toBe('planbureau-fryslan-zeeuws-vlaanderen');
  });

  it('is valid whatever the name is, also when it had to be numbered', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 1, max: 999 }),
        (name, attempt) => {
          expect(slugSchema.safeParse(numberedSlug(toSlug(name), attempt)).success).toBe(true);
        },
      ),
    );
  });
});
