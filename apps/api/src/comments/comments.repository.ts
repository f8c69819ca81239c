import { Injectable } from '@nestjs/common';
import {
  commentLimits,
  type BodyPartInput,
  type CopRole,
  type Person,
  type Reaction,
} from '@kring/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { personJson } from '../common/person-json.ts';
import { CommentEntity } from './comment.entity.ts';
import type { NamedPerson } from './comment-threads.repository.ts';

export interface CommentRow {
  readonly id: string;
  readonly threadId: string;
  readonly author: Person;
  readonly body: readonly BodyPartInput[];
  /** Names of those who are mentioned in it. */
  readonly names: Readonly<Record<string, string>>;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly removedAt: Date | null;
  readonly removedBy: NamedPerson | null;
  /** Removed so short a time ago that it can be brought back. */
  readonly isUndoable: boolean;
  readonly version: number;
  /** In the order in which they were given. */
  readonly reactions: readonly { readonly reaction: Reaction; readonly person: NamedPerson }[];
}

export interface NewComment {
  readonly id: string;
  readonly threadId: string;
  readonly authorId: string;
  readonly requestId: string;
  readonly body: readonly BodyPartInput[];
}

export interface MemberRow {
  readonly person: Person;
  readonly role: CopRole;
}

const isUndoable = `c.removed_at > now() - interval '${commentLimits.undoMinutes} minutes' AND NOT c.is_wiped`;
const columns = `c.id, c.thread_id AS "threadId", ${personJson('p', 'o')} AS author, c.body,
  coalesce((SELECT json_object_agg(mp.id, mp.name) FROM comment_mentions m JOIN people mp ON mp.id = m.person_id
             WHERE m.comment_id = c.id), '{}'::json) AS names,
  c.created_at AS "createdAt", c.edited_at AS "editedAt", c.removed_at AS "removedAt",
  CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'name', r.name) END AS "removedBy",
  coalesce(${isUndoable}, false) AS "isUndoable", c.version,
  coalesce((SELECT json_agg(json_build_object('reaction', x.reaction,
                              'person', json_build_object('id', xp.id, 'name', xp.name)) ORDER BY x.created_at)
              FROM comment_reactions x JOIN people xp ON xp.id = x.person_id
             WHERE x.comment_id = c.id), '[]'::json) AS reactions`;
const tables = `JOIN people p ON p.id = c.author_id
  LEFT JOIN organisations o ON o.id = p.organisation_id
  LEFT JOIN people r ON r.id = c.removed_by_id`;

