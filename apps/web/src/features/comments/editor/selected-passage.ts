import type { Editor } from '@tiptap/core';

/** What is selected, else the block in which the caret stands; null where there are no words. */
export function selectedPassage({ state }: Editor): { from: number; to: number } | null {
  const { from, to, empty, $from } = state.selection;
  if (!empty) return { from, to };
  if (!$from.parent.isTextblock || $from.parent.textContent.trim() === '') return null;
  return { from: $from.start(), to: $from.end() };
}
