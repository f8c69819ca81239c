import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  type ProsemirrorBinding,
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { NoteMapping } from '@kring/live-documents';
import type { SharedRange } from '../../../lib/note-handle.ts';
import { movePosition, type BlockOrder } from './block-order.ts';

export interface Shared {
  readonly doc: Y.Doc;
  readonly root: Y.XmlFragment;
  readonly mapping: NoteMapping;
  /** Null where blocks are shown in the order in which they are stored. */
  readonly blockOrder: BlockOrder | null;
}

// y-tiptap walks the shared types without checking them, and throws on what only a hostile client puts there.
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

const mappingOf = (shared: Shared) => shared.mapping as ProsemirrorBinding['mapping'];

/** The same places in the shared text, which stay put when others write. Null when there is no such place. */
export function toShared(shared: Shared, range: { anchor: number; head: number }): SharedRange | null {
  return attempt(() => {
    const order = shared.blockOrder;
    const place = (position: number): Y.RelativePosition => {
      const stored = order === null ? position : movePosition(position, order.shown, order.stored);
      return absolutePositionToRelativePosition(stored, shared.root, mappingOf(shared)) as Y.RelativePosition;
    };
    const anchor = place(range.anchor);
    // A caret is one place, and finding it goes along all blocks before it.
    return { anchor, head: range.head === range.anchor ? anchor : place(range.head) };
  });
}

/** Where a place of the shared text is now, within a document of `size`. */
export function fromShared(shared: Shared, place: Y.RelativePosition, size: number): number | null {
  const found = attempt(() =>
    relativePositionToAbsolutePosition(shared.doc, shared.root, place, mappingOf(shared)),
  );
  if (typeof found !== 'number' || !Number.isFinite(found)) return null;
  const order = shared.blockOrder;
  const shown = order === null ? found : movePosition(found, order.stored, order.shown);
  return Math.max(0, Math.min(shown, size));
}

/** A range as it travels beside the text. */
export function toWire(range: SharedRange): { anchor: unknown; head: unknown } {
  return { anchor: Y.relativePositionToJSON(range.anchor), head: Y.relativePositionToJSON(range.head) };
}

/** Reads what another client sent: anything at all. */
export function fromWire(value: unknown): SharedRange | null {
  if (typeof value !== 'object' || value === null) return null;
  const { anchor, head } = value as { anchor?: unknown; head?: unknown };
  const from = attempt(() => Y.createRelativePositionFromJSON(anchor));
  const to = attempt(() => Y.createRelativePositionFromJSON(head));
  return from && to ? { anchor: from, head: to } : null;
}
