import { describe, expect, it } from '@jest/globals';
import { noteSchema, type NoteNode } from '@kring/live-documents';
import { readingMinutes, wordsIn } from './counts.ts';
import { depthsOf, headingAt, headingsOf } from './outline.ts';

const heading = (level: number, text: string): NoteNode => ({
  type: 'heading',
  attrs: { level },
  content: text === '' ? [] : [{ type: 'text', text }],
});
const paragraph = (text: string): NoteNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const docOf = (...content: NoteNode[]) => noteSchema.nodeFromJSON({ type: 'doc', content });

describe('the outline', () => {
  it('lists headings with words, and knows under which one a place stands', () => {
    const headings = headingsOf(
      docOf(paragraph('vooraf'), heading(1, 'Eén'), heading(2, ''), heading(2, 'Twee')),
    );
    expect(headings.map(({ text }) => text)).toEqual(['Eén', 'Twee']);
    expect(headingAt(headings, 2)).toBe(-1);
    expect(headingAt(headings, (headings[0]?.pos ?? 0) + 1)).toBe(0);
    expect(headingAt(headings, 999)).toBe(1);
  });

  it('names sections too, above the headings in them', () => {
    const section: NoteNode = {
      type: 'section',
      attrs: { key: 'opgave', title: 'Opgave' },
      content: [heading(2, 'Binnen')],
    };
    const found = headingsOf(docOf(section, heading(1, 'Los')));
    expect(found.map(({ level, text }) => [level, text])).toEqual([
      [0, 'Opgave'],
      [2, 'Binnen'],
      [1, 'Los'],
    ]);
  });

  it('leaves no gaps in its levels', () => {
    const levels = (...given: number[]) => depthsOf(given.map((level) => ({ level, pos: 0, text: 'x' })));
    expect(levels(1, 2, 3, 1)).toEqual([0, 1, 2, 0]);
    expect(levels(3, 1, 3, 2)).toEqual([0, 0, 1, 1]);
  });
});

describe('counting words', () => {
  it('counts words of all blocks, none across their borders', () => {
    expect(wordsIn(docOf(paragraph('een twee'), heading(1, 'drie')))).toBe(3);
    expect(readingMinutes(0)).toBe(1);
    expect(readingMinutes(660)).toBe(3);
  });
});
