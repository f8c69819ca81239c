import { Injectable } from '@nestjs/common';
import {
  notificationKindsOf,
  type CaseStatus,
  type NotificationClass,
  type NotificationKind,
  type UnreadCounts,
} from '@kring/contracts';
import type { PersonPrincipal } from '@kring/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { visibleCondition } from './notification-access.ts';

export interface NotificationRow {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly copSlug: string;
  readonly copName: string;
  readonly caseId: string | null;
  readonly caseTitle: string | null;
  readonly caseStatus: CaseStatus | null;
  readonly noteId: string | null;
  readonly noteTitle: string | null;
  readonly threadId: string | null;
  readonly sectionId: string | null;
  readonly count: number;
  readonly actors: string[];
  readonly actorCount: number;
  /** The newest of them, newest first; at most three. */
  readonly commentIds: string[];
  readonly at: Date;
  readonly readAt: Date | null;
}

export interface NotificationFilter {
  readonly kinds: readonly NotificationKind[];
  readonly isUnreadOnly?: boolean;
  /** Only what comes after this one, newest first. */
  readonly after?: { readonly at: Date; readonly id: string } | undefined;
  readonly since?: Date | null;
  readonly until?: Date;
  readonly ids?: readonly string[];
  /** Also what the person does not want to see in Kring, but by mail. */
  readonly includesUnlisted?: boolean;
  readonly limit: number;
}

const mostActors = 3;
const mostComments = 3;

/** Reads notifications: each query holds the policy as its condition. */
@Injectable()
export class NotificationListsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async list(
    principal: PersonPrincipal,
    filter: NotificationFilter,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<NotificationRow[]> {
    const parameters: unknown[] = [principal.personId, filter.kinds];
    const given = (value: unknown) => `$${parameters.push(value)}`;
    const conditions = [
      'n.person_id = $1',
      'n.kind = ANY($2::text[])',
      visibleCondition(principal, parameters),
      ...(filter.includesUnlisted ? [] : ['n.is_listed']),
      ...(filter.isUnreadOnly ? ['n.read_at IS NULL'] : []),
      ...(filter.since ? [`n.last_at > ${given(filter.since)}`] : []),
      ...(filter.until ? [`n.last_at <= ${given(filter.until)}`] : []),
      ...(filter.ids ? [`n.id = ANY(${given(filter.ids)}::uuid[])`] : []),
      ...(filter.after
        ? [`(n.last_at, n.id) < (${given(filter.after.at)}::timestamptz, ${given(filter.after.id)}::uuid)`]
        : []),
    ];
    return tx.query<NotificationRow[]>(
      `SELECT n.id, n.kind, cop.slug AS "copSlug", cop.name AS "copName", n.case_id AS "caseId",
              c.title AS "caseTitle", c.status AS "caseStatus", n.note_id AS "noteId", note.title AS "noteTitle", n.thread_id AS "threadId",
              n.section_id AS "sectionId", n.last_at AS at, n.read_at AS "readAt", e.count, e."commentIds",
              a.names AS actors, a.count AS "actorCount"
         FROM notifications n
         JOIN cops cop ON cop.id = n.cop_id
         LEFT JOIN cases c ON c.id = n.case_id
         LEFT JOIN notes note ON note.id = n.note_id
         CROSS JOIN LATERAL (
           SELECT count(*)::int AS count,
                  coalesce((array_agg(comment_id ORDER BY at DESC) FILTER (WHERE comment_id IS NOT NULL))[1:${mostComments}],
                    '{}') AS "commentIds"
             FROM notification_events WHERE notification_id = n.id) e
         CROSS JOIN LATERAL (
           SELECT count(*)::int AS count,
                  coalesce((array_agg(name ORDER BY at DESC))[1:${mostActors}], '{}') AS names
             FROM (SELECT p.name, max(ne.at) AS at FROM notification_events ne JOIN people p ON p.id = ne.actor_id
                    WHERE ne.notification_id = n.id GROUP BY p.id) people) a
        WHERE ${conditions.join(' AND ')}
        ORDER BY n.last_at DESC, n.id DESC LIMIT ${filter.limit}`,
      parameters,
    );
  }

  async countUnread(principal: PersonPrincipal): Promise<UnreadCounts> {
    const parameters: unknown[] = [principal.personId, notificationKindsOf('for-me')];
    const [row] = await this.dataSource.query<UnreadCounts[]>(
      `SELECT count(*) FILTER (WHERE n.kind = ANY($2::text[]))::int AS "forMe",
              count(*) FILTER (WHERE n.kind <> ALL($2::text[]))::int AS following
         FROM notifications n LEFT JOIN cases c ON c.id = n.case_id
        WHERE n.person_id = $1 AND n.is_listed AND n.read_at IS NULL AND ${visibleCondition(principal, parameters)}`,
      parameters,
    );
    return row ?? { forMe: 0, following: 0 };
  }

  /** A group that has become unread while another of the same object is unread already stays read: there is one. */
  async mark(
    tx: EntityManager,
    personId: string,
    ids: readonly string[],
    readAt: Date | null,
  ): Promise<void> {
    if (readAt) {
      await tx.query(
        `UPDATE notifications SET read_at = $3, mail_after = NULL
          WHERE person_id = $1 AND id = ANY($2::uuid[]) AND read_at IS NULL`,
        [personId, ids, readAt],
      );
      return;
    }
    await tx.query(
      `UPDATE notifications SET read_at = NULL
        WHERE id IN (
          SELECT DISTINCT ON (n.kind, n.object_key) n.id FROM notifications n
           WHERE n.person_id = $1 AND n.id = ANY($2::uuid[]) AND n.read_at IS NOT NULL AND NOT EXISTS (
             SELECT 1 FROM notifications other
              WHERE other.person_id = n.person_id AND other.kind = n.kind AND other.object_key = n.object_key
                AND other.read_at IS NULL)
           ORDER BY n.kind, n.object_key, n.last_at DESC)`,
      [personId, ids],
    );
  }

  async markAll(
    tx: EntityManager,
    personId: string,
    { ofClass, upTo, readAt }: { ofClass: NotificationClass; upTo: Date; readAt: Date },
  ): Promise<void> {
    await tx.query(
      `UPDATE notifications SET read_at = $4, mail_after = NULL
        WHERE person_id = $1 AND kind = ANY($2::text[]) AND last_at <= $3 AND read_at IS NULL`,
      [personId, notificationKindsOf(ofClass), upTo, readAt],
    );
  }

  /** Marks what is about one note or case as read, of some kinds; returns how many. */
  async markPlace(
    tx: EntityManager,
    personId: string,
    place: { readonly noteId: string } | { readonly caseId: string },
    { kinds, readAt }: { kinds: readonly NotificationKind[]; readAt: Date },
  ): Promise<number> {
    const condition = 'noteId' in place ? 'note_id = $2' : 'case_id = $2 AND note_id IS NULL';
    const [, count] = (await tx.query(
      `UPDATE notifications SET read_at = $4, mail_after = NULL
        WHERE person_id = $1 AND ${condition} AND kind = ANY($3::text[]) AND read_at IS NULL`,
      [personId, 'noteId' in place ? place.noteId : place.caseId, kinds, readAt],
    )) as [unknown, number];
    return count;
  }
}
