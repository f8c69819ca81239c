import { v7 as uuidv7 } from 'uuid';
import type { Cell } from './permission-cells.ts';
import type { PermissionWorld } from './permission-world.ts';
import type { TestApp } from './test-app.ts';

/** How the endpoints of the history of a note are called for the permission matrix. */
export function historyCells(world: PermissionWorld, server: TestApp) {
  const notes = Object.entries(world.cases).flatMap(([state, openCase]) =>
    openCase.notes.map((note) => ({ state, ...note })),
  );
  const inNote =
    (cell: Partial<Cell> = {}) =>
    async () =>
      Promise.all(
        notes.map(async ({ state, id, facts }) => ({
          object: `${facts.isArchived ? 'archived note' : 'note'} in case: ${state}`,
          facts,
          ...cell,
          params: { noteId: id, versionId: await addNoteVersion(server, id) },
        })),
      );
  const withoutVersion =
    (cell: Partial<Cell> = {}) =>
    async () =>
      (await inNote(cell)()).map((made) => ({ ...made, params: { noteId: made.params.noteId } }));
  return {
    listNoteVersions: withoutVersion(),
    createNoteVersion: withoutVersion({ body: { name: 'X' } }),
    renameNoteVersion: inNote({ body: { version: -1, name: 'X' }, passesWith: ['changed-meanwhile'] }),
    getNoteVersion: inNote(),
    restoreNoteVersion: inNote(),
    getNoteText: withoutVersion(),
    getLastVisit: withoutVersion(),
    getLastSeenText: withoutVersion(),
    recordVisit: withoutVersion({ body: { isCaughtUp: false } }),
  };
}

export async function addNoteVersion(server: TestApp, noteId: string): Promise<string> {
  const id = uuidv7();
  await server.query(
    `WITH content AS (
       INSERT INTO note_contents (note_id, sha256, schema_version, word_count, content, authors)
       VALUES ($2, 'x', 1, 0, '{"type":"doc"}', '[]') ON CONFLICT DO NOTHING)
     INSERT INTO note_versions (id, note_id, generation, seq, covers_seq, kind, title, sha256, worker_ids)
     VALUES ($1, $2, 1, 0, 0, 'automatic', 'X', 'x', '{}')`,
    [id, noteId],
  );
  return id;
}
