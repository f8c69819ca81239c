import { describe, expect, it } from '@jest/globals';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import fc from 'fast-check';
import * as Y from 'yjs';
import type { EditorView } from '@tiptap/pm/view';
import { noteBodyToUpdate, noteSchema, noteToText, readNote, type NoteNode } from '@kring/live-documents';
import { isRemote } from '../editor/collaboration.ts';
import { NoteBinding } from '../editor/note-binding.ts';
import { toShared, fromShared } from '../editor/positions.ts';
import {
  currentBlock,
  deleteBlock,
  duplicateBlock,
  insertBelow,
  moveBlock,
  moveBlockTo,
  type Direction,
} from './blocks.ts';

const paragraph = (text: string): NoteNode => ({
  type: 'paragraph',
  content: text === '' ? [] : [{ type: 'text', text }],
});
const bullets = (...texts: string[]): NoteNode => ({
  type: 'bulletList',
  content: texts.map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
});

/** An editor on a shared text, without a screen. */
class Page {
  readonly shared = new Y.Doc();
  readonly binding: NoteBinding;
  state = EditorState.create({ schema: noteSchema });

  constructor(...content: NoteNode[]) {
    this.shared.clientID = 7;
    Y.applyUpdate(this.shared, noteBodyToUpdate({ type: 'doc', content }));
    this.binding = new NoteBinding(this.shared.getXmlFragment('body'));
    this.binding.attach(this as unknown as EditorView);
  }

  dispatch(tr: Transaction): void {
    const previous = this.state;
    this.state = this.state.apply(tr);
    if (tr.docChanged && !isRemote(tr)) this.binding.write(this.state, previous);
  }

  /** Puts the caret right behind these words. */
  at(words: string): this {
    this.state.doc.descendants((node, pos) => {
      const found = node.text?.indexOf(words) ?? -1;
      if (found >= 0)
        this.dispatch(
          this.state.tr.setSelection(TextSelection.create(this.state.doc, pos + found + words.length)),
        );
    });
    return this;
  }

  move(direction: Direction): boolean {
    const block = currentBlock(this.state);
    return block !== null && moveBlock(this, block, direction);
  }

  /** The blocks in short: `p:een [a|b]`. */
  get shape(): string {
    return this.state.doc.children
      .map((node) =>
        node.type.name === 'bulletList'
          ? `[${node.children.map((item) => item.textContent).join('|')}]`
          : node.textContent,
      )
      .join(' ');
  }
}

