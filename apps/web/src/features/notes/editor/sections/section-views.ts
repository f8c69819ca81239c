import { isNodeActive } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { isBlank, placedSections } from '../../../../lib/sections/section-commands.ts';
import { SectionView, type SectionViewOptions } from './section-view.ts';

/** All sections that are on the screen now. */
export class ShownSections {
  readonly options: SectionViewOptions;
  readonly #views = new Set<SectionView>();

  constructor(options: SectionViewOptions) {
    this.options = options;
  }

  make(node: Node): SectionView {
    const made = new SectionView(node, this.options);
    this.#views.add(made);
    return Object.assign(made, { destroy: () => this.#views.delete(made) });
  }

  /** After a change of language, or of who may write. */
  show(): void {
    for (const view of this.#views) view.show();
  }

  /** Whoever goes to a place in the text sees it. */
  unfold(key: string): void {
    for (const view of this.#views) if (view.key === key) view.fold(false);
  }

  /** Goes from the text of a section to its buttons. */
  focus(key: string): void {
    for (const view of this.#views) if (view.key === key) view.focus();
  }

  /** While a key is handled, Tab leads past the buttons of sections, out of the text. */
  stepAside(): void {
    for (const view of this.#views) view.stepAside();
  }
}

function placeholders(state: EditorState, text: string): DecorationSet {
  const blank = placedSections(state.doc).filter(({ node }) => isBlank(node));
  return DecorationSet.create(
    state.doc,
    blank.map(({ node, position }) =>
      Decoration.node(position + 1, position + 1 + (node.firstChild?.nodeSize ?? 0), {
        'data-placeholder': text,
      }),
    ),
  );
}

const usesTab = ['listItem', 'taskItem', 'table', 'codeBlock'];

/** Tab leaves the text, as it does without sections; Shift and Tab go to the buttons of the section one is in. */
function tabKeys(shown: ShownSections): (view: EditorView, event: KeyboardEvent) => boolean {
  let leaves = false;
  return (view, event) => {
    if (event.key !== 'Tab') {
      if (event.key !== 'Shift') leaves = event.key === 'Escape';
      return false;
    }
    const isUsed = !leaves && view.editable && usesTab.some((name) => isNodeActive(view.state, name));
    leaves = false;
    if (isUsed) return false;
    const section = view.state.selection.$from.node(1);
    if (!event.shiftKey) shown.stepAside();
    else if (section?.type.name === 'section') {
      event.preventDefault();
      shown.focus(String(section.attrs['key']));
      return true;
    }
    return false;
  };
}

/** Shows sections, and opens a folded one for whoever goes there. */
export function sectionViews(shown: ShownSections): Plugin {
  return new Plugin({
    key: sectionViewsKey,
    props: {
      nodeViews: { section: (node) => shown.make(node) },
      handleDOMEvents: { keydown: tabKeys(shown) },
      decorations(state) {
        return placeholders(state, shown.options.words.placeholder(shown.options.isEditable()));
      },
    },
    view: () => ({
      update: ({ state }, previous) => {
        if (state.selection.eq(previous.selection)) return;
        const section = state.selection.$from.node(1);
        if (section?.type.name === 'section') shown.unfold(String(section.attrs['key']));
      },
    }),
  });
}

export const sectionViewsKey = new PluginKey('section-views');
