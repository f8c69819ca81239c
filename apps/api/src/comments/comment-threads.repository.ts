import { Injectable } from '@nestjs/common';
import type { CommentAnchor, ThreadCounts, ThreadFilter, ThreadKind } from '@kring/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { CommentThreadEntity } from './comment-thread.entity.ts';

/** A person as others are named: id and name. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

export interface CommentThreadRow {
  readonly id: string;
  readonly noteId: string;
  readonly kind: ThreadKind;
  readonly spans: CommentAnchor['spans'] | null;
  readonly quote: string | null;
  readonly quoteBefore: string;
  readonly quoteAfter: string;
  /** The ids in `spans` are of the document as it is now, not of one that was thrown away. */
  readonly isOfPresentText: boolean;
  readonly createdBy: NamedPerson;
  readonly createdAt: Date;
  readonly lastActivityAt: Date;
  readonly commentCount: number;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: NamedPerson | null;
  readonly isMine: boolean;
  readonly mentionsMe: boolean;
}

export type NewThread = Pick<
  CommentThreadEntity,
  'id' | 'noteId' | 'kind' | 'spans' | 'quote' | 'quoteBefore' | 'quoteAfter' | 'createdById' | 'requestId'
>;

export const threadPageSize = 100;

const wroteIn = `EXISTS (SELECT 1 FROM comments mc
  WHERE mc.thread_id = t.id AND mc.author_id = $1 AND mc.removed_at IS NULL)`;
const isNamedIn = `EXISTS (SELECT 1 FROM comment_mentions mm JOIN comments mc ON mc.id = mm.comment_id
  WHERE mc.thread_id = t.id AND mm.person_id = $1 AND mc.removed_at IS NULL)`;
const filters: Readonly<Record<ThreadFilter, string>> = {
  open: 't.resolved_at IS NULL',
  resolved: 't.resolved_at IS NOT NULL',
  mine: wroteIn,
  'mentions-me': isNamedIn,
};
const namedPerson = (table: string) => `json_build_object('id', ${table}.id, 'name', ${table}.name)`;

@Injectable()
export class CommentThreadsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** In which note a thread is: all that may be known of it before the door of that note has opened. */
  async findNoteId(id: string, tx: EntityManager = this.dataSource.manager): Promise<string | null> {
    const rows = await tx.query<{ noteId: string }[]>(
      'SELECT note_id AS "noteId" FROM comment_threads WHERE id = $1',
      [id],
    );
    return rows[0]?.noteId ?? null;
  }

  async findById(
    id: string,
    personId: string,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<CommentThreadRow | null> {
    return (await this.select(tx, 't.id = $2', [personId, id]))[0] ?? null;
  }

  async findByRequest(
    tx: EntityManager,
    personId: string,
    requestId: string,
  ): Promise<CommentThreadRow | null> {
    const condition = 't.created_by_id = $1 AND t.request_id = $2';
    return (await this.select(tx, condition, [personId, requestId]))[0] ?? null;
  }

  /** Of one note, newest first; `before` is the last one that the caller has. One more than a page tells of the next. */
  async list(
    noteId: string,
    personId: string,
    { filter, before }: { filter: ThreadFilter; before?: string | undefined },
  ): Promise<CommentThreadRow[]> {
    return this.select(
      this.dataSource.manager,
      `t.note_id = $2 AND t.comment_count > 0 AND ${filters[filter]} AND ($3::uuid IS NULL OR t.id < $3::uuid)`,
      [personId, noteId, before ?? null],
      threadPageSize + 1,
    );
  }

  async count(noteId: string, personId: string): Promise<ThreadCounts> {
    const rows = await this.dataSource.query<ThreadCounts[]>(
      `SELECT ${Object.entries(filters)
        .map(([name, condition]) => `count(*) FILTER (WHERE ${condition})::int AS "${name}"`)
        .join(', ')}
         FROM comment_threads t WHERE t.note_id = $2 AND t.comment_count > 0`,
      [personId, noteId],
    );
    return rows[0] ?? { open: 0, resolved: 0, mine: 0, 'mentions-me': 0 };
  }

  async countOfNote(tx: EntityManager, noteId: string): Promise<number> {
    return tx.countBy(CommentThreadEntity, { noteId });
  }

  /** Made in the text as it is at this moment. */
  async insert(tx: EntityManager, thread: NewThread): Promise<void> {
    await tx.query(
      `INSERT INTO comment_threads (id, note_id, kind, spans, quote, quote_before, quote_after, generation, seq,
                                    created_by_id, request_id)
       SELECT $1, n.id, $3, $4::jsonb, $5, $6, $7, d.generation, d.head_seq, $8, $9
         FROM notes n JOIN documents d ON d.id = n.document_id WHERE n.id = $2`,
      [
        thread.id,
        thread.noteId,
        thread.kind,
        thread.spans && JSON.stringify(thread.spans),
        thread.quote,
        thread.quoteBefore,
        thread.quoteAfter,
        thread.createdById,
        thread.requestId,
      ],
    );
  }

  /** After a comment came, went or came back. */
  async noteActivity(tx: EntityManager, id: string): Promise<void> {
    await tx.query(
      `UPDATE comment_threads t SET
         comment_count = (SELECT count(*) FROM comments c WHERE c.thread_id = t.id AND c.removed_at IS NULL),
         last_activity_at = now()
       WHERE t.id = $1`,
      [id],
    );
  }

  async setResolved(tx: EntityManager, id: string, personId: string | null): Promise<void> {
    await tx.update(
      CommentThreadEntity,
      { id },
      {
        resolvedById: personId,
        resolvedAt: personId === null ? null : () => 'now()',
        lastActivityAt: () => 'now()',
      },
    );
  }

  private async select(
    tx: EntityManager,
    condition: string,
    parameters: unknown[],
    limit = 1,
  ): Promise<CommentThreadRow[]> {
    return tx.query<CommentThreadRow[]>(
      `SELECT t.id, t.note_id AS "noteId", t.kind, t.spans, t.quote, t.quote_before AS "quoteBefore",
              t.quote_after AS "quoteAfter", t.generation = d.generation AS "isOfPresentText",
              ${namedPerson('creator')} AS "createdBy", t.created_at AS "createdAt",
              t.last_activity_at AS "lastActivityAt", t.comment_count AS "commentCount",
              t.resolved_at AS "resolvedAt",
              CASE WHEN resolver.id IS NOT NULL THEN ${namedPerson('resolver')} END AS "resolvedBy",
              ${wroteIn} AS "isMine", ${isNamedIn} AS "mentionsMe"
         FROM comment_threads t
         JOIN notes n ON n.id = t.note_id
         JOIN documents d ON d.id = n.document_id
         JOIN people creator ON creator.id = t.created_by_id
         LEFT JOIN people resolver ON resolver.id = t.resolved_by_id
        WHERE ${condition}
        ORDER BY t.id DESC LIMIT ${limit}`,
      parameters,
    );
  }
}
