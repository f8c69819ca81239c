import { describe, expect, it } from '@jest/globals';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { isActive } from '@tiptap/core';
import { noteSchema } from '@kring/live-documents';
import { activeAt } from './active-at.ts';

const bold = noteSchema.marks['bold']?.create();
const words = (text: string, isBold = false) => noteSchema.text(text, isBold && bold ? [bold] : []);
const item = (text: string) =>
  noteSchema.node('listItem', null, noteSchema.node('paragraph', null, words(text)));
const doc = noteSchema.node('doc', null, [
  noteSchema.node('paragraph', null, [words('gewoon '), words('vet', true)]),
  noteSchema.node('heading', { level: 2 }, words('kop')),
  noteSchema.node('bulletList', null, [item('een'), item('twee')]),
]);

function at(from: number, to = from) {
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, from, to) });
  const asked: string[] = [];
  const editor = {
    state,
    isActive: (name: string | object, attributes?: object) => {
      asked.push(String(name));
      return isActive(state, String(name), attributes);
    },
  };
  return { names: activeAt(editor), asked, state };
}

const all = ['bold', 'italic', 'bulletList', 'orderedList', 'taskList', 'table'];

describe('what the toolbar tells of the place of the caret', () => {
  it('is the same as the editor says, at each place of a text', () => {
    for (let place = 1; place < doc.content.size; place += 1) {
      if (!doc.resolve(place).parent.isTextblock) continue;
      const { names, asked, state } = at(place);
      expect(all.filter((name) => names.includes(name))).toEqual(all.filter((name) => isActive(state, name)));
      expect(names.includes('heading2')).toBe(isActive(state, 'heading', { level: 2 }));
      // It walks along the whole text.
      expect(asked).toEqual([]);
    }
  });

  it('is of a selection what all of it is', () => {
    expect(at(8, 11).names).toContain('bold');
    expect(at(5, 11).names).not.toContain('bold');
  });

  it('takes a mark that was chosen for what is typed next', () => {
    const { state } = at(3);
    const chosen = state.apply(state.tr.setStoredMarks(bold ? [bold] : []));
    expect(activeAt({ state: chosen, isActive: () => false })).toContain('bold');
  });
});
