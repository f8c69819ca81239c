import { Editor, type EditorOptions } from '@tiptap/core';
import type { Awareness } from 'y-protocols/awareness';
import type { Doc } from 'yjs';
import { NOTE_ROOT, noteExtensions } from '@kring/live-documents';
import type { BlockOptions } from '../blocks/block-options.ts';
import { NoteBlocks } from '../blocks/note-blocks.ts';
import { Autolink } from './autolink.ts';
import { BlockKeys } from './block-keys.ts';
import { Carets } from './carets.ts';
import { Collaboration, OwnHistory } from './collaboration.ts';
import { FreshSelection } from './fresh-selection.ts';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import { NoteBinding } from './note-binding.ts';
import { CleanPaste } from './paste.ts';
import { fromShared, toShared } from './positions.ts';
import { SectionGuard } from './sections/section-guard.ts';
import { TabStaysInLists, Typing, type EditorTrouble } from './typing.ts';
import { TypingRules } from './typing-rules.ts';

export interface NoteEditor extends Pick<NoteHandle, 'editor' | 'toShared' | 'fromShared'> {
  readonly history: OwnHistory;
  destroy(): void;
}

/** What may change while the editor is there, by its `setOptions`. */
export type NoteEditorLook = Required<Pick<EditorOptions, 'editable' | 'editorProps'>>;

export interface NoteEditorOptions {
  readonly mount: HTMLElement;
  /** A document that has all that the server had, or a copy of this device: never an empty one to be filled later. */
  readonly doc: Doc;
  readonly awareness: Awareness;
  readonly look: NoteEditorLook;
  readonly words: {
    placeholder(): string;
    table(): string;
    checkbox(text: string, isChecked: boolean): string;
  };
  readonly blocks: BlockOptions;
  readonly onTrouble: (trouble: EditorTrouble) => void;
  readonly onLinkKey: () => void;
}

/** What one can begin to type without. */
async function addCursors(editor: Editor): Promise<void> {
  const { cursors } = await import('./cursors.ts');
  if (!editor.isDestroyed) for (const plugin of cursors()) editor.registerPlugin(plugin);
}

/** Makes the editor of a note. Loaded by the note page alone. */
export function createNoteEditor(options: NoteEditorOptions): NoteEditor {
  const binding = new NoteBinding(options.doc.getXmlFragment(NOTE_ROOT));
  const history = new OwnHistory(binding);
  const editor = new Editor({
    element: { mount: options.mount },
    ...options.look,
    // The page's own style sheet has these rules: the security policy allows no other styles.
    injectCSS: false,
    extensions: [
      ...noteExtensions({ checkboxLabel: options.words.checkbox }),
      Collaboration.configure({ binding, history }),
      Carets.configure({ awareness: options.awareness, binding }),
      Typing.configure({
        placeholder: options.words.placeholder,
        tableName: options.words.table,
        onTrouble: options.onTrouble,
        onLinkKey: options.onLinkKey,
      }),
      NoteBlocks.configure(options.blocks),
      FreshSelection,
      BlockKeys.configure(options.blocks),
      TypingRules.configure({ language: options.blocks.language }),
      TabStaysInLists,
      SectionGuard,
      Autolink,
      CleanPaste.configure({ beginStep: () => history.manager.stopCapturing() }),
    ],
  });
  // A page that has lost its connection does without.
  addCursors(editor).catch(() => undefined);
  return {
    editor,
    history,
    toShared: (range) => toShared(binding, range),
    fromShared: (place) => fromShared(binding, place, editor.state.doc.content.size),
    destroy: () => {
      editor.destroy();
      history.manager.destroy();
    },
  };
}
