import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { editDistance, excerptOf, markText, pickNear, readTerms } from './search-text.ts';

const plain = (pieces: readonly { text: string }[]) => pieces.map(({ text }) => text).join('');
const marked = (pieces: readonly { text: string; isMatch: boolean }[]) =>
  pieces.filter(({ isMatch }) => isMatch).map(({ text }) => text);

describe('what somebody typed', () => {
  it('is words without accents and capitals, of which the last may go on', () => {
    expect(readTerms('Brede  Wélvaart, nu!')).toEqual([
      { words: ['brede'], isPhrase: false, isLast: false },
      { words: ['welvaart'], isPhrase: false, isLast: false },
      { words: ['nu'], isPhrase: false, isLast: true },
    ]);
  });

  it('keeps a phrase in quotes together, straight or curly, and takes it as complete', () => {
    expect(readTerms('wonen “brede welvaart”')).toEqual([
      { words: ['wonen'], isPhrase: false, isLast: false },
      { words: ['brede', 'welvaart'], isPhrase: true, isLast: false },
    ]);
    expect(readTerms('"welvaart"')).toEqual([{ words: ['welvaart'], isPhrase: false, isLast: false }]);
  });

  it('can be anything at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const terms = readTerms(text);
        expect(terms.length).toBeLessThanOrEqual(8);
        for (const word of terms.flatMap(({ words }) => words)) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
      }),
    );
  });
});

describe('near spellings', () => {
  it.each([
    ['welvart', 'welvaart', 1],
    ['vlaandern', 'vlaanderen', 1],
    ['gemeetne', 'gemeente', 1],
    ['zeeland', 'zeeland', 0],
    ['wonen', 'water', 3],
  ])('from %s to %s are %d edits', (one, other, distance) => {
    expect(editDistance(one, other, 2)).toBe(distance);
    expect(editDistance(other, one, 2)).toBe(distance);
  });

  it('are picked by how few edits they are away, then compounds; short words have none', () => {
    const known = ['welvaart', 'welvarend', 'water', 'welvaartsmonitor', 'welvar'];
    expect(pickNear('welvart', known, false)[0]).toBe('welvar');
    expect(pickNear('welvart', known, false)).toContain('welvaart');
    expect(pickNear('monitor', known, false)).toEqual(['welvaartsmonitor']);
    expect(pickNear('de', ['dek', 'den'], false)).toEqual([]);
  });

  it('of a word that is being typed need its beginning only', () => {
    expect(pickNear('vlaamder', ['vlaanderen'], true)).toEqual(['vlaanderen']);
    expect(pickNear('vlaam', ['vlaanderen'], false)).toEqual([]);
  });
});

describe('marks', () => {
  const isMatch = (word: string) => word === 'welvaart';

  it('stand on whole words, whatever their accents and capitals, and change no character', () => {
    const pieces = markText('Brede WÉLVAART: <b>welvaart</b> & welvaartswerk', isMatch);
    expect(marked(pieces)).toEqual(['WÉLVAART', 'welvaart']);
    expect(plain(pieces)).toBe('Brede WÉLVAART: <b>welvaart</b> & welvaartswerk');
  });

  it('never change a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.func(fc.boolean()), (text, decide) => {
        expect(plain(markText(text, decide))).toBe(text);
      }),
    );
  });

  it('are in the excerpt, which is short and cut at words', () => {
    const text = `${'lorem ipsum '.repeat(60)}brede welvaart in de regio ${'dolor sit '.repeat(60)}`;
    const excerpt = excerptOf(text, isMatch);
    expect(marked(excerpt)).toEqual(['welvaart']);
    expect(plain(excerpt).length).toBeLessThan(220);
    expect(plain(excerpt)).toMatch(/^… .* …$/u);
    expect(plain(excerptOf('Kort', isMatch))).toBe('Kort');
  });
});
