import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { writtenBlocks } from './written-blocks.ts';

describe('plain text as people type it', () => {
  it('has paragraphs with their lines', () => {
    expect(writtenBlocks('Een.\nTwee.\n\n\nDrie.')).toEqual([
      { kind: 'paragraph', lines: ['Een.', 'Twee.'] },
      { kind: 'paragraph', lines: ['Drie.'] },
    ]);
  });

  it('has lists by dashes and numbers, also right under a line', () => {
    expect(writtenBlocks('Zo werken we:\n1. Open.\n2) Op tijd.\n- vaak\n• en graag')).toEqual([
      { kind: 'paragraph', lines: ['Zo werken we:'] },
      { kind: 'numbered', items: ['Open.', 'Op tijd.'] },
      { kind: 'bulleted', items: ['vaak', 'en graag'] },
    ]);
  });

  it('has one list where there are empty lines between its items', () => {
    expect(writtenBlocks('1. Open.\n\n2. Op tijd.')).toEqual([
      { kind: 'numbered', items: ['Open.', 'Op tijd.'] },
    ]);
  });

  it('keeps numbers that a list would not count so', () => {
    const [block] = writtenBlocks('2024. Toen begon het.\n3. Nee');
    expect(block).toEqual({ kind: 'paragraph', lines: ['2024. Toen begon het.', '3. Nee'] });
  });

  it('loses no word', () => {
    const words = (text: string) => text.match(/[a-z]+/g) ?? [];
    const line = fc.tuple(
      fc.constantFrom('', '- ', '1. ', '2. ', '•', '-', '10) '),
      fc.stringMatching(/^[a-z ]{0,9}$/),
      fc.constantFrom('\n', '\n\n', '\n \n'),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.flat().join('');
        const kept = writtenBlocks(text).flatMap((block) => ('lines' in block ? block.lines : block.items));
        expect(words(kept.join('\n'))).toEqual(words(text));
      }),
    );
  });
});
