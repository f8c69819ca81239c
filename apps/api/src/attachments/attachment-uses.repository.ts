import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** Few at a time: all their texts are read whole. */
const notesAtOnce = 50;
const attachmentsAtOnce = 100;
/** Comes before every id. */
const nobody = '00000000-0000-0000-0000-000000000000';

// Any mention of the id counts, also in a link or in what a later Kring put there.
const isInOwnNote = `(
  EXISTS (SELECT 1 FROM notes n JOIN settled_documents s ON s.document_id = n.document_id
           WHERE n.id = a.note_id AND position(a.id::text IN s.content::text) > 0)
  OR EXISTS (SELECT 1 FROM note_contents c WHERE c.note_id = a.note_id AND position(a.id::text IN c.content::text) > 0))`;

/** What the note says has been read up to its last edit; of a note that cannot be read nobody knows. */
const isNoteKnown = `NOT EXISTS (
  SELECT 1 FROM notes n JOIN documents d ON d.id = n.document_id LEFT JOIN settled_documents s ON s.document_id = d.id
   WHERE n.id = a.note_id AND d.head_seq > 0
     AND (s.sha256 IS NULL OR s.seq < d.head_seq OR s.generation <> d.generation))`;

/** Which texts show which attachments: notes as they are, archived or not, and every content that is kept of them. */
@Injectable()
export class AttachmentUsesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Notes since when nothing shows an attachment, or forgets it; page by page over all of them. */
  async markAll(now: Date): Promise<void> {
    let after = nobody;
    for (;;) {
      const [rows] = (await this.dataSource.query(
        `UPDATE attachments u SET unused_since = CASE WHEN seen.is_used THEN NULL ELSE coalesce(u.unused_since, $2) END
           FROM (SELECT a.id, ${isInOwnNote} OR NOT ${isNoteKnown} AS is_used
                   FROM (SELECT id, note_id FROM attachments WHERE id > $1 ORDER BY id LIMIT ${attachmentsAtOnce}) a) seen
          WHERE u.id = seen.id RETURNING u.id`,
        [after, now],
      )) as [{ id: string }[], number];
      const last = rows
        .map(({ id }) => id)
        .sort()
        .at(-1);
      if (last === undefined) return;
      after = last;
    }
  }

  /** Some that their own note has not shown since before a moment. */
  async listUnusedSince(moment: Date): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM attachments WHERE unused_since <= $1 ORDER BY unused_since, id LIMIT ${attachmentsAtOnce}`,
      [moment],
    );
    return rows.map(({ id }) => id);
  }

  /** Those of them that any text shows: a block may have been copied to another note. */
  async listUsedAnywhere(ids: readonly string[]): Promise<string[]> {
    const used = new Set<string>();
    let noteIds: string[] = [];
    do {
      noteIds = await this.listNotes(noteIds.at(-1) ?? nobody);
      const rows = await this.dataSource.query<{ id: string }[]>(
        `WITH bodies AS MATERIALIZED (
           SELECT s.content::text AS body
             FROM notes n JOIN settled_documents s ON s.document_id = n.document_id WHERE n.id = ANY ($1::uuid[])
           UNION ALL
           SELECT c.content::text FROM note_contents c WHERE c.note_id = ANY ($1::uuid[]))
         SELECT DISTINCT wanted.id FROM bodies JOIN unnest($2::text[]) AS wanted (id) ON position(wanted.id IN body) > 0`,
        [noteIds, ids],
      );
      for (const { id } of rows) used.add(id);
    } while (noteIds.length > 0);
    return [...used];
  }

  async keep(ids: readonly string[]): Promise<void> {
    await this.dataSource.query('UPDATE attachments SET unused_since = NULL WHERE id = ANY ($1::uuid[])', [
      ids,
    ]);
  }

  /** Once more under the condition: its note may show it again. Returns the note, or null when it stays. */
  async remove(tx: EntityManager, id: string, moment: Date): Promise<string | null> {
    const [row] = await tx.query<{ noteId: string }[]>(
      `SELECT a.note_id AS "noteId" FROM attachments a
        WHERE a.id = $1 AND a.unused_since <= $2 AND NOT ${isInOwnNote} AND ${isNoteKnown} FOR UPDATE`,
      [id, moment],
    );
    if (!row) return null;
    await tx.query('DELETE FROM attachment_bytes WHERE attachment_id = $1', [id]);
    await tx.query('DELETE FROM attachments WHERE id = $1', [id]);
    return row.noteId;
  }

  private async listNotes(after: string): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM notes WHERE id > $1 ORDER BY id LIMIT ${notesAtOnce}`,
      [after],
    );
    return rows.map(({ id }) => id);
  }
}
