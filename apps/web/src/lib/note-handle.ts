import type { Editor } from '@tiptap/core';
import type { Doc, RelativePosition } from 'yjs';
import type { RoomClient } from '@kring/collab-client';

/** Two places in a shared text that stay put when others write. */
export interface SharedRange {
  readonly anchor: RelativePosition;
  readonly head: RelativePosition;
}

/**
 * The open note, for features that show or do something beside its text, such as comments and history. It lives as
 * long as its editor: what a feature registers on the editor it takes away when the handle changes.
 */
export interface NoteHandle {
  readonly noteId: string;
  /** `editor.isEditable` says whether one may write now. */
  readonly editor: Editor;
  readonly doc: Doc;
  readonly room: RoomClient;
  /** The same places in the shared text; null when there is no such place. */
  toShared(range: { anchor: number; head: number }): SharedRange | null;
  /** Where a place of the shared text is in the editor now; null when it is gone. */
  fromShared(place: RelativePosition): number | null;
}
