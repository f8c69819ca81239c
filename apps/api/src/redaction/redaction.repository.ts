import { Injectable } from '@nestjs/common';
import type { AuthorRun, NoteNode } from '@kring/live-documents';
import type { EntityManager } from 'typeorm';
import type { KeptContent } from '../documents/note-work.types.ts';

export interface KeptRow {
  readonly sha256: string;
  readonly content: NoteNode;
  readonly authors: readonly AuthorRun[];
}

/** Texts and mentions in turn. */
export interface CommentRow {
  readonly id: string;
  readonly body: readonly ({ readonly type: string; readonly text: string } | { readonly type: string })[];
}

export interface ThreadRow {
  readonly id: string;
  readonly quote: string | null;
}

/**
 * Everything beside the live text in which the words of a note are kept, whichever feature owns it: words that must go
 * are forgotten in one place, or in none. `redaction.pg.spec` searches every table for what this list lacks.
 */
@Injectable()
export class RedactionRepository {
  async listContents(tx: EntityManager, noteId: string): Promise<string[]> {
    const rows = await tx.query<{ sha256: string }[]>(
      'SELECT sha256 FROM note_contents WHERE note_id = $1 ORDER BY sha256 FOR UPDATE',
      [noteId],
    );
    return rows.map(({ sha256 }) => sha256);
  }

  async findContent(tx: EntityManager, noteId: string, sha256: string): Promise<KeptRow | null> {
    const [row] = await tx.query<KeptRow[]>(
      'SELECT sha256, content, authors FROM note_contents WHERE note_id = $1 AND sha256 = $2',
      [noteId, sha256],
    );
    return row ?? null;
  }

  /** Puts one content in the place of another, for all versions and visits that have it. Returns how many. */
  async replaceContent(
    tx: EntityManager,
    noteId: string,
    { sha256 }: KeptRow,
    by: KeptContent,
  ): Promise<number> {
    await tx.query(
      `INSERT INTO note_contents (note_id, sha256, schema_version, word_count, content, authors)
       SELECT note_id, $3, schema_version, $4, $5, $6 FROM note_contents WHERE note_id = $1 AND sha256 = $2
       ON CONFLICT (note_id, sha256) DO NOTHING`,
      [noteId, sha256, by.sha256, by.wordCount, JSON.stringify(by.content), JSON.stringify(by.authors)],
    );
    const moved = [
      'note_versions SET sha256 = $3 WHERE note_id = $1 AND sha256 = $2',
      'note_visits SET sha256 = $3 WHERE note_id = $1 AND sha256 = $2',
      'note_visits SET before_sha256 = $3 WHERE note_id = $1 AND before_sha256 = $2',
    ];
    let count = 0;
    for (const change of moved) {
      const [, changed] = await tx.query<[unknown, number]>(`UPDATE ${change}`, [noteId, sha256, by.sha256]);
      count += changed;
    }
    await tx.query('DELETE FROM note_contents WHERE note_id = $1 AND sha256 = $2', [noteId, sha256]);
    return count;
  }

  async listThreads(tx: EntityManager, noteId: string): Promise<ThreadRow[]> {
    return tx.query<ThreadRow[]>('SELECT id, quote FROM comment_threads WHERE note_id = $1 FOR UPDATE', [
      noteId,
    ]);
  }

  /** What stood around the words of a conversation goes too: it may begin or end within a word that must go. */
  async forgetSurroundings(tx: EntityManager, noteId: string): Promise<void> {
    await tx.query(`UPDATE comment_threads SET quote_before = '', quote_after = '' WHERE note_id = $1`, [
      noteId,
    ]);
  }

  async changeQuote(tx: EntityManager, { id, quote }: ThreadRow): Promise<void> {
    await tx.query('UPDATE comment_threads SET quote = $2 WHERE id = $1', [id, quote]);
  }

  async listComments(tx: EntityManager, noteId: string): Promise<CommentRow[]> {
    return tx.query<CommentRow[]>(
      `SELECT c.id, c.body FROM comments c JOIN comment_threads t ON t.id = c.thread_id
        WHERE t.note_id = $1 FOR UPDATE OF c`,
      [noteId],
    );
  }

  async changeComment(tx: EntityManager, { id, body }: CommentRow): Promise<void> {
    await tx.query('UPDATE comments SET body = $2, version = version + 1 WHERE id = $1', [
      id,
      JSON.stringify(body),
    ]);
  }

  /** Lines of text that people gave the note, its versions and its files, each with where it is kept. */
  async listTitles(tx: EntityManager, noteId: string): Promise<TitleRow[]> {
    return tx.query<TitleRow[]>(
      `SELECT 'note' AS of, id, title, NULL AS name, '' AS description FROM notes WHERE id = $1
       UNION ALL SELECT 'version', id, title, name, description FROM note_versions WHERE note_id = $1
       UNION ALL SELECT 'attachment', id, '', name, '' FROM attachments WHERE note_id = $1`,
      [noteId],
    );
  }

  async changeTitle(tx: EntityManager, row: TitleRow): Promise<void> {
    const { of, id, title, name, description } = row;
    if (of === 'note')
      await tx.query('UPDATE notes SET title = $2, version = version + 1 WHERE id = $1', [id, title]);
    else if (of === 'version')
      await tx.query('UPDATE note_versions SET title = $2, name = $3, description = $4 WHERE id = $1', [
        id,
        title,
        name,
        description,
      ]);
    else await tx.query('UPDATE attachments SET name = $2 WHERE id = $1', [id, name]);
  }
}

export interface TitleRow {
  readonly of: 'note' | 'version' | 'attachment';
  readonly id: string;
  readonly title: string;
  readonly name: string | null;
  readonly description: string;
}
