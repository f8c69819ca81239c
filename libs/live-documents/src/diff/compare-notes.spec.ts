import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { noteSchema, type NoteNode } from '../note-schema.ts';
import { compareNotes } from './compare-notes.ts';
import type { ComparedNode, NoteComparison } from './note-change.ts';

const textblocks = Object.values(noteSchema.nodes)
  .filter((type) => type.isTextblock)
  .map(({ name }) => name);
const compare = (before: NoteNode, after: NoteNode, authors?: [number, number][]): NoteComparison =>
  compareNotes(before, after, { textblocks, ...(authors && { authors }) });

const doc = (...content: NoteNode[]): NoteNode => ({ type: 'doc', content });
const words = (text: string, marks?: NoteNode['marks']): NoteNode[] =>
  text === '' ? [] : [{ type: 'text', text, ...(marks && { marks }) }];
const p = (text: string): NoteNode => ({ type: 'paragraph', content: words(text) });
const h = (text: string, level = 1): NoteNode => ({
  type: 'heading',
  attrs: { level },
  content: words(text),
});
const cell = (text: string): NoteNode => ({
  type: 'tableCell',
  attrs: { colspan: 1, rowspan: 1 },
  content: [p(text)],
});
const table = (...rows: string[][]): NoteNode => ({
  type: 'table',
  content: rows.map((row) => ({ type: 'tableRow', content: row.map(cell) })),
});

/** The comparison as one line: [+came+] [-went-] [>moved here] [<moved away] [~other]. */
function show(node: ComparedNode): string {
  const inner =
    node.text ?? (node.content ?? []).map(show).join(node.content?.[0]?.text === undefined ? '|' : '');
  const sign = {
    inserted: '+',
    deleted: '-',
    'moved-here': '>',
    'moved-away': '<',
    marks: '~',
    settings: '=',
  };
  return node.piece ? `[${sign[node.piece.kind]}${inner}]` : inner;
}
const shown = (before: NoteNode, after: NoteNode) => show(compare(before, after).doc);

/** One of the two notes, taken back out of a comparison. */
function side(node: ComparedNode, without: readonly string[]): NoteNode {
  const content = node.content
    ?.filter(({ piece }) => !piece || !without.includes(piece.kind))
    .map((child) => side(child, without));
  return {
    type: node.type,
    ...(node.text !== undefined && { text: node.text }),
    ...(content && { content }),
  };
}
const text = (node: NoteNode): string => node.text ?? (node.content ?? []).map(text).join('');