describe('moving a block', () => {
  it('goes past its neighbour with the caret in it, and no further than the end', () => {
    const page = new Page(paragraph('een'), paragraph('twee'), paragraph('drie')).at('twee');
    expect(page.move(1)).toBe(true);
    expect(page.shape).toBe('een drie twee');
    expect(page.state.selection.$head.parent.textContent).toBe('twee');
    expect(page.state.selection.$head.parentOffset).toBe(4);
    expect(page.move(1)).toBe(false);
    page.move(-1);
    page.move(-1);
    expect(page.shape).toBe('twee een drie');
    expect(page.move(-1)).toBe(false);
  });

  it('takes an item through its list, out of it past the next block, and into the next list', () => {
    const page = new Page(bullets('a', 'b'), paragraph('p'), bullets('c')).at('a');
    page.move(1);
    expect(page.shape).toBe('[b|a] p [c]');
    page.move(1);
    expect(page.shape).toBe('[b] p [a|c]');
    page.move(-1);
    expect(page.shape).toBe('[b|a] p [c]');
    expect(page.state.selection.$head.parent.textContent).toBe('a');
    expect(page.state.selection.$head.parentOffset).toBe(1);
  });

  it('takes the last item past a block on its own, and leaves no empty list behind', () => {
    const page = new Page(paragraph('p'), bullets('a'), paragraph('q')).at('a');
    page.move(-1);
    expect(page.shape).toBe('[a] p q');
    page.move(1);
    page.move(1);
    expect(page.shape).toBe('p q [a]');
    expect(page.state.selection.$head.parentOffset).toBe(1);
    const joined = new Page(bullets('b'), paragraph('p'), bullets('a')).at('a');
    joined.move(-1);
    expect(joined.shape).toBe('[b|a] p');
    expect(joined.state.selection.$head.parent.textContent).toBe('a');
    expect(joined.state.selection.$head.parentOffset).toBe(1);
  });

  it('goes from section to section, and leaves a place to write in the one it left', () => {
    const section = (key: string, ...content: NoteNode[]): NoteNode => ({
      type: 'section',
      attrs: { key, title: key, order: key },
      content,
    });
    const page = new Page(section('a', paragraph('een')), section('b', paragraph('twee'))).at('een');
    const texts = () =>
      page.state.doc.children.map((node) => node.children.map((child) => child.textContent));
    expect(page.move(-1)).toBe(false);
    expect(page.move(1)).toBe(true);
    expect(texts()).toEqual([[''], ['een', 'twee']]);
    expect(page.state.selection.$head.parentOffset).toBe(3);
    page.move(1);
    expect(texts()).toEqual([[''], ['twee', 'een']]);
    expect(page.move(1)).toBe(false);
    page.move(-1);
    page.move(-1);
    expect(texts()).toEqual([['', 'een'], ['twee']]);
  });

  it('leaves places in the blocks that it passes where they are', () => {
    const page = new Page(paragraph('een'), paragraph('twee'), paragraph('drie'));
    const place = toShared(page.binding, { anchor: 7, head: 9 });
    page.at('een').move(1);
    expect(page.shape).toBe('twee een drie');
    const size = page.state.doc.content.size;
    const [from, to] = place
      ? [fromShared(page.binding, place.anchor, size), fromShared(page.binding, place.head, size)]
      : [null, null];
    expect(page.state.doc.textBetween(from ?? 0, to ?? 0)).toBe('we');
  });

  it('keeps every word once, whatever is moved where', () => {
    const step = fc.record({ at: fc.nat(200), way: fc.constantFrom<Direction>(-1, 1), gap: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const page = new Page(
          paragraph('een'),
          bullets('a', 'b', 'c'),
          paragraph('twee'),
          bullets('d'),
          { type: 'blockquote', content: [paragraph('citaat'), paragraph('nog een')] },
          { type: 'horizontalRule' },
        );
        const words = () => page.state.doc.textBetween(0, page.state.doc.content.size, ' ', ' ').split(' ');
        const before = words().sort();
        for (const { at, way, gap } of steps) {
          const { doc } = page.state;
          const $at = doc.resolve(at % doc.content.size);
          page.dispatch(page.state.tr.setSelection(TextSelection.near($at)));
          const block = currentBlock(page.state);
          if (block === null) continue;
          if (gap < 5) moveBlock(page, block, way);
          else {
            let place = 0;
            doc.forEach((_node, offset, index) => {
              if (index <= gap - 5) place = offset;
            });
            moveBlockTo(page, block, place);
          }
          page.state.doc.check();
        }
        expect(words().sort()).toEqual(before);
        expect(noteToText(readNote(page.shared)).split(/\s+/).sort()).toEqual(
          page.state.doc.textBetween(0, page.state.doc.content.size, ' ').split(/\s+/).filter(Boolean).sort(),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('acts on a block', () => {
  const blockOf = (page: Page) => {
    const block = currentBlock(page.state);
    if (block === null) throw new Error('no block here');
    return block;
  };

  it('copies it below itself and goes on in the copy', () => {
    const page = new Page(paragraph('een'), paragraph('twee')).at('ee');
    duplicateBlock(page, blockOf(page.at('een')));
    expect(page.shape).toBe('een een twee');
    expect(page.state.selection.head).toBe(9);
  });

  it('deletes it, and leaves an empty paragraph where it was the only one', () => {
    const page = new Page(bullets('a')).at('a');
    deleteBlock(page, blockOf(page));
    expect(page.state.doc.childCount).toBe(1);
    expect(page.state.doc.firstChild?.type.name).toBe('paragraph');
    expect(page.state.doc.textContent).toBe('');
  });

  it('adds an empty one below, of the same kind in a list, and uses one that is empty already', () => {
    const page = new Page(bullets('a', 'b'), paragraph('')).at('a');
    insertBelow(page, blockOf(page));
    expect(page.shape).toBe('[a||b] ');
    page.dispatch(page.state.tr.setSelection(TextSelection.atEnd(page.state.doc)));
    insertBelow(page, blockOf(page));
    expect(page.shape).toBe('[a||b] ');
  });
});
