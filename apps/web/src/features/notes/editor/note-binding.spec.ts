import { describe, expect, it } from '@jest/globals';
import { EditorState, Selection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import fc from 'fast-check';
import * as Y from 'yjs';
import { noteBodyToUpdate, noteSchema, noteToText, readNote, type NoteNode } from '@kring/live-documents';
import { isRemote } from './collaboration.ts';
import { NoteBinding } from './note-binding.ts';
import { fromWire } from './positions.ts';

const doc = (...content: NoteNode[]): NoteNode => ({ type: 'doc', content });
const paragraph = (text: string): NoteNode => ({
  type: 'paragraph',
  content: text === '' ? [] : [{ type: 'text', text }],
});

/** An editor without a screen: as much of a view as the binding needs. */
class Page {
  readonly doc = new Y.Doc();
  readonly binding: NoteBinding;
  editable = true;
  state = EditorState.create({ schema: noteSchema });

  constructor(clientId: number, ...updates: Uint8Array[]) {
    this.doc.clientID = clientId;
    for (const update of updates) Y.applyUpdate(this.doc, update);
    this.binding = new NoteBinding(this.doc.getXmlFragment('body'));
    this.binding.attach(this as unknown as EditorView);
  }

  dispatch(tr: Transaction): void {
    const previous = this.state;
    this.state = this.state.apply(tr);
    if (tr.docChanged && !isRemote(tr)) this.binding.write(this.state, previous);
  }

  type(text: string, position: number): void {
    this.dispatch(this.state.tr.insertText(text, position));
  }

  get text(): string {
    return this.state.doc.textBetween(0, this.state.doc.content.size, '\n');
  }

  get update(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc);
  }
}

function exchange(...pages: Page[]): void {
  const updates = pages.map((page) => page.update);
  for (const page of pages) for (const update of updates) Y.applyUpdate(page.doc, update, 'server');
}

describe('opening a note', () => {
  it('writes nothing into an empty one, for whoever opens it', () => {
    const pages = [new Page(1), new Page(2)];
    exchange(...pages);
    for (const page of pages) {
      expect(page.doc.store.clients.size).toBe(0);
      expect(page.state.doc.childCount).toBe(1);
    }
  });

  it('keeps what two people type at once into an empty one, each once', () => {
    const [anna, bram] = [new Page(1), new Page(2)];
    anna.type('van Anna', 1);
    bram.type('van Bram', 1);
    exchange(anna, bram);
    exchange(anna, bram);
    expect(anna.text).toBe(bram.text);
    expect(anna.text.split('\n').sort()).toEqual(['van Anna', 'van Bram']);
  });

  it('leaves blocks and caret alone when the editor attaches it anew, as it does for each later plugin', () => {
    const page = new Page(2, noteBodyToUpdate(doc(paragraph('een'), paragraph('twee'))));
    page.type('half ', 6);
    page.dispatch(page.state.tr.setSelection(Selection.near(page.state.doc.resolve(3))));
    const before = page.state;
    page.binding.detach();
    page.binding.attach(page as unknown as EditorView);
    expect(page.state.doc).toBe(before.doc);
    expect(page.state.selection.anchor).toBe(3);
  });

  it('writes nothing for a reader, even where the text is broken', () => {
    const source = new Y.Doc();
    source.getXmlFragment('body').insert(0, [new Y.XmlElement('iframe'), new Y.XmlElement('listItem')]);
    const page = new Page(3, Y.encodeStateAsUpdate(source));
    expect(page.doc.store.clients.has(3)).toBe(false);
    expect(page.update).toEqual(Y.encodeStateAsUpdate(source));
  });
});

