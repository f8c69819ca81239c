import { Injectable } from '@nestjs/common';
import type { DigestPlan, MailTiming, NotificationKind } from '@kring/contracts';
import { DataSource, type EntityManager } from 'typeorm';

export interface PreferenceRow {
  readonly kind: NotificationKind;
  readonly inApp: boolean;
  readonly mail: MailTiming;
}

@Injectable()
export class NotificationPreferencesRepository {
  constructor(private readonly dataSource: DataSource) {}

  async list(personId: string, tx: EntityManager = this.dataSource.manager): Promise<PreferenceRow[]> {
    return tx.query<PreferenceRow[]>(
      'SELECT kind, in_app AS "inApp", mail FROM notification_preferences WHERE person_id = $1',
      [personId],
    );
  }

  async save(tx: EntityManager, personId: string, rows: readonly PreferenceRow[]): Promise<void> {
    await tx.query(
      `INSERT INTO notification_preferences (person_id, kind, in_app, mail)
       SELECT $1, kind, in_app, mail FROM unnest($2::text[], $3::boolean[], $4::text[]) AS p (kind, in_app, mail)
       ON CONFLICT (person_id, kind) DO UPDATE SET in_app = excluded.in_app, mail = excluded.mail`,
      [personId, rows.map(({ kind }) => kind), rows.map(({ inApp }) => inApp), rows.map(({ mail }) => mail)],
    );
  }

  /** Null for somebody who was never told anything and chose nothing. */
  async findPlan(personId: string, tx: EntityManager = this.dataSource.manager): Promise<DigestPlan | null> {
    const [row] = await tx.query<DigestPlan[]>(
      `SELECT digest_frequency AS frequency, digest_weekday AS weekday, digest_hour AS hour
         FROM notification_mailings WHERE person_id = $1`,
      [personId],
    );
    return row ?? null;
  }

  async savePlan(
    tx: EntityManager,
    personId: string,
    { frequency, weekday, hour }: DigestPlan,
    nextAt: Date | null,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO notification_mailings (person_id, digest_frequency, digest_weekday, digest_hour, next_digest_at)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (person_id) DO UPDATE SET digest_frequency = $2, digest_weekday = $3, digest_hour = $4,
         next_digest_at = $5`,
      [personId, frequency, weekday, hour, nextAt],
    );
  }

  /** Nothing that was to go at once goes any more, of kinds that are no longer mailed at once. */
  async cancelMails(tx: EntityManager, personId: string, kinds: readonly NotificationKind[]): Promise<void> {
    await tx.query(
      'UPDATE notifications SET mail_after = NULL WHERE person_id = $1 AND kind = ANY($2::text[])',
      [personId, kinds],
    );
  }
}
