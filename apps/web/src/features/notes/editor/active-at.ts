import type { Editor } from '@tiptap/core';

/** What the toolbar tells of the place of the caret. */
const shownMarks = ['bold', 'italic', 'underline', 'strike', 'link'];
const shownBlocks = ['bulletList', 'orderedList', 'taskList', 'table'];
const levels = [1, 2, 3];

/**
 * The marks and blocks that one is in, as names; a heading with its level. Asked with each key, so a caret is answered
 * from what stands around it: `editor.isActive` walks along all blocks before it, for each name anew.
 */
export function activeAt(editor: Pick<Editor, 'state' | 'isActive'>): string[] {
  const { state } = editor;
  const { empty, $from } = state.selection;
  if (!empty) {
    return [
      ...[...shownMarks, ...shownBlocks].filter((name) => editor.isActive(name)),
      ...levels.filter((level) => editor.isActive('heading', { level })).map((level) => `heading${level}`),
    ];
  }
  const around = Array.from({ length: $from.depth }, (_, at) => $from.node(at + 1));
  const blocks = around.map(({ type, attrs }) =>
    type.name === 'heading' ? `heading${String(attrs['level'])}` : type.name,
  );
  return [...blocks, ...(state.storedMarks ?? $from.marks()).map(({ type }) => type.name)];
}
