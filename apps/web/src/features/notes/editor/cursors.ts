import { dropCursor } from '@tiptap/pm/dropcursor';
import { gapCursor } from '@tiptap/pm/gapcursor';
import type { Plugin } from '@tiptap/pm/state';

/** Carets for places that hold no text. One can type before they are there. */
export const cursors = (): Plugin[] => [gapCursor(), dropCursor({ class: 'note-drop', color: false })];