describe('writing together', () => {
  it('joins two runs that were begun at once in the same paragraph, each word once', () => {
    const seed = noteBodyToUpdate(doc(paragraph('')));
    const [anna, bram] = [new Page(10, seed), new Page(20, seed)];
    anna.type('AAA', 1);
    bram.type('BBB', 1);
    exchange(anna, bram);
    exchange(anna, bram);
    anna.type('!', 1);
    exchange(anna, bram);
    expect(anna.text).toBe(bram.text);
    expect([...anna.text].sort().join('')).toBe('!AAABBB');
    expect(noteToText(readNote(anna.doc))).toBe(anna.text);
  });

  it('keeps the caret of a person where it was when others write before it', () => {
    const seed = noteBodyToUpdate(doc(paragraph('een'), paragraph('twee')));
    const [anna, bram] = [new Page(10, seed), new Page(20, seed)];
    anna.dispatch(anna.state.tr.setSelection(Selection.atEnd(anna.state.doc)));
    bram.type('nul ', 1);
    exchange(anna, bram);
    expect(anna.state.selection.$head.parent.textContent).toBe('twee');
    expect(anna.state.selection.$head.parentOffset).toBe(4);
  });

  it('ends equal for everybody, whatever they type, and reads as what the editor shows', () => {
    const seed = noteBodyToUpdate(doc(paragraph('begin'), paragraph('midden'), paragraph('eind')));
    const step = fc.record({
      who: fc.nat(2),
      kind: fc.constantFrom('type', 'split', 'delete', 'exchange'),
      at: fc.nat(1_000),
      length: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const pages = [new Page(10, seed), new Page(20, seed), new Page(30, seed)];
        for (const { who, kind, at, length } of steps) {
          const page = pages[who];
          if (page === undefined) continue;
          const { tr } = page.state;
          const size = page.state.doc.content.size;
          const place = page.state.doc.resolve(Math.min(size, 1 + (at % size)));
          if (kind === 'exchange') exchange(...pages);
          else if (!place.parent.isTextblock) continue;
          else if (kind === 'type') page.type('abcd'.slice(0, length), place.pos);
          else if (kind === 'split') page.dispatch(tr.split(place.pos));
          else page.dispatch(tr.delete(place.pos, Math.min(place.pos + length, place.end())));
        }
        for (let round = 0; round < 3; round++) exchange(...pages);
        for (const page of pages) {
          expect(page.text).toBe(pages[0]?.text);
          expect(noteToText(readNote(page.doc))).toBe(page.text);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('a shared text that is broken', () => {
  const element = (name: string, ...children: (Y.XmlElement | Y.XmlText)[]) => {
    const made = new Y.XmlElement(name);
    made.insert(0, children);
    return made;
  };
  const run = (value: string, attributes: object = {}) => {
    const made = new Y.XmlText();
    made.applyDelta([{ insert: value, attributes }]);
    return made;
  };

  function broken(): Uint8Array {
    const source = new Y.Doc();
    const words = new Y.XmlText();
    source
      .getXmlFragment('body')
      .insert(0, [
        element('paragraph', run('voor')),
        element(
          'bulletList',
          element(
            'listItem',
            element('bulletList', element('listItem', element('paragraph', run('genest')))),
          ),
        ),
        element('videoBlock', run('toekomst')),
        element('paragraph', run('knipper', { blink: {}, bold: {} })),
        element('paragraph', element('paragraph', run('dubbel'))),
        element('paragraph', words),
        run('wortel'),
        element('paragraph', run('achter')),
      ]);
    words.insertEmbed(0, { image: 'x' });
    source.getXmlFragment('body').push([new Y.Array() as unknown as Y.XmlElement]);
    return Y.encodeStateAsUpdate(source);
  }
  const allWords = ['voor', 'genest', 'knipper', 'dubbel', 'wortel', 'achter'];

  it('shows all its words, and deletes nothing when somebody opens it', () => {
    const page = new Page(7, broken());
    for (const word of allWords) expect(page.text).toContain(word);
    expectUntouched(page);
  });

  // A deletion has no client of its own: compare with a document that nobody looked at.
  function expectUntouched(page: Page): void {
    const unseen = new Y.Doc();
    Y.applyUpdate(unseen, page.update);
    expect(page.doc.store.clients.has(7)).toBe(false);
    expect(unseen.getXmlFragment('body').length).toBe(page.doc.getXmlFragment('body').length);
    expect(Y.encodeStateAsUpdate(unseen)).toEqual(page.update);
    expect(page.doc.getXmlFragment('body').toArray()).toHaveLength(9);
  }

  it('keeps all its words, and what it does not know, when somebody writes beside it', () => {
    const page = new Page(7, broken());
    page.type('vooraan ', 1);
    const body = page.doc.getXmlFragment('body').toString();
    for (const word of [...allWords, 'vooraan', 'toekomst']) expect(body).toContain(word);
    expect(body).toContain('<videoblock>');
  });

  it('keeps the words around when somebody writes inside it', () => {
    const page = new Page(7, broken());
    let position = -1;
    page.state.doc.descendants((node, at) => {
      if (node.text === 'genest') position = at;
    });
    page.type('diep ', position);
    const reread = noteToText(readNote(page.doc));
    for (const word of [...allWords, 'diep genest']) expect(reread).toContain(word);
  });

  it('stays in step with somebody whose page shows it too', () => {
    const [anna, bram] = [new Page(7, broken()), new Page(8, broken())];
    anna.type('een ', 1);
    bram.type('twee ', bram.state.doc.content.size - 2);
    exchange(anna, bram);
    exchange(anna, bram);
    for (const word of allWords) expect(noteToText(readNote(anna.doc))).toContain(word);
    expect(noteToText(readNote(anna.doc))).toBe(noteToText(readNote(bram.doc)));
  });

  it('does not stop the editor when the root holds plain values', () => {
    for (const make of [
      (source: Y.Doc) => source.getText('body').insert(0, 'plat'),
      (source: Y.Doc) => source.getArray('body').insert(0, [1, { a: 2 }, new Y.Map()]),
    ]) {
      const source = new Y.Doc();
      make(source);
      const page = new Page(7, Y.encodeStateAsUpdate(source));
      expect(() =>
        page.dispatch(page.state.tr.insert(0, noteSchema.node('paragraph', null, noteSchema.text('verder')))),
      ).not.toThrow();
      expect(page.text).toContain('verder');
      Y.applyUpdate(page.doc, Y.encodeStateAsUpdate(source), 'server');
    }
  });
});

describe('cursors of others', () => {
  it.each([
    null,
    7,
    'x',
    {},
    { anchor: 1, head: 2 },
    { anchor: {}, head: null },
    { anchor: { type: 'x' }, head: {} },
  ])('of any shape (%p) do not stop the editor', (value) => {
    expect(() => fromWire(value)).not.toThrow();
  });
});
