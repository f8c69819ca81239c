import { Injectable } from '@nestjs/common';
import type { DigestPlan } from '@kring/contracts';
import type { EntityManager } from 'typeorm';

export interface DueDigest extends DigestPlan {
  readonly personId: string;
  readonly lastDigestAt: Date | null;
}

/** Gives each due mail to one process: whoever locks the person's mailing writes it. */
@Injectable()
export class NotificationMailsRepository {
  /** Somebody with something to mail at once, whose last such mail is long enough ago; locked to the end. */
  async claimAtOnce(tx: EntityManager, now: Date, pauseMinutes: number): Promise<string | null> {
    const [row] = await tx.query<{ personId: string }[]>(
      `SELECT m.person_id AS "personId" FROM notification_mailings m
        WHERE m.person_id IN (SELECT person_id FROM notifications WHERE mail_after <= $1)
          AND (m.last_mail_at IS NULL OR m.last_mail_at <= $1::timestamptz - make_interval(mins => $2))
        LIMIT 1 FOR UPDATE OF m SKIP LOCKED`,
      [now, pauseMinutes],
    );
    return row?.personId ?? null;
  }

  /** All that is due for somebody; from now on it has been mailed. */
  async takeAtOnce(tx: EntityManager, personId: string, now: Date): Promise<string[]> {
    const [rows] = (await tx.query(
      `UPDATE notifications SET mail_after = NULL, mailed_at = $2
        WHERE person_id = $1 AND mail_after <= $2 RETURNING id`,
      [personId, now],
    )) as [{ id: string }[], number];
    return rows.map(({ id }) => id);
  }

  async markMailed(tx: EntityManager, personId: string, now: Date): Promise<void> {
    await tx.query('UPDATE notification_mailings SET last_mail_at = $2 WHERE person_id = $1', [
      personId,
      now,
    ]);
  }

  async claimDigest(tx: EntityManager, now: Date): Promise<DueDigest | null> {
    const [row] = await tx.query<DueDigest[]>(
      `SELECT person_id AS "personId", digest_frequency AS frequency, digest_weekday AS weekday,
              digest_hour AS hour, last_digest_at AS "lastDigestAt"
         FROM notification_mailings WHERE next_digest_at <= $1 ORDER BY next_digest_at
        LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [now],
    );
    return row ?? null;
  }

  async planDigest(
    tx: EntityManager,
    personId: string,
    { lastAt, nextAt }: { lastAt: Date; nextAt: Date | null },
  ): Promise<void> {
    await tx.query(
      'UPDATE notification_mailings SET last_digest_at = $2, next_digest_at = $3 WHERE person_id = $1',
      [personId, lastAt, nextAt],
    );
  }
}
