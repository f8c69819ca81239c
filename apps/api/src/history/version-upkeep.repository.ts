import { Injectable } from '@nestjs/common';
import type { KeptVersion } from '@kring/domain';
import { DataSource, type EntityManager } from 'typeorm';

const mostAtOnce = 100;

/** What the upkeep of versions asks of the database. */
@Injectable()
export class VersionUpkeepRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Notes whose text has come further than their last version, and for which it is time. */
  async listDue(
    now: Date,
    since: Date | null,
    burst: { readonly quietMs: number; readonly longestMs: number },
  ): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT n.id FROM settled_documents s
         JOIN notes n ON n.document_id = s.document_id
         LEFT JOIN LATERAL (SELECT v.covers_seq, v.kind, v.created_at FROM note_versions v
                             WHERE v.note_id = n.id ORDER BY v.created_at DESC, v.id DESC LIMIT 1) last ON true
        WHERE s.settled_at IS NOT NULL AND s.sha256 IS NOT NULL AND s.seq > coalesce(last.covers_seq, 0)
          AND ($2::timestamptz IS NULL OR s.settled_at > $2)
          AND (s.settled_at <= $1::timestamptz - $3 * interval '1 millisecond'
               OR last.kind = 'before-restore'
               OR coalesce(last.created_at, n.created_at) <= $1::timestamptz - $4 * interval '1 millisecond')
        LIMIT ${mostAtOnce}`,
      [now, since, burst.quietMs, burst.longestMs],
    );
    return rows.map(({ id }) => id);
  }

  /** The title of the note, which stays locked; null when another process has it or it is gone. */
  async lockNote(tx: EntityManager, noteId: string): Promise<string | null> {
    const rows = await tx.query<{ title: string }[]>(
      'SELECT title FROM notes WHERE id = $1 FOR NO KEY UPDATE SKIP LOCKED',
      [noteId],
    );
    return rows[0]?.title ?? null;
  }

  async listPrunableNotes(now: Date): Promise<string[]> {
    const rows = await this.dataSource.query<{ noteId: string }[]>(
      `SELECT DISTINCT note_id AS "noteId" FROM note_versions
        WHERE kind <> 'named' AND NOT is_frozen AND created_at < $1::timestamptz - interval '30 days'`,
      [now],
    );
    return rows.map(({ noteId }) => noteId);
  }

  async listUnnamed(noteId: string): Promise<KeptVersion[]> {
    return this.dataSource.query<KeptVersion[]>(
      `SELECT id, created_at AS "createdAt" FROM note_versions
        WHERE note_id = $1 AND kind <> 'named' AND NOT is_frozen`,
      [noteId],
    );
  }

  /** Once more under the condition: one of them may have been named meanwhile. */
  async remove(versionIds: readonly string[]): Promise<void> {
    if (versionIds.length === 0) return;
    await this.dataSource.query(
      `DELETE FROM note_versions WHERE id = ANY ($1::uuid[]) AND kind <> 'named' AND NOT is_frozen`,
      [versionIds],
    );
  }

  async removeUnusedContents(): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM note_contents c
        WHERE c.used_at < now() - interval '1 day'
          AND NOT EXISTS (SELECT 1 FROM note_versions v WHERE v.note_id = c.note_id AND v.sha256 = c.sha256)
          AND NOT EXISTS (SELECT 1 FROM note_visits i WHERE i.note_id = c.note_id AND i.sha256 = c.sha256)
          AND NOT EXISTS (SELECT 1 FROM note_visits i WHERE i.note_id = c.note_id AND i.before_sha256 = c.sha256)`,
    );
  }
}
