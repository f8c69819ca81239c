import { Injectable } from '@nestjs/common';
import type { CopRole, PlatformRole } from '@kring/contracts';
import { DataSource, In, IsNull, MoreThan, Not, type EntityManager } from 'typeorm';
import { gathered } from '../common/gathered.ts';
import { LoginSessionEntity } from './login-session.entity.ts';

export interface AliveLogin {
  readonly loginSessionId: string;
  readonly personId: string;
  readonly lastSeenAt: Date;
  readonly platformRole: PlatformRole;
  readonly memberships: { readonly copId: string; readonly role: CopRole }[];
}

type NewLoginSession = Pick<
  LoginSessionEntity,
  'id' | 'tokenHash' | 'personId' | 'device' | 'expiresAt' | 'absoluteExpiresAt'
>;

const aliveSession = 's.ended_at IS NULL AND s.expires_at > now() AND p.disabled_at IS NULL';

@Injectable()
export class LoginSessionsRepository {
  private readonly findOneAlive = gathered((hashes: readonly Buffer[]) => this.findAllAlive(hashes));
  private readonly isOneAlive = gathered((ids: readonly string[]) => this.areAlive(ids));

  constructor(private readonly dataSource: DataSource) {}

  /** Session, person and memberships in one query: it runs with every request. */
  findAlive(tokenHash: Buffer): Promise<AliveLogin | null> {
    return this.findOneAlive(tokenHash);
  }

  isAlive(id: string): Promise<boolean> {
    return this.isOneAlive(id);
  }

  private async findAllAlive(tokenHashes: readonly Buffer[]): Promise<(AliveLogin | null)[]> {
    const rows = await this.dataSource.query<(AliveLogin & { tokenHash: Buffer })[]>(
      `SELECT s.token_hash AS "tokenHash", s.id AS "loginSessionId", s.person_id AS "personId",
              s.last_seen_at AS "lastSeenAt", p.platform_role AS "platformRole",
              coalesce((SELECT json_agg(json_build_object('copId', m.cop_id, 'role', m.role))
                          FROM cop_members m WHERE m.person_id = p.id), '[]'::json) AS memberships
         FROM login_sessions s JOIN people p ON p.id = s.person_id
        WHERE s.token_hash = ANY ($1::bytea[]) AND ${aliveSession}`,
      [tokenHashes],
    );
    const byHash = new Map(rows.map(({ tokenHash, ...login }) => [tokenHash.toString('hex'), login]));
    return tokenHashes.map((hash) => byHash.get(hash.toString('hex')) ?? null);
  }

  private async areAlive(ids: readonly string[]): Promise<boolean[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT s.id FROM login_sessions s JOIN people p ON p.id = s.person_id
        WHERE s.id = ANY ($1::uuid[]) AND ${aliveSession}`,
      [ids],
    );
    const alive = new Set(rows.map(({ id }) => id));
    return ids.map((id) => alive.has(id));
  }

  async touch(id: string, personId: string, idleMinutes: number): Promise<void> {
    await this.dataSource.query(
      `WITH seen AS (UPDATE people SET last_seen_at = now() WHERE id = $2)
       UPDATE login_sessions
          SET last_seen_at = now(), expires_at = least(absolute_expires_at, now() + make_interval(mins => $3::int))
        WHERE id = $1 AND ended_at IS NULL`,
      [id, personId, idleMinutes],
    );
  }

  async insert(tx: EntityManager, session: NewLoginSession): Promise<void> {
    await tx.insert(LoginSessionEntity, session);
    await tx.query('UPDATE people SET last_seen_at = now() WHERE id = $1', [session.personId]);
  }

  async endByToken(tx: EntityManager, tokenHash: Buffer): Promise<{ id: string; personId: string } | null> {
    const session = await tx.findOneBy(LoginSessionEntity, { tokenHash, endedAt: IsNull() });
    if (!session) return null;
    await tx.update(LoginSessionEntity, { id: session.id }, { endedAt: () => 'now()' });
    return { id: session.id, personId: session.personId };
  }

  async endOne(tx: EntityManager, personId: string, id: string): Promise<boolean> {
    const result = await tx.update(
      LoginSessionEntity,
      { id, personId, endedAt: IsNull() },
      { endedAt: () => 'now()' },
    );
    return result.affected === 1;
  }

  /** Ends all of a person's sessions but one; returns their ids. */
  async endAll(tx: EntityManager, personId: string, except: string | null): Promise<string[]> {
    const sessions = await tx.find(LoginSessionEntity, {
      select: { id: true },
      where: { personId, endedAt: IsNull(), ...(except !== null && { id: Not(except) }) },
      lock: { mode: 'pessimistic_write' },
    });
    const ids = sessions.map(({ id }) => id);
    if (ids.length > 0) {
      await tx.update(LoginSessionEntity, { id: In(ids) }, { endedAt: () => 'now()' });
    }
    return ids;
  }

  async listAlive(personId: string): Promise<LoginSessionEntity[]> {
    return this.dataSource.manager.find(LoginSessionEntity, {
      where: { personId, endedAt: IsNull(), expiresAt: MoreThan(new Date()) },
      order: { lastSeenAt: 'DESC', id: 'DESC' },
    });
  }
}
