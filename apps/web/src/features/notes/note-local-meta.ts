/** What the page keeps beside the copy of a note on this device. */
export interface NoteLocalMeta {
  readonly title: string;
  readonly caseId: string;
  readonly caseTitle: string;
}

export function readNoteLocalMeta(value: unknown): NoteLocalMeta | null {
  if (typeof value !== 'object' || value === null) return null;
  const { title, caseId, caseTitle } = value as Record<string, unknown>;
  return typeof title === 'string' && typeof caseId === 'string' && typeof caseTitle === 'string'
    ? { title, caseId, caseTitle }
    : null;
}
