import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import type { NoteNode } from './note-schema.ts';
import { readNoteWithAuthors, UNKNOWN_AUTHOR } from './read-authors.ts';
import { readNote } from './read-note.ts';

const textOf = (node: NoteNode): string => node.text ?? (node.content ?? []).map(textOf).join('');

describe('readNoteWithAuthors', () => {
  it('names who wrote each character, whoever edits where', () => {
    const edit = fc.record({
      who: fc.integer({ min: 1, max: 3 }),
      block: fc.nat(3),
      at: fc.nat(30),
      remove: fc.nat(4),
      text: fc.constantFrom('a', 'bc', 'def'),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const doc = new Y.Doc();
        const body = doc.getXmlFragment('body');
        // What should come out: each character with its writer.
        const model: [string, number][][] = [];
        for (const { who, block, at, remove, text } of edits) {
          doc.clientID = who;
          if (!model[block]) {
            model.push([]);
            const paragraph = new Y.XmlElement('paragraph');
            paragraph.insert(0, [new Y.XmlText()]);
            body.push([paragraph]);
          }
          const index = Math.min(block, model.length - 1);
          const row = model[index] ?? [];
          const shared = (body.get(index) as Y.XmlElement).get(0) as Y.XmlText;
          const place = Math.min(at, row.length);
          const gone = Math.min(remove, row.length - place);
          shared.delete(place, gone);
          shared.insert(place, text);
          row.splice(place, gone, ...[...text].map((char): [string, number] => [char, who]));
        }
        const { content, authors } = readNoteWithAuthors(doc);
        expect(content).toEqual(readNote(doc));
        const spread = authors.flatMap(([length, who]) => new Array<number>(length).fill(who));
        expect(textOf(content)).toBe(
          model
            .flat()
            .map(([char]) => char)
            .join(''),
        );
        expect(spread).toEqual(model.flat().map(([, who]) => who));
      }),
      { numRuns: 200 },
    );
  });

  it('says that it does not know where a block holds more than words', () => {
    const doc = new Y.Doc();
    doc.clientID = 7;
    const paragraph = new Y.XmlElement('paragraph');
    const text = new Y.XmlText();
    paragraph.insert(0, [text, new Y.XmlElement('videoBlock')]);
    doc.getXmlFragment('body').insert(0, [paragraph]);
    text.insert(0, 'voor');
    const inner = new Y.XmlText();
    inner.insert(0, 'film');
    (paragraph.get(1) as Y.XmlElement).insert(0, [inner]);
    expect(readNoteWithAuthors(doc).authors).toEqual([[8, UNKNOWN_AUTHOR]]);
  });
});
