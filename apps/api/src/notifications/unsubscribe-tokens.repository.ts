import { Injectable } from '@nestjs/common';
import type { UnsubscribeTopic } from '@kring/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { hashToken, newSecretToken } from '../identity/secret-token.ts';

const validDays = 180;

/** Links in mails that switch those mails off, and can do nothing else. Only hashes are kept. */
@Injectable()
export class UnsubscribeTokensRepository {
  constructor(private readonly dataSource: DataSource) {}

  async issue(personId: string, topic: UnsubscribeTopic, now: Date): Promise<string> {
    const token = newSecretToken();
    await this.dataSource.query(
      `INSERT INTO unsubscribe_tokens (token_hash, person_id, topic, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $4::timestamptz + make_interval(days => ${validDays}))`,
      [hashToken(token), personId, topic, now],
    );
    return token;
  }

  /** Works more than once: a second click says the same as the first. */
  async find(
    token: string,
    now: Date,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<{ personId: string; topic: UnsubscribeTopic } | null> {
    const [row] = await tx.query<{ personId: string; topic: UnsubscribeTopic }[]>(
      `SELECT t.person_id AS "personId", t.topic FROM unsubscribe_tokens t JOIN people p ON p.id = t.person_id
        WHERE t.token_hash = $1 AND t.expires_at > $2 AND p.disabled_at IS NULL`,
      [hashToken(token), now],
    );
    return row ?? null;
  }

  /** Whoever switches mails on again does not want an old mail to switch them off. */
  async revoke(tx: EntityManager, personId: string, topic: UnsubscribeTopic): Promise<void> {
    await tx.query('DELETE FROM unsubscribe_tokens WHERE person_id = $1 AND topic = $2', [personId, topic]);
  }
}
