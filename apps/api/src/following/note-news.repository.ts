import { Injectable } from '@nestjs/common';
import type { NoteSigns } from '@kring/live-documents';
import { DataSource, type EntityManager } from 'typeorm';

/** Up to where people were told of a text, and what it said of them then. */
export interface ToldOf {
  readonly seq: number;
  /** Null for a text that was there before Kring kept this, or that came with a past. */
  readonly signs: NoteSigns | null;
}

const mostAtOnce = 200;

@Injectable()
export class NoteNewsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Notes that came to rest further on than people were told of; since a moment, or ever. */
  async listDue(since: Date | null): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT n.id FROM settled_documents s
         JOIN notes n ON n.document_id = s.document_id
         LEFT JOIN note_news w ON w.note_id = n.id
        WHERE s.sha256 IS NOT NULL AND s.seq > coalesce(w.seq, 0)
          AND ($1::timestamptz IS NULL OR s.settled_at > $1)
        LIMIT ${mostAtOnce}`,
      [since],
    );
    return rows.map(({ id }) => id);
  }

  async beginSilently(tx: EntityManager, noteId: string): Promise<void> {
    await tx.query('INSERT INTO note_news (note_id) VALUES ($1)', [noteId]);
  }

  /** Of two that look at once, the second waits here and finds it done. */
  async lock(tx: EntityManager, noteId: string): Promise<ToldOf> {
    await tx.query(
      `INSERT INTO note_news (note_id, signs) VALUES ($1, '{"sections":[],"mentions":[]}') ON CONFLICT DO NOTHING`,
      [noteId],
    );
    const [row] = await tx.query<{ seq: string; signs: NoteSigns | null }[]>(
      'SELECT seq, signs FROM note_news WHERE note_id = $1 FOR UPDATE',
      [noteId],
    );
    return { seq: Number(row?.seq ?? 0), signs: row?.signs ?? null };
  }

  async keep(tx: EntityManager, noteId: string, { seq, signs }: ToldOf): Promise<void> {
    await tx.query('UPDATE note_news SET seq = $2, signs = $3 WHERE note_id = $1', [
      noteId,
      seq,
      JSON.stringify(signs),
    ]);
  }

  async findHolder(tx: EntityManager, noteId: string): Promise<string | null> {
    const [row] = await tx.query<{ holderId: string }[]>(
      'SELECT c.holder_id AS "holderId" FROM notes n JOIN cases c ON c.id = n.case_id WHERE n.id = $1',
      [noteId],
    );
    return row?.holderId ?? null;
  }
}
