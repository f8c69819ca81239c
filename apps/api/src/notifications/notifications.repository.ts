import { Injectable } from '@nestjs/common';
import type { MailTiming, NotificationKind } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

export interface NewNotification {
  readonly kind: NotificationKind;
  /** What is grouped while it is unread, `thread:<id>` for instance. */
  readonly objectKey: string;
  readonly copId: string;
  readonly caseId: string | null;
  readonly noteId: string | null;
  readonly threadId: string | null;
  readonly sectionId: string | null;
  readonly actorId: string | null;
  readonly commentId: string | null;
  readonly eventKey: string;
  readonly at: Date;
}

export interface NotificationRecipient {
  readonly personId: string;
  readonly isListed: boolean;
  readonly mailAfter: Date | null;
}

export interface ChosenPreference {
  readonly personId: string;
  readonly inApp: boolean;
  readonly mail: MailTiming;
}

/** By which processes hear that somebody's notifications have changed; carries ids of people. */
export const NOTIFICATIONS_CHANNEL = 'kring_notifications';
// A payload has at most 8000 bytes.
const idsPerSignal = 200;

/** Writes notifications; reading them is `NotificationLists`. */
@Injectable()
export class NotificationsRepository {
  async listPreferences(
    tx: EntityManager,
    kind: NotificationKind,
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, ChosenPreference>> {
    const rows = await tx.query<ChosenPreference[]>(
      `SELECT person_id AS "personId", in_app AS "inApp", mail
         FROM notification_preferences WHERE kind = $1 AND person_id = ANY($2::uuid[])`,
      [kind, personIds],
    );
    return new Map(rows.map((row) => [row.personId, row]));
  }

  /** Those who have been told of this event before. */
  async listTold(tx: EntityManager, eventKey: string, personIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ personId: string }[]>(
      `SELECT person_id AS "personId" FROM notification_events
        WHERE event_key = $1 AND person_id = ANY($2::uuid[])`,
      [eventKey, personIds],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Those whom this person told the same of the same object since a moment. */
  async listToldSince(
    tx: EntityManager,
    same: {
      readonly kind: NotificationKind;
      readonly objectKey: string;
      readonly actorId: string;
      readonly since: Date;
    },
    personIds: readonly string[],
  ): Promise<string[]> {
    const rows = await tx.query<{ personId: string }[]>(
      `SELECT DISTINCT n.person_id AS "personId"
         FROM notifications n JOIN notification_events e ON e.notification_id = n.id
        WHERE n.person_id = ANY($1::uuid[]) AND n.kind = $2 AND n.object_key = $3 AND n.last_at > $5
          AND e.actor_id = $4 AND e.at > $5`,
      [personIds, same.kind, same.objectKey, same.actorId, same.since],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Adds the event to what each has not read yet of this kind about this object, or begins that. */
  async add(
    tx: EntityManager,
    given: NewNotification,
    recipients: readonly NotificationRecipient[],
  ): Promise<void> {
    // In one order for everybody, so that two tellings at once wait for each other instead of locking each other out.
    const sorted = [...recipients].sort((a, b) => (a.personId < b.personId ? -1 : 1));
    const people = sorted.map(({ personId }) => personId);
    await tx.query(
      `WITH told AS (
         INSERT INTO notifications AS n (id, person_id, kind, object_key, cop_id, case_id, note_id, thread_id,
                section_id, is_listed, created_at, last_at, mail_after)
         SELECT r.id, r.person_id, $5, $6, $7::uuid, $8::uuid, $9::uuid, $10::uuid, $11, r.is_listed,
                $12::timestamptz, $12::timestamptz, r.mail_after
           FROM unnest($1::uuid[], $2::uuid[], $3::boolean[], $4::timestamptz[])
                AS r (id, person_id, is_listed, mail_after)
         ON CONFLICT (person_id, kind, object_key) WHERE read_at IS NULL DO UPDATE
            SET last_at = greatest(n.last_at, excluded.last_at), is_listed = n.is_listed OR excluded.is_listed,
                mail_after = coalesce(n.mail_after, excluded.mail_after)
         RETURNING id, person_id)
       INSERT INTO notification_events (person_id, event_key, notification_id, actor_id, comment_id, at)
       SELECT person_id, $13, id, $14::uuid, $15::uuid, $12::timestamptz FROM told
       ON CONFLICT DO NOTHING`,
      [
        people.map(() => uuidv7()),
        people,
        sorted.map(({ isListed }) => isListed),
        sorted.map(({ mailAfter }) => mailAfter),
        given.kind,
        given.objectKey,
        given.copId,
        given.caseId,
        given.noteId,
        given.threadId,
        given.sectionId,
        given.at,
        given.eventKey,
        given.actorId,
        given.commentId,
      ],
    );
    await this.signal(tx, people);
  }

  /** Each who is told for the first time gets the mail settings that hold for somebody who chose none. */
  async beginMailings(
    tx: EntityManager,
    personIds: readonly string[],
    plan: {
      readonly frequency: string;
      readonly weekday: number;
      readonly hour: number;
      nextAt: Date | null;
    },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO notification_mailings (person_id, digest_frequency, digest_weekday, digest_hour, next_digest_at)
       SELECT id, $2, $3, $4, $5 FROM unnest($1::uuid[]) AS id ORDER BY id ON CONFLICT DO NOTHING`,
      [personIds, plan.frequency, plan.weekday, plan.hour, plan.nextAt],
    );
  }

  /** What has been settled is not asked of anybody any more. */
  async settle(
    tx: EntityManager,
    kind: NotificationKind,
    { objectKey, personIds }: { readonly objectKey: string; readonly personIds: readonly string[] | null },
    at: Date,
  ): Promise<void> {
    const [rows] = (await tx.query(
      `UPDATE notifications SET read_at = $3, mail_after = NULL
        WHERE kind = $1 AND object_key = $2 AND read_at IS NULL
          AND ($4::uuid[] IS NULL OR person_id = ANY($4)) RETURNING person_id AS "personId"`,
      [kind, objectKey, at, personIds],
    )) as [{ personId: string }[], number];
    await this.signal(
      tx,
      rows.map(({ personId }) => personId),
    );
  }

  /** Goes out with the commit. */
  async signal(tx: EntityManager, personIds: readonly string[]): Promise<void> {
    for (let at = 0; at < personIds.length; at += idsPerSignal) {
      const payload = personIds.slice(at, at + idsPerSignal).join(',');
      await tx.query('SELECT pg_notify($1, $2)', [NOTIFICATIONS_CHANNEL, payload]);
    }
  }
}
