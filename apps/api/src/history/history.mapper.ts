import type { NoteContent, NoteVersion, NoteVersionPage } from '@kring/contracts';
import type { AuthorRun } from '@kring/live-documents';
import type { ContentRow, VersionRow, WorkerRow } from './history.repository.ts';

export function toNoteVersion(row: VersionRow): NoteVersion {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    restoredFrom: row.restoredFrom && {
      ...row.restoredFrom,
      createdAt: new Date(row.restoredFrom.createdAt).toISOString(),
    },
  };
}

/** `rows` holds one more than a page where there is more. */
export function toNoteVersionPage(rows: readonly VersionRow[], pageSize: number): NoteVersionPage {
  const versions = rows.slice(0, pageSize).map(toNoteVersion);
  return { versions, next: rows.length > pageSize ? (versions.at(-1)?.id ?? null) : null };
}

/** Client ids become places in the list of people, and nobody outside learns of them. */
export function toNoteContent(
  row: ContentRow,
  personOf: ReadonlyMap<number, string>,
  people: readonly WorkerRow[],
): NoteContent {
  const places = new Map(people.map(({ id }, place) => [id, place]));
  const authors: [number, number][] = [];
  for (const [length, clientId] of row.authors as readonly AuthorRun[]) {
    const place = places.get(personOf.get(clientId) ?? '') ?? -1;
    const last = authors.at(-1);
    if (last?.[1] === place) last[0] += length;
    else authors.push([length, place]);
  }
  return {
    schemaVersion: row.schemaVersion,
    wordCount: row.wordCount,
    content: row.content as NoteContent['content'],
    authors,
    people: [...people],
    at: row.at.toISOString(),
  };
}