describe('compareNotes', () => {
  it('finds nothing between equal notes', () => {
    const note = doc(h('Opgave'), p('Wonen in Zeeland'), table(['a', 'b']));
    expect(compare(note, structuredClone(note)).changes).toEqual([]);
  });

  it('compares by words, and counts what hangs together as one change', () => {
    const before = doc(p('De regio krimpt al jaren sneller dan verwacht.'));
    const after = doc(p('De regio groeit sinds kort sneller dan ooit verwacht.'));
    expect(shown(before, after)).toBe(
      'De regio [-krimpt al jaren][+groeit sinds kort] sneller dan[+ ooit] verwacht.',
    );
    expect(compare(before, after).changes).toMatchObject([
      { kinds: ['deleted', 'inserted'], before: 'krimpt al jaren', after: 'groeit sinds kort' },
      { kinds: ['inserted'], before: '', after: 'ooit' },
    ]);
  });

  it('says whom a change names, and what stands in a footnote', () => {
    const named = { type: 'mention', attrs: { kind: 'person', id: 'x', label: 'Joost Verschure' } };
    const footnote = { type: 'footnote', attrs: { text: 'CBS 2024', href: null } };
    const after = {
      type: 'paragraph',
      content: [...words('Dat moet rijden. '), named, ...words(' klopt dit?'), footnote],
    };
    expect(compare(doc(p('Iets anders')), doc(p('Iets anders'), after)).changes).toMatchObject([
      { after: 'Dat moet rijden. @Joost Verschure klopt dit? [CBS 2024]' },
    ]);
    expect(compare(doc(p('Dat moet rijden. ')), doc(after)).changes).toMatchObject([
      { after: '@Joost Verschure klopt dit? [CBS 2024]' },
    ]);
  });

  it('shows blocks that came and went, and keeps the others', () => {
    const [a, b, c] = [p('Eerste alinea over wonen'), p('Tweede over werken'), p('Derde over leren')];
    expect(shown(doc(a, b), doc(a, c, b))).toBe(
      'Eerste alinea over wonen|[+Derde over leren]|Tweede over werken',
    );
    expect(shown(doc(a, b), doc(b))).toBe('[-Eerste alinea over wonen]|Tweede over werken');
  });

  it('tells a block that stands elsewhere from one that came and one that went', () => {
    const [a, b, c] = [p('De eerste alinea van de notitie'), p('Tweede'), p('Derde')];
    expect(shown(doc(a, b, c), doc(b, c, a))).toBe(
      '[<De eerste alinea van de notitie]|Tweede|Derde|[>De eerste alinea van de notitie]',
    );
  });

  it('notices marks, and settings and kinds of blocks', () => {
    const bold = [{ type: 'bold' }];
    const half = { type: 'paragraph', content: [...words('een '), ...words('twee', bold)] };
    expect(shown(doc(p('een twee')), doc(half))).toBe('een [~twee]');
    expect(shown(doc(h('Titel van de casus', 1)), doc(h('Titel van de casus', 2)))).toBe(
      '[=Titel van de casus]',
    );
    expect(shown(doc(p('Titel van de casus')), doc(h('Titel van de casus')))).toBe('[=Titel van de casus]');
  });

  it('compares tables by row and cell', () => {
    const before = table(['Wonen', '10'], ['Werken', '20']);
    expect(shown(doc(before), doc(table(['Wonen', '11'], ['Werken', '20'])))).toBe(
      'Wonen|[-10]|[+11]|Werken|20',
    );
    expect(shown(doc(before), doc(table(['Wonen', '10'], ['Leren', '5'], ['Werken', '20'])))).toBe(
      'Wonen|10|[+Leren|5]|Werken|20',
    );
    expect(shown(doc(before), doc(table(['Wonen', '10', 'goed'], ['Werken', '20', 'slecht'])))).toBe(
      'Wonen|10|[+goed]|Werken|20|[+slecht]',
    );
  });

  it('names the people whose words came', () => {
    const after = doc(p('Wonen is duur'), p('Werken gaat goed in de regio'));
    const authors: [number, number][] = [
      [6, 0],
      [7, 1],
      [28, 2],
    ];
    expect(compare(doc(p('Wonen duur')), after, authors).changes.map(({ by }) => by)).toEqual([[1], [2]]);
  });

  const block = fc.oneof(
    fc
      .array(fc.constantFrom('wonen', 'werken', 'zorg', 'krimp', 'groei', 'en', 'de'), { maxLength: 8 })
      .map((all) => p(all.join(' '))),
    fc.constantFrom('Opgave', 'Inzicht').map((title) => h(title)),
    fc
      .array(fc.array(fc.constantFrom('1', '2', 'x y'), { minLength: 2, maxLength: 2 }), {
        minLength: 1,
        maxLength: 3,
      })
      .map((rows) => table(...rows)),
    fc.array(fc.constantFrom('punt een', 'punt twee'), { minLength: 1, maxLength: 3 }).map((items) => ({
      type: 'bulletList',
      content: items.map((item) => ({ type: 'listItem', content: [p(item)] })),
    })),
  );
  const notes = fc.array(block, { maxLength: 8 }).map((blocks) => doc(...blocks));

  it('holds both notes whole, whatever they say', () => {
    fc.assert(
      fc.property(notes, notes, (before, after) => {
        const { doc: both } = compare(before, after);
        expect(text(side(both, ['inserted', 'moved-here']))).toBe(text(before));
        expect(text(side(both, ['deleted', 'moved-away']))).toBe(text(after));
      }),
      { numRuns: 400 },
    );
  });

  it('gives up on words rather than on time', () => {
    const long = (seed: number) =>
      doc(
        ...Array.from({ length: 3_000 }, (_, i) =>
          p(Array.from({ length: 30 }, (_word, j) => `w${(i * 31 + j * seed) % 9973}`).join(' ')),
        ),
      );
    const [before, after] = [long(7), long(11)];
    const started = performance.now();
    const { isComplete, changes } = compare(before, after);
    expect([isComplete, changes.length > 0]).toEqual([false, true]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
