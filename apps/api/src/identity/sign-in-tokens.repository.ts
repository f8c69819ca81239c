import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { hashToken } from './secret-token.ts';
import { SignInTokenEntity, type TokenPurpose } from './sign-in-token.entity.ts';

export interface NewSignInToken {
  readonly token: string;
  readonly personId: string | null;
  readonly purpose: TokenPurpose;
  readonly minutes: number;
  readonly next?: string | undefined;
}

@Injectable()
export class SignInTokensRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(
    tx: EntityManager,
    { token, personId, purpose, minutes, next }: NewSignInToken,
  ): Promise<void> {
    await tx.insert(SignInTokenEntity, {
      id: uuidv7(),
      tokenHash: hashToken(token),
      personId,
      purpose,
      next: next ?? '/',
      expiresAt: new Date(Date.now() + minutes * 60_000),
    });
  }

  /** Uses a token up; of two that try at once one gets it. Null when it never was, was used or has expired. */
  async take(
    tx: EntityManager,
    token: string,
    purpose: TokenPurpose,
  ): Promise<{ personId: string | null; next: string } | null> {
    const [rows] = (await tx.query(
      `UPDATE sign_in_tokens SET used_at = now()
        WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > now()
        RETURNING person_id AS "personId", next`,
      [hashToken(token), purpose],
    )) as [{ personId: string | null; next: string }[], number];
    return rows[0] ?? null;
  }

  /** Those of these that could be used now, as hex. */
  async findUnused(
    tokenHashes: readonly Buffer[],
    tx: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ hash: string }[]>(
      `SELECT encode(token_hash, 'hex') AS hash FROM sign_in_tokens
        WHERE token_hash = ANY($1::bytea[]) AND used_at IS NULL AND expires_at > now()`,
      [tokenHashes],
    );
    return new Set(rows.map(({ hash }) => hash));
  }

  async deleteOfPerson(tx: EntityManager, personId: string): Promise<void> {
    await tx.delete(SignInTokenEntity, { personId });
  }

  async deleteByPurpose(tx: EntityManager, purpose: TokenPurpose): Promise<void> {
    await tx.delete(SignInTokenEntity, { purpose });
  }
}
