import { useSyncExternalStore } from 'react';
import type { SharedRange } from '../../lib/note-handle.ts';

/** Somebody is about to write about these words; null: about the whole note. */
export interface ThreadStart {
  readonly range: SharedRange | null;
}

const starts = new Map<string, ThreadStart>();
const listeners = new Set<() => void>();

/** Asks the panel of a note for a field to begin a thread in; undefined takes it away. */
export function startThread(noteId: string, start: ThreadStart | undefined): void {
  if (start) starts.set(noteId, start);
  else starts.delete(noteId);
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useThreadStart(noteId: string): ThreadStart | undefined {
  return useSyncExternalStore(subscribe, () => starts.get(noteId));
}
