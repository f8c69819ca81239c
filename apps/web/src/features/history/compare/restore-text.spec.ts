import { describe, expect, it } from '@jest/globals';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { updateYFragment } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import * as Y from 'yjs';
import { noteBodyToUpdate, noteSchema, readNote, type NoteNode } from '@kring/live-documents';
import { restoreText } from './restore-text.ts';

const paragraph = (text: string): NoteNode => ({
  type: 'paragraph',
  ...(text !== '' && { content: [{ type: 'text', text }] }),
});
const cell = (text: string): NoteNode => ({ type: 'tableCell', content: [paragraph(text)] });
const block = fc.oneof(
  fc.constantFrom('', 'wonen', 'werken in de regio', 'zorg', 'leren').map(paragraph),
  fc.constantFrom('Opgave', 'Inzicht').map((text) => ({
    type: 'heading',
    attrs: { level: 2 },
    content: [{ type: 'text', text }],
  })),
  fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }).map((cells) => ({
    type: 'table',
    content: [{ type: 'tableRow', content: cells.map(cell) }],
  })),
  fc.array(fc.constantFrom('een', 'twee'), { minLength: 1, maxLength: 3 }).map((items) => ({
    type: 'bulletList',
    content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
  })),
);
const notes = fc
  .array(block, { minLength: 1, maxLength: 8 })
  .map((content): NoteNode => ({ type: 'doc', content }));

/** An editor without a screen that writes each of its edits into a shared text, as the open note does. */
class Page {
  readonly doc = new Y.Doc();
  state = EditorState.create({ schema: noteSchema });
  edits = 0;

  constructor(...updates: Uint8Array[]) {
    for (const update of updates) Y.applyUpdate(this.doc, update);
    this.state = EditorState.create({ doc: noteSchema.nodeFromJSON(readNote(this.doc)) });
  }

  dispatch(tr: Transaction): void {
    this.edits += 1;
    this.state = this.state.apply(tr);
    const meta = { mapping: new Map(), isOMark: new Map() };
    updateYFragment(this.doc, this.doc.getXmlFragment('body'), this.state.doc, meta);
  }
}

describe('restoreText', () => {
  it('makes the shared text say exactly what the version said, whatever it said before', () => {
    fc.assert(
      fc.property(notes, notes, (before, version) => {
        const wanted = readNote(noteBodyToUpdate(version));
        const page = new Page(noteBodyToUpdate(before));
        restoreText(page, wanted);
        expect(page.state.doc.toJSON()).toEqual(wanted);
        expect(readNote(page.doc)).toEqual(wanted);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves places in words that stay where they were', () => {
    const all = ['een', 'twee', 'drie', 'vier', 'vijf'].map((text) => paragraph(`alinea ${text}`));
    const page = new Page(noteBodyToUpdate({ type: 'doc', content: all }));
    const body = page.doc.getXmlFragment('body');
    const text = (body.get(2) as Y.XmlElement).get(0) as Y.XmlText;
    const place = Y.createRelativePositionFromTypeIndex(text, 7);
    const [, two, three, , five] = all;
    restoreText(page, {
      type: 'doc',
      content: [paragraph('nieuw begin'), paragraph('en nog een'), two, three, five] as NoteNode[],
    });
    const found = Y.createAbsolutePositionFromRelativePosition(place, page.doc);
    expect([found?.type === text, found?.index]).toEqual([true, 7]);
    expect(text.toString()).toBe('alinea drie');
  });

  it('merges with what somebody else types meanwhile', () => {
    const seed = noteBodyToUpdate({ type: 'doc', content: [paragraph('oud'), paragraph('blijft')] });
    const [mine, theirs] = [new Page(seed), new Page(seed)];
    const other = (theirs.doc.getXmlFragment('body').get(1) as Y.XmlElement).get(0) as Y.XmlText;
    other.insert(6, ' en groeit');
    restoreText(mine, { type: 'doc', content: [paragraph('nieuw'), paragraph('blijft')] });
    Y.applyUpdate(mine.doc, Y.encodeStateAsUpdate(theirs.doc));
    expect(readNote(mine.doc).content).toEqual([paragraph('nieuw'), paragraph('blijft en groeit')]);
  });

  it('does nothing when the note says that already', () => {
    const seed = noteBodyToUpdate({ type: 'doc', content: [paragraph('gelijk')] });
    const page = new Page(seed);
    restoreText(page, readNote(seed));
    expect(page.edits).toBe(0);
  });

  it('turns what this schema does not know into its words', () => {
    const page = new Page(noteBodyToUpdate({ type: 'doc', content: [paragraph('nu')] }));
    restoreText(page, {
      type: 'doc',
      content: [
        { type: 'hologram', content: [{ type: 'text', text: 'toekomst', marks: [{ type: 'sparkle' }] }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'fonkelt', marks: [{ type: 'sparkle' }] }] },
      ],
    });
    expect(page.state.doc.toJSON()).toEqual({
      type: 'doc',
      content: [paragraph('toekomst'), paragraph('fonkelt')],
    });
  });
});
