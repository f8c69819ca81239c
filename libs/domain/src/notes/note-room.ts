/** The name of the live room that holds the text of a note. */
export function roomOfNote(noteId: string): string {
  return `note:${noteId}`;
}
