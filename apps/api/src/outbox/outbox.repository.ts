import { Injectable } from '@nestjs/common';
import type { MailFailure } from '@kring/contracts';
import { DataSource, LessThan, type EntityManager } from 'typeorm';
import { OutboxMailEntity } from './outbox-mail.entity.ts';

/** A waiting mail without a failure has not been tried, or is on its way at this moment. */
const isStuck = `(state IN ('failed', 'kept') OR (state = 'waiting' AND failure_reason IS NOT NULL))`;

@Injectable()
export class OutboxRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first; ids are in order of time. */
  async list(before: string | undefined, limit: number): Promise<OutboxMailEntity[]> {
    return this.dataSource.manager.find(OutboxMailEntity, {
      where: before === undefined ? {} : { id: LessThan(before) },
      order: { id: 'DESC' },
      take: limit,
    });
  }

  /**
   * The next mail that is due, counted as one more attempt and put off for a pause that doubles: of several
   * dispatchers one gets it, and a process that dies while sending leaves it for a later try.
   */
  async claimWaiting(firstDelaySeconds: number): Promise<OutboxMailEntity | null> {
    return this.claim(
      `state = 'waiting' AND next_attempt_at <= now()`,
      `attempts = attempts + 1, failure_reason = NULL, failure_answer = '', next_attempt_at = now() + make_interval(secs => $1 * power(2, attempts))`,
      [firstDelaySeconds],
    );
  }

  /** The next mail that stays here, once. */
  async claimKept(): Promise<OutboxMailEntity | null> {
    return this.claim(`state = 'kept' AND attempts = 0`, 'attempts = 1', []);
  }

  async markSent(id: string, body: string): Promise<void> {
    await this.dataSource.manager.update(
      OutboxMailEntity,
      { id },
      { state: 'sent', sentAt: new Date(), body },
    );
  }

  /** It had nothing left to say. */
  async markDropped(id: string): Promise<void> {
    await this.dataSource.manager.update(OutboxMailEntity, { id }, { state: 'dropped' });
  }

  async markNotSent(id: string, state: 'waiting' | 'failed', { reason, answer }: MailFailure): Promise<void> {
    await this.dataSource.manager.update(
      OutboxMailEntity,
      { id },
      { state, failureReason: reason, failureAnswer: answer },
    );
  }

  async findForUpdate(tx: EntityManager, id: string): Promise<OutboxMailEntity | null> {
    return tx.findOne(OutboxMailEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Mails that did not go out, oldest first; not those that are being handled right now. */
  async lockStuck(
    tx: EntityManager,
    limit: number,
  ): Promise<Pick<OutboxMailEntity, 'id' | 'template' | 'body'>[]> {
    return tx.query(
      `SELECT id, template, body FROM outbox_mails WHERE ${isStuck}
        ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [limit],
    );
  }

  /** Lets them be sent at once, with as many attempts as a new mail; returns the ids of those that this changed. */
  async putBack(tx: EntityManager, ids: readonly string[]): Promise<string[]> {
    const [rows] = (await tx.query(
      `UPDATE outbox_mails SET state = 'waiting', next_attempt_at = now(),
              attempts = CASE WHEN state = 'waiting' THEN attempts ELSE 0 END,
              failure_reason = NULL, failure_answer = ''
        WHERE id = ANY($1::uuid[]) AND ${isStuck} RETURNING id`,
      [ids],
    )) as [{ id: string }[], number];
    return rows.map(({ id }) => id);
  }

  private async claim(due: string, changes: string, parameters: unknown[]): Promise<OutboxMailEntity | null> {
    const [rows] = (await this.dataSource.query(
      `UPDATE outbox_mails SET ${changes}
        WHERE id = (SELECT id FROM outbox_mails WHERE ${due} ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, recipient, template, language, subject, body, source, state, attempts`,
      parameters,
    )) as [OutboxMailEntity[], number];
    return rows[0] ?? null;
  }
}
