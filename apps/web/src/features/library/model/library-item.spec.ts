import { describe, expect, it } from '@jest/globals';
import { siteOf, sizeText, titleOf } from './library-item.ts';

describe('what is said of a file or link', () => {
  it.each([
    [1, '1 kB', '1 kB'],
    [839_600, '840 kB', '840 kB'],
    [1_234_567, '1,2 MB', '1.2 MB'],
  ])('of %i bytes is its size in the language of the page', (bytes, dutch, english) => {
    expect([sizeText(bytes, 'nl'), sizeText(bytes, 'en')]).toEqual([dutch, english]);
  });

  it('is the site of an address, and the name of a file as one would say it', () => {
    expect(siteOf('https://www.voorbeeld.nl/a?b')).toBe('voorbeeld.nl');
    expect(titleOf('Verslag_werkbezoek-Terneuzen.docx')).toBe('Verslag werkbezoek Terneuzen');
    expect(titleOf('v1.2 concept')).toBe('v1.2 concept');
  });
});
