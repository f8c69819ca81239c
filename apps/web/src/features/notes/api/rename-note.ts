import { endpoints, type Note } from '@kring/contracts';
import { call } from '../../../lib/api/call.ts';

/** The note as it is now. */
export function loadNote(noteId: string): Promise<Note> {
  return call(endpoints.getNote, { params: { noteId } });
}

export function renameNote(note: Pick<Note, 'id' | 'version'>, title: string): Promise<Note> {
  return call(endpoints.updateNote, { params: { noteId: note.id }, body: { version: note.version, title } });
}
