import { describe, expect, it } from '@jest/globals';
import { isMarkdown, joinBrokenLines } from './plain-text.ts';

describe('a plain text that may be Markdown', () => {
  it.each([
    '# Kop\n\nTekst',
    '- een\n- twee\n\n**vet**',
    '- [ ] bellen\n- [x] mailen',
    '| a | b |\n| --- | --- |\n| 1 | 2 |',
    'Zie [het plan](https://example.org) en [meer](https://example.org/2).',
    '```\ncode\n```\n\n1. een\n2. twee',
  ])('is read as such when it clearly is: %j', (text) => {
    expect(isMarkdown(text)).toBe(true);
  });

  it.each([
    'Gewone zin. En nog een - met een streep.',
    '#hashtag en # los',
    '- een streep vooraan',
    '1. Artikel een\ngaat verder',
    'Prijs: 3 * 4 = 12 en 5 * 6',
    'Beste Jan,\n\n- Groet\n- Piet',
    '',
  ])('stays what it is in doubt: %j', (text) => {
    expect(isMarkdown(text)).toBe(false);
  });
});

describe('the lines of a PDF', () => {
  const broken = [
    'De gemeente onderzoekt hoe wonen en groen samen-',
    'gaan in de wijk. Daarvoor spraken wij met vijftig',
    'bewoners en met de corporatie, die beide anders',
    'kijken.',
    '',
    'Een tweede alinea.',
  ].join('\n');

  it('are joined where they were broken, with the words that were split', () => {
    expect(joinBrokenLines(broken)).toBe(
      'De gemeente onderzoekt hoe wonen en groen samengaan in de wijk. Daarvoor spraken wij met vijftig bewoners en met de corporatie, die beide anders kijken.\n\nEen tweede alinea.',
    );
  });

  it.each([
    'Jan\nPiet\nKlaas\nMaria',
    '- een regel die lang genoeg is om op een pagina te eindigen\n- en een tweede regel die ook lang genoeg is daarvoor\n- einde',
    'Een heel lang gedicht dat\nwel breekt',
  ])('stay apart where somebody put them apart: %j', (text) => {
    expect(joinBrokenLines(text)).toBe(text);
  });
});
