import type { Editor } from '@tiptap/core';
import { anchorAt } from '@kring/live-documents';
import type { CommentAnchor } from '@kring/contracts';
import type { NoteHandle } from '../../../lib/note-handle.ts';

/** A block of text that one can comment on without selecting anything. */
export interface Passage {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const mostPassages = 400;

/** The blocks of a note that hold words, in order. */
export function passagesOf({ state }: Editor): Passage[] {
  const found: Passage[] = [];
  state.doc.descendants((node, pos) => {
    if (!node.isTextblock) return found.length < mostPassages;
    const text = node.textContent.trim();
    if (text !== '') found.push({ from: pos + 1, to: pos + 1 + node.content.size, text });
    return false;
  });
  return found.slice(0, mostPassages);
}

export function anchorOf(handle: NoteHandle, range: { from: number; to: number }): CommentAnchor | null {
  const shared = handle.toShared({ anchor: range.from, head: range.to });
  return shared && anchorAt(handle.doc, shared.anchor, shared.head);
}
