import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import {
  inShownOrder,
  inStoredOrder,
  noteBodyToUpdate,
  noteSchema,
  noteToText,
  orderBetween,
  readNote,
  readNoteDocument,
  sectionOf,
  sectionsToBody,
} from '../index.ts';

const block = (text: string) => noteSchema.node('paragraph', null, noteSchema.text(text));
const section = (key: string, order: number) => noteSchema.node('section', { key, order }, block(key));
const keysOf = (blocks: readonly { attrs: Record<string, unknown> }[]) =>
  blocks.map(({ attrs }) => attrs['key']);

function written(...elements: Y.XmlElement[]): Y.Doc {
  const doc = new Y.Doc();
  doc.getXmlFragment('body').insert(0, elements);
  return doc;
}
function element(name: string, attrs: Record<string, unknown>, ...children: (Y.XmlElement | Y.XmlText)[]) {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attrs)) made.setAttribute(key, value as string);
  made.insert(0, children);
  return made;
}
const paragraph = (text: string) => element('paragraph', {}, new Y.XmlText(text));

describe('a note made of sections', () => {
  it('begins with them in their order, each empty, with what the template said', () => {
    const body = sectionsToBody([
      { key: 'opgave', title: 'Opgave', guidance: 'Wat is er?\nSinds wanneer?', isRequired: true },
      { key: 'effectmatrix', title: 'Effectmatrix', tool: 'effect-matrix' },
    ]);
    const note = readNoteDocument(noteBodyToUpdate(body));
    expect(note.children.map(sectionOf)).toMatchObject([
      {
        key: 'opgave',
        guidance: 'Wat is er?\nSinds wanneer?',
        status: 'empty',
        isRequired: true,
        tool: null,
      },
      { key: 'effectmatrix', status: 'empty', ownerId: null, ownerName: '', tool: 'effect-matrix' },
    ]);
    expect(note.textContent).toBe('');
  });

  it('keeps loose blocks beside sections', () => {
    const doc = written(
      paragraph('voor'),
      element('section', { key: 'a' }, paragraph('in')),
      paragraph('na'),
    );
    expect(readNote(doc).content?.map(({ type }) => type)).toEqual(['paragraph', 'section', 'paragraph']);
    expect(noteToText(readNote(doc))).toBe('voor\nin\nna');
  });
});

describe('what a hostile client writes into a section', () => {
  it.each([
    ['key', 'Met Hoofdletters', 'section'],
    ['key', 'a'.repeat(60), 'section'],
    ['title', { html: '<b>' }, ''],
    ['title', `x\u0000y\nz${'.'.repeat(200)}`, `x y z${'.'.repeat(115)}`],
    ['guidance', 'a\u0007b\nc', 'a b\nc'],
    ['status', 'finished', 'empty'],
    ['ownerId', 'javascript:alert(1)', null],
    ['isRequired', 'yes', false],
    ['order', Number.NaN, 0],
    ['order', 1e300, 1e9],
    ['order', '1', 0],
    ['tool', '//evil.example', null],
  ])('is shown as something allowed: %s = %j', (name, value, expected) => {
    const doc = written(element('section', { [name]: value }, paragraph('tekst')));
    expect(readNote(doc).content?.[0]?.attrs?.[name]).toEqual(expected);
  });

  it('loses no words: sections in sections, in quotes, without anything in them', () => {
    const doc = written(
      element('section', { key: 'buiten' }, element('section', { key: 'binnen' }, paragraph('diep'))),
      element('blockquote', {}, element('section', { key: 'citaat' }, paragraph('citaat'))),
      element('section', { key: 'leeg' }),
      element('section', { key: 'kaal' }, new Y.XmlText('los') as never),
    );
    const text = noteToText(readNote(doc));
    for (const word of ['diep', 'citaat', 'los']) expect(text).toContain(word);
    expect(() => readNoteDocument(doc).check()).not.toThrow();
  });

  it('shows each key once, the same for everybody, whoever wrote it twice', () => {
    const doc = written(
      ...['a', 'a', 'a-2', 'a'].map((key, at) =>
        element('section', { key, order: at }, paragraph(`tekst ${at}`)),
      ),
    );
    const shown = readNote(doc).content ?? [];
    expect(shown.map(({ attrs }) => attrs?.['key'])).toEqual(['a', 'a-3', 'a-2', 'a-4']);
    expect(readNote(doc)).toEqual(readNote(doc));
    expect(noteToText(readNote(doc))).toBe('tekst 0\ntekst 1\ntekst 2\ntekst 3');
  });
});

describe('the order of sections', () => {
  it('is that of their `order`; where it is the same, that in which they are stored', () => {
    const stored = [section('c', 3), block('los'), section('a', 1), section('b', 1)];
    expect(keysOf(inShownOrder(stored))).toEqual(['a', undefined, 'b', 'c']);
  });

  it('goes from shown to stored and back, whatever stands where', () => {
    const blocks = fc.array(fc.record({ isSection: fc.boolean(), order: fc.integer({ min: 0, max: 4 }) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(blocks, (spec) => {
        const stored = spec.map(({ isSection, order }, at) =>
          isSection ? section(`k${at}`, order) : block(`${at}`),
        );
        const shown = inShownOrder(stored);
        const keys = stored.flatMap((one) => sectionOf(one)?.key ?? []);
        expect(inStoredOrder(shown, keys)).toEqual(stored);
        const orders = shown.flatMap((one) => sectionOf(one)?.order ?? []);
        expect(orders).toEqual(orders.toSorted((a, b) => a - b));
      }),
    );
  });

  it('puts a new section after the one that it is shown behind', () => {
    const shown = [section('b', 1), section('new', 2), section('a', 3)];
    expect(keysOf(inStoredOrder(shown, ['a', 'b']))).toEqual(['a', 'b', 'new']);
  });

  it('has room between two neighbours, until it has not', () => {
    expect(orderBetween(null, null)).toBe(0);
    expect([orderBetween(null, 0), orderBetween(0, null)]).toEqual([-1_024, 1_024]);
    let after = 1_024;
    let halvings = 0;
    for (let middle = orderBetween(0, after); middle !== null; middle = orderBetween(0, after)) {
      expect(middle > 0 && middle < after).toBe(true);
      after = middle;
      halvings += 1;
    }
    expect(halvings).toBeGreaterThan(15);
    expect(orderBetween(1, 1)).toBeNull();
  });
});