@Injectable()
export class CommentsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findThreadId(id: string, tx: EntityManager): Promise<string | null> {
    return (await tx.findOneBy(CommentEntity, { id }))?.threadId ?? null;
  }

  async findById(tx: EntityManager, id: string): Promise<CommentRow | null> {
    const rows = await tx.query<CommentRow[]>(`SELECT ${columns} FROM comments c ${tables} WHERE c.id = $1`, [
      id,
    ]);
    return rows[0] ?? null;
  }

  /** In which thread what somebody sent with this request already stands; null when it was not stored. */
  async findThreadOfRequest(tx: EntityManager, authorId: string, requestId: string): Promise<string | null> {
    return (await tx.findOneBy(CommentEntity, { authorId, requestId }))?.threadId ?? null;
  }

  /** All of a thread, oldest first. */
  async listOfThread(threadId: string, tx: EntityManager = this.dataSource.manager): Promise<CommentRow[]> {
    return tx.query<CommentRow[]>(
      `SELECT ${columns} FROM comments c ${tables} WHERE c.thread_id = $1 ORDER BY c.id`,
      [threadId],
    );
  }

  /** Of each thread the first comment and the last two, oldest first. */
  async listEndsOf(threadIds: readonly string[]): Promise<CommentRow[]> {
    return this.dataSource.query<CommentRow[]>(
      `WITH numbered AS (
         SELECT c.id, row_number() OVER (PARTITION BY c.thread_id ORDER BY c.id) AS from_start,
                row_number() OVER (PARTITION BY c.thread_id ORDER BY c.id DESC) AS from_end
           FROM comments c WHERE c.thread_id = ANY($1::uuid[]))
       SELECT ${columns} FROM numbered
         JOIN comments c ON c.id = numbered.id ${tables}
        WHERE numbered.from_start = 1 OR numbered.from_end <= 2
        ORDER BY c.id`,
      [threadIds],
    );
  }

  async countOfThread(tx: EntityManager, threadId: string): Promise<number> {
    return tx.countBy(CommentEntity, { threadId });
  }

  async insert(tx: EntityManager, comment: NewComment): Promise<void> {
    await tx.insert(CommentEntity, comment);
    await this.setMentions(tx, comment.id, comment.body);
  }

  async update(tx: EntityManager, id: string, body: readonly BodyPartInput[]): Promise<void> {
    await tx.update(CommentEntity, { id }, { body, editedAt: () => 'now()', version: () => 'version + 1' });
    await this.setMentions(tx, id, body);
  }

  async setRemoved(tx: EntityManager, id: string, removedById: string | null): Promise<void> {
    await tx.update(
      CommentEntity,
      { id },
      {
        removedById,
        removedAt: removedById === null ? null : () => 'now()',
        version: () => 'version + 1',
      },
    );
  }

  async setReaction(
    tx: EntityManager,
    { commentId, personId, reaction }: { commentId: string; personId: string; reaction: Reaction },
    isOn: boolean,
  ): Promise<void> {
    await tx.query(
      isOn
        ? `INSERT INTO comment_reactions (comment_id, person_id, reaction) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`
        : `DELETE FROM comment_reactions WHERE comment_id = $1 AND person_id = $2 AND reaction = $3`,
      [commentId, personId, reaction],
    );
  }

  /** Who said something in a thread that still stands. */
  async listPeopleOfThread(tx: EntityManager, threadId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      'SELECT DISTINCT author_id AS id FROM comments WHERE thread_id = $1 AND removed_at IS NULL',
      [threadId],
    );
    return rows.map(({ id }) => id);
  }

  /** Members of a CoP who can sign in, by name. */
  async listMembers(copId: string, tx: EntityManager = this.dataSource.manager): Promise<MemberRow[]> {
    return tx.query<MemberRow[]>(
      `SELECT ${personJson('p', 'o')} AS person, m.role
         FROM cop_members m
         JOIN people p ON p.id = m.person_id AND p.disabled_at IS NULL
         LEFT JOIN organisations o ON o.id = p.organisation_id
        WHERE m.cop_id = $1 ORDER BY lower(p.name), p.id`,
      [copId],
    );
  }

  /** Makes the text of what was removed too long ago to bring back truly gone, with the words that it was about. */
  async wipeRemoved(): Promise<void> {
    await this.dataSource.query(
      `WITH due AS (
         SELECT id FROM comments c WHERE c.removed_at IS NOT NULL AND NOT c.is_wiped AND NOT (${isUndoable})
          ORDER BY c.removed_at LIMIT 500 FOR UPDATE SKIP LOCKED),
       unmentioned AS (DELETE FROM comment_mentions WHERE comment_id IN (SELECT id FROM due)),
       unliked AS (DELETE FROM comment_reactions WHERE comment_id IN (SELECT id FROM due)),
       wiped AS (
         UPDATE comments SET body = '[]', is_wiped = true WHERE id IN (SELECT id FROM due) RETURNING thread_id)
       UPDATE comment_threads t SET quote = CASE WHEN t.quote IS NULL THEN NULL ELSE '' END,
              quote_before = '', quote_after = ''
        WHERE t.id IN (SELECT thread_id FROM wiped) AND t.comment_count = 0`,
    );
  }

  private async setMentions(tx: EntityManager, id: string, body: readonly BodyPartInput[]): Promise<void> {
    const people = new Set(body.flatMap((part) => (part.type === 'mention' ? [part.personId] : [])));
    await tx.query('DELETE FROM comment_mentions WHERE comment_id = $1', [id]);
    await tx.query('INSERT INTO comment_mentions (comment_id, person_id) SELECT $1, unnest($2::uuid[])', [
      id,
      [...people],
    ]);
  }
}
