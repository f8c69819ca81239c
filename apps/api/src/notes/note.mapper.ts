import type { Note } from '@kring/contracts';
import { abilities, noteReadOnlyReason, roomOfNote, withRoleIn, type Principal } from '@kring/domain';
import { toNoteFacts } from './note-facts-access.ts';
import type { NoteRow } from './notes.repository.ts';

export function toNote(row: NoteRow, asker: Principal): Note {
  const principal = withRoleIn(asker, row.copId, row.myRole);
  const facts = toNoteFacts(row);
  return {
    id: row.id,
    title: row.title,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
    caseId: row.caseId,
    room: roomOfNote(row.id),
    version: row.version,
    openThreadCount: row.openThreadCount,
    readOnlyReason: noteReadOnlyReason(principal, facts),
    abilities: abilities(principal, facts),
  };
}
