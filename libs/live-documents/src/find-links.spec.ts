import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findLinks, safeHref } from './index.ts';

describe('addresses in a plain text', () => {
  it.each([
    [
      'Zie https://gemeente.nl/plan?x=1#y.',
      'https://gemeente.nl/plan?x=1#y',
      'https://gemeente.nl/plan?x=1#y',
    ],
    ['(www.gemeente.nl)', 'www.gemeente.nl', 'https://www.gemeente.nl'],
    ['Mail jan.de-vries@gemeente.nl, of bel.', 'jan.de-vries@gemeente.nl', 'mailto:jan.de-vries@gemeente.nl'],
    ['“pbl.nl/monitor”', 'pbl.nl/monitor', 'https://pbl.nl/monitor'],
    [
      'https://nl.wikipedia.org/wiki/Kring_(begrip)',
      'https://nl.wikipedia.org/wiki/Kring_(begrip)',
      'https://nl.wikipedia.org/wiki/Kring_(begrip)',
    ],
  ])('finds in %p the address %s', (text, shown, href) => {
    expect(findLinks(text)).toEqual([{ text: shown, href, index: text.indexOf(shown) }]);
  });

  it.each([
    'een zin.Daarna nog een',
    'javascript:alert(1)',
    'http://gemeente.nl',
    'bijv. 1.5 of 3.14',
    'versie 2.0.nl-achtig',
    'https://',
    'www.',
    'a@b',
    'https://naam:geheim@gemeente.nl',
  ])('finds none in %p', (text) => {
    expect(findLinks(text)).toEqual([]);
  });

  it('only ever gives addresses that a note may hold, at their place, in little time', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', '.', '@', ':', '/', ' ', '(', ')', 'nl', 'https://', 'www.'),
        }),
        (text) => {
          for (const link of findLinks(text)) {
            expect(safeHref(link.href)).toBe(link.href);
            expect(text.startsWith(link.text, link.index)).toBe(true);
          }
        },
      ),
    );
    const started = performance.now();
    findLinks(`${'a.'.repeat(900)} `.repeat(50));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
