import { Extension, isNodeActive, type Editor } from '@tiptap/core';
import { NodeSelection, Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { imageWidths } from '@kring/live-documents';
import type { AskRequest, BlockOptions } from './block-options.ts';
import { calloutView } from './callout-view.ts';
import { detailsView, openWhereCaretIs, toggleDetails } from './details-view.ts';
import { footnotesPlugin } from './footnotes.ts';
import { dateView, footnoteView, mentionView } from './inline-views.ts';
import { fileView, imageView } from './media-views.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    noteBlocks: {
      /** Asks the person for what a new footnote or date says, and puts it at the caret. */
      askFor: (kind: 'footnote' | 'date') => ReturnType;
    };
  }
}

const isAsked = (name: string): name is AskRequest['kind'] =>
  name === 'footnote' || name === 'date' || name === 'image';

/** The node that is selected as a whole, when it is one that the page asks about. */
function selectedAsked(view: EditorView): AskRequest | null {
  const { selection } = view.state;
  if (!(selection instanceof NodeSelection) || !isAsked(selection.node.type.name)) return null;
  return { kind: selection.node.type.name, position: selection.from };
}

function widen(view: EditorView, by: 1 | -1, options: BlockOptions): boolean {
  const { selection, tr } = view.state;
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'image') return false;
  const at = imageWidths.findIndex((width) => width === selection.node.attrs['width']);
  const width = imageWidths[Math.max(0, Math.min(at + by, imageWidths.length - 1))];
  tr.setNodeAttribute(selection.from, 'width', width);
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, selection.from)));
  options.announce(options.say('blocks.imageWidth', { width: width ?? 100 }));
  return true;
}

/** Ticks the point that the caret is in, or takes the tick away. */
function tick(editor: Editor, { announce, say }: BlockOptions): boolean {
  const isChecked = editor.getAttributes('taskItem')['checked'] !== true;
  if (!editor.commands.updateAttributes('taskItem', { checked: isChecked })) return false;
  const text = editor.state.selection.$from.parent.textContent || say('text.emptyItem');
  announce(say(isChecked ? 'text.checkbox' : 'text.checkboxOpen', { text }));
  return true;
}

/** Where one reads, Tab stops at footnotes and folds; where one writes it would have to pass them all to leave. */
function stopsOfReaders(): Plugin {
  const set = (view: EditorView) => {
    for (const stop of view.dom.querySelectorAll<HTMLElement>('.note-footnote, .note-details-fold'))
      stop.tabIndex = view.editable ? -1 : 0;
  };
  return new Plugin({
    view: (view) => {
      let wasEditable: boolean | null = null;
      const update = (shown: EditorView) => {
        if (shown.editable && wasEditable === true) return;
        wasEditable = shown.editable;
        set(shown);
      };
      update(view);
      return { update };
    },
  });
}

/** How the blocks of a note look and answer in the editor. What they hold stands in the schema. */
export const NoteBlocks = Extension.create<BlockOptions>({
  name: 'noteBlocks',
  priority: 950,

  addCommands() {
    return {
      askFor:
        (kind) =>
        ({ dispatch }) => {
          if (dispatch) this.options.ask({ kind, position: null });
          return true;
        },
    };
  },

  addKeyboardShortcuts() {
    const { options, editor } = this;
    const askSelected = () => {
      const request = selectedAsked(editor.view);
      if (request !== null) options.ask(request);
      return request !== null;
    };
    return {
      Enter: askSelected,
      'Mod-Enter': () => {
        if (askSelected()) return true;
        if (isNodeActive(editor.state, 'taskItem')) return tick(editor, options);
        const isOpen = toggleDetails(editor.view);
        if (isOpen === null) return false;
        options.announce(options.say(isOpen ? 'blocks.opened' : 'blocks.folded'));
        return true;
      },
      'Alt-Shift-ArrowRight': () => widen(editor.view, 1, options),
      'Alt-Shift-ArrowLeft': () => widen(editor.view, -1, options),
    };
  },

  addProseMirrorPlugins() {
    const { options } = this;
    const views = new Plugin({
      props: {
        nodeViews: {
          callout: calloutView(options),
          details: detailsView(options),
          footnote: footnoteView(options),
          date: dateView(options),
          mention: mentionView(options),
          image: imageView(options),
          file: fileView(options),
        },
        handleClickOn: (...[view, , node, position, , isDirect]) => {
          if (!isDirect || node.type.name === 'image' || !isAsked(node.type.name) || !view.editable)
            return false;
          options.ask({ kind: node.type.name, position });
          return true;
        },
        handleDoubleClickOn: (...[view, , node, position, , isDirect]) => {
          if (!isDirect || node.type.name !== 'image' || !view.editable) return false;
          options.ask({ kind: 'image', position });
          return true;
        },
      },
    });
    return [views, footnotesPlugin(options), openWhereCaretIs(), stopsOfReaders()];
  },
});
