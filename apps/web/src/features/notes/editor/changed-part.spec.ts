import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import * as Y from 'yjs';
import { noteBodyToUpdate, noteSchema, NoteRenderer, type NoteMapping } from '@kring/live-documents';
import { changedPart } from './changed-part.ts';

const words = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const section = (key: string, ...content: object[]) => ({ type: 'section', attrs: { key }, content });

describe('what is compared with the shared text after an edit', () => {
  let root: Y.XmlFragment;
  let mapping: NoteMapping;
  let state: EditorState;
  beforeEach(() => {
    const content = [words('een'), section('a', words('twee'), words('drie')), words('vier')];
    const doc = new Y.Doc();
    Y.applyUpdate(doc, noteBodyToUpdate({ type: 'doc', content } as never));
    root = doc.getXmlFragment('body');
    mapping = new Map();
    const blocks = new NoteRenderer(noteSchema, mapping, 'box').renderRoot(root);
    state = EditorState.create({ doc: noteSchema.node('doc', null, blocks) });
  });

  function placeOf(text: string): number {
    let place = -1;
    state.doc.descendants((node, position) => {
      if (node.text === text) place = position;
    });
    return place;
  }
  const typed = (...texts: string[]): Node =>
    texts.reduce((tr, text) => tr.insertText('x', tr.mapping.map(placeOf(text))), state.tr).doc;
  const partOf = (after: Node) => {
    const { type, node } = changedPart(root, state.doc, after, mapping);
    return [type instanceof Y.XmlElement ? type.nodeName : 'all of it', node.textContent];
  };

  it('is the paragraph in which somebody typed, in a section too', () => {
    expect(partOf(typed('vier'))).toEqual(['paragraph', 'xvier']);
    expect(partOf(typed('drie'))).toEqual(['paragraph', 'xdrie']);
  });

  it('is the section in which more than one block changed, or which changed itself', () => {
    expect(partOf(typed('twee', 'drie'))).toEqual(['section', 'xtweexdrie']);
    const renamed = state.tr.setNodeAttribute(5, 'title', 'Anders').insertText('x', placeOf('twee')).doc;
    expect(partOf(renamed)).toEqual(['section', 'xtweedrie']);
  });

  it('is all of it when blocks came, went or changed in more places', () => {
    expect(partOf(typed('een', 'vier'))[0]).toBe('all of it');
    expect(partOf(state.tr.split(placeOf('vier') + 2).doc)[0]).toBe('all of it');
    expect(partOf(state.doc)[0]).toBe('all of it');
  });

  it('is all of it when the shared text is not known to say what was shown', () => {
    mapping.delete(root.get(2));
    expect(partOf(typed('vier'))[0]).toBe('all of it');
  });
});
