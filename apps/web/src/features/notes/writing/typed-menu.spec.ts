import { describe, expect, it } from '@jest/globals';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { noteSchema } from '@kring/live-documents';
import { closeTypedMenu, openTypedMenu, takeTypedMenu, typedMenuOf, typedMenuPlugin } from './typed-menu.ts';

class Page {
  readonly plugin = typedMenuPlugin(() => true);
  state = EditorState.create({ schema: noteSchema, plugins: [this.plugin] });
  dispatch(tr: Transaction): void {
    this.state = this.state.apply(tr);
  }
  type(text: string): this {
    for (const character of text) {
      const { from, to } = this.state.selection;
      const view = this as unknown as EditorView;
      const handle = this.plugin.props.handleTextInput?.bind(this.plugin);
      if (!handle?.(view, from, to, character, () => this.state.tr))
        this.dispatch(this.state.tr.insertText(character));
    }
    return this;
  }
  get query(): string | null {
    return typedMenuOf(this.state)?.query ?? null;
  }
  get text(): string {
    return this.state.doc.textContent;
  }
}

describe('the menu that opens while one types', () => {
  it('opens on a slash at the start of a word, and not within one', () => {
    expect(new Page().type('/kop').query).toBe('kop');
    expect(new Page().type('zie (/kop').query).toBe('kop');
    expect(new Page().type('en/of').query).toBeNull();
    expect(new Page().type('a@b').query).toBeNull();
    expect(typedMenuOf(new Page().type('dag @an').state)?.trigger).toBe('@');
  });

  it('stays closed for a slash that stood there already', () => {
    const page = new Page().type('/kop');
    closeTypedMenu(page);
    expect(page.type('x').query).toBeNull();
  });

  it('closes when the caret leaves, and when the slash goes', () => {
    const page = new Page().type('a /k');
    page.dispatch(page.state.tr.setSelection(TextSelection.create(page.state.doc, 1)));
    expect(page.query).toBeNull();
    const other = new Page().type('/k');
    other.dispatch(other.state.tr.delete(1, 2));
    expect(other.query).toBeNull();
  });

  it('follows what others write before it', () => {
    const page = new Page().type('/ko');
    page.dispatch(page.state.tr.insertText('eerst ', 1));
    expect(page.query).toBe('ko');
  });

  it('takes what was typed for it out of the text', () => {
    const page = new Page().type('dag /kop 2');
    takeTypedMenu(page);
    expect(page.text).toBe('dag ');
    expect(page.query).toBeNull();
  });

  it('opens by a button without a slash, and then takes only what was typed since', () => {
    const page = new Page().type('dag ');
    openTypedMenu(page);
    expect(page.query).toBe('');
    page.type('lijst');
    expect(page.query).toBe('lijst');
    takeTypedMenu(page);
    expect(page.text).toBe('dag ');
  });
});
