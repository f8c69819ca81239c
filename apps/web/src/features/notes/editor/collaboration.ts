import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { NoteBinding } from './note-binding.ts';
import type { SharedRange } from '../../../lib/note-handle.ts';

export const isRemote = (transaction: Transaction): boolean =>
  transaction.getMeta(ySyncPluginKey) !== undefined;

const localEditsKey = new PluginKey<number>('own-edits');

/** Binds the editor to the shared text. */
function syncPlugin(binding: NoteBinding, history: OwnHistory, isEditable: () => boolean): Plugin<number> {
  return new Plugin<number>({
    key: localEditsKey,
    state: {
      init: () => 0,
      apply: (tr, edits) => (tr.docChanged && !isRemote(tr) ? edits + 1 : edits),
    },
    // Nothing of a reader may reach the document, whatever made the transaction.
    filterTransaction: (tr) => !tr.docChanged || isRemote(tr) || isEditable(),
    view: (view) => {
      binding.attach(view);
      return {
        update: ({ state }, previous) => {
          // Only what the person did is written: what others did stands there already.
          if (localEditsKey.getState(state) !== localEditsKey.getState(previous))
            binding.write(state, previous);
          // What is written at another place is another step to undo, however soon it comes.
          else if (state.doc === previous.doc && !state.selection.eq(previous.selection))
            history.manager.stopCapturing();
        },
        destroy: () => binding.detach(),
      };
    },
  });
}

/** Undo and redo of one's own edits alone. */
export class OwnHistory {
  readonly manager: Y.UndoManager;
  readonly #listeners = new Set<() => void>();

  constructor(binding: NoteBinding) {
    this.manager = new Y.UndoManager(binding.root, {
      trackedOrigins: new Set([binding]),
      captureTimeout: 400,
      // A block that I made and in which somebody else has written since stays.
      deleteFilter: (item) => !(item.content instanceof Y.ContentType) || item.content.type._length === 0,
    });
    const selections = new WeakMap<object, SharedRange>();
    this.manager.on('stack-item-added', ({ stackItem }) => {
      if (binding.selectionBeforeEdit !== null) selections.set(stackItem, binding.selectionBeforeEdit);
      this.#tell();
    });
    this.manager.on('stack-item-popped', ({ stackItem }) => {
      const range = selections.get(stackItem);
      if (range !== undefined) binding.select(range);
      this.#tell();
    });
    this.manager.on('stack-cleared', () => this.#tell());
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  undo(): boolean {
    return this.manager.undo() !== null;
  }

  redo(): boolean {
    return this.manager.redo() !== null;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    ownHistory: { undo: () => ReturnType; redo: () => ReturnType };
  }
}

/** The shared text and its history, as one extension. */
export const Collaboration = Extension.create<{ binding: NoteBinding; history: OwnHistory }>({
  name: 'collaboration',
  priority: 1_000,
  addCommands() {
    const { history } = this.options;
    const run =
      (work: () => boolean, canDo: () => boolean) =>
      () =>
      ({ tr, dispatch }: { tr: Transaction; dispatch?: unknown }) => {
        // The history changes the shared text, which then changes the editor: this transaction must not.
        tr.setMeta('preventDispatch', true);
        return dispatch === undefined ? canDo() : work();
      };
    return {
      undo: run(
        () => history.undo(),
        () => history.manager.canUndo(),
      ),
      redo: run(
        () => history.redo(),
        () => history.manager.canRedo(),
      ),
    };
  },
  addKeyboardShortcuts() {
    return {
      'Mod-z': () => this.editor.commands.undo() || true,
      'Mod-y': () => this.editor.commands.redo() || true,
      'Shift-Mod-z': () => this.editor.commands.redo() || true,
    };
  },
  addProseMirrorPlugins() {
    const { binding, history } = this.options;
    return [syncPlugin(binding, history, () => this.editor.isEditable)];
  },
});
