import { describe, expect, it } from '@jest/globals';
import { fromBody, mentionQuery, toBody } from './body.ts';

const anna = { id: 'a', name: 'Anna' };
const annaMaria = { id: 'am', name: 'Anna Maria' };

describe('a comment as it is typed', () => {
  it('holds mentions of who was chosen, the longest name first, and of nobody else', () => {
    const text = ' @Anna Maria en @Anna, niet @Bram ';
    expect(toBody({ text, mentions: [anna, annaMaria] })).toEqual([
      { type: 'mention', personId: 'am' },
      { type: 'text', text: ' en ' },
      { type: 'mention', personId: 'a' },
      { type: 'text', text: ', niet @Bram' },
    ]);
    expect(toBody({ text: ' \n ', mentions: [anna] })).toEqual([]);
  });

  it('comes back into the field as it was', () => {
    const body = [
      { type: 'text' as const, text: 'Zie ' },
      { type: 'mention' as const, person: anna },
    ];
    expect(fromBody(body)).toEqual({ text: 'Zie @Anna', mentions: [anna] });
  });

  it('asks for a name after an at-sign that begins a word, up to the caret', () => {
    expect(mentionQuery('Vraag @Jo', 9)).toEqual({ from: 6, query: 'Jo' });
    expect(mentionQuery('Vraag @Joost Ve', 15)).toEqual({ from: 6, query: 'Joost Ve' });
    expect(mentionQuery('post@kring', 10)).toBeNull();
    expect(mentionQuery('Vraag @Jo eens na', 17)).toBeNull();
  });
});
