import { useSyncExternalStore } from 'react';
import type { CommentThread } from '@kring/contracts';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import { marksOf, type ThreadPlaces } from '../editor/thread-marks.ts';

const nowhere: ThreadPlaces = new Map();
const never = () => () => undefined;

/** Where threads stand in the open text. */
export function usePlaces(handle: NoteHandle | null): ThreadPlaces {
  const marks = handle && marksOf(handle);
  return useSyncExternalStore(marks?.subscribe ?? never, () => marks?.places ?? nowhere);
}

/** In the order of the text; what is about the whole note comes first, what lost its words last. */
export function sortByPlace(threads: readonly CommentThread[], places: ThreadPlaces): CommentThread[] {
  const rank = ({ id, anchor }: CommentThread) =>
    anchor === null ? -1 : (places.get(id)?.from ?? Number.MAX_SAFE_INTEGER);
  return threads.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

export function sortByActivity(threads: readonly CommentThread[]): CommentThread[] {
  return threads.toSorted((a, b) => b.lastActivityAt.localeCompare(a.lastActivityAt));
}
