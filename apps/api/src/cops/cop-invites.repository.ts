import { Injectable } from '@nestjs/common';
import type { CopRole, Language, PlatformRole } from '@kring/contracts';
import type { Principal } from '@kring/domain';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { CopInviteEntity } from './cop-invite.entity.ts';

export interface OpenInviteRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: CopRole;
  readonly invitedBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** An invite that its link finds, with what it takes to judge whether it still counts. */
export interface HeldInviteRow {
  readonly id: string;
  readonly copId: string;
  readonly copSlug: string;
  readonly copName: string;
  readonly copQuestion: string;
  readonly email: string;
  readonly name: string;
  readonly role: CopRole;
  readonly language: Language;
  readonly invitedBy: string;
  readonly invitedById: string;
  readonly inviterPlatformRole: PlatformRole;
  readonly inviterRole: CopRole | null;
  readonly isInviterDisabled: boolean;
}

@Injectable()
export class CopInvitesRepository {
  constructor(private readonly dataSource: DataSource) {}

  async listOpen(copId: string): Promise<OpenInviteRow[]> {
    return this.dataSource.query<OpenInviteRow[]>(
      `SELECT i.id, i.email, i.name, i.role, p.name AS "invitedBy", i.created_at AS "createdAt",
              i.expires_at AS "expiresAt"
         FROM cop_invites i JOIN people p ON p.id = i.invited_by_id
        WHERE i.cop_id = $1 AND i.accepted_at IS NULL AND i.revoked_at IS NULL
        ORDER BY i.created_at DESC, i.id DESC`,
      [copId],
    );
  }

  async findOpen(
    copId: string,
    id: string,
  ): Promise<Pick<CopInviteEntity, 'email' | 'name' | 'role' | 'language'> | null> {
    return this.dataSource.manager.findOne(CopInviteEntity, {
      where: { id, copId, acceptedAt: IsNull(), revokedAt: IsNull() },
      select: { id: true, email: true, name: true, role: true, language: true },
    });
  }

  /** Newest first; ids are in order of time. */
  async listAllOpen(
    before: string | undefined,
    limit: number,
  ): Promise<(OpenInviteRow & { readonly cop: { id: string; slug: string; name: string } })[]> {
    return this.dataSource.query(
      `SELECT i.id, i.email, i.name, i.role, p.name AS "invitedBy", i.created_at AS "createdAt",
              i.expires_at AS "expiresAt", json_build_object('id', cop.id, 'slug', cop.slug, 'name', cop.name) AS cop
         FROM cop_invites i JOIN people p ON p.id = i.invited_by_id JOIN cops cop ON cop.id = i.cop_id
        WHERE i.accepted_at IS NULL AND i.revoked_at IS NULL AND ($1::uuid IS NULL OR i.id < $1::uuid)
        ORDER BY i.id DESC LIMIT $2`,
      [before ?? null, limit],
    );
  }

  /** The invite with this token, unless it was used, taken back or has expired. */
  async findOpenByToken(
    tokenHash: Buffer,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<HeldInviteRow | null> {
    const rows = await tx.query<HeldInviteRow[]>(
      `SELECT i.id, i.cop_id AS "copId", cop.slug AS "copSlug", cop.name AS "copName", cop.question AS "copQuestion",
              i.email, i.name, i.role, i.language, p.name AS "invitedBy", p.id AS "invitedById",
              p.platform_role AS "inviterPlatformRole", m.role AS "inviterRole",
              p.disabled_at IS NOT NULL AS "isInviterDisabled"
         FROM cop_invites i
         JOIN cops cop ON cop.id = i.cop_id
         JOIN people p ON p.id = i.invited_by_id
         LEFT JOIN cop_members m ON m.cop_id = i.cop_id AND m.person_id = i.invited_by_id
        WHERE i.token_hash = $1 AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()`,
      [tokenHash],
    );
    return rows[0] ?? null;
  }

  /** Those of these tokens that could be used now, as hex. */
  async findUnused(
    tokenHashes: readonly Buffer[],
    tx: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ hash: string }[]>(
      `SELECT encode(token_hash, 'hex') AS hash FROM cop_invites
        WHERE token_hash = ANY($1::bytea[]) AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now()`,
      [tokenHashes],
    );
    return new Set(rows.map(({ hash }) => hash));
  }

  async insert(tx: EntityManager, invite: Partial<CopInviteEntity> & { id: string }): Promise<void> {
    await tx.insert(CopInviteEntity, invite);
  }

  /** True for the one who gets it. */
  async accept(tx: EntityManager, id: string): Promise<boolean> {
    const result = await tx.update(
      CopInviteEntity,
      { id, acceptedAt: IsNull(), revokedAt: IsNull() },
      { acceptedAt: () => 'now()' },
    );
    return result.affected === 1;
  }

  async revoke(tx: EntityManager, copId: string, id: string): Promise<boolean> {
    return this.revokeWhere(tx, { copId, id });
  }

  async revokeSentTo(tx: EntityManager, copId: string, email: string): Promise<void> {
    await this.revokeWhere(tx, { copId, email });
  }

  /** Whoever may no longer invite has no invites that still work. */
  async revokeSentBy(tx: EntityManager, copId: string, invitedById: string): Promise<void> {
    await this.revokeWhere(tx, { copId, invitedById });
  }

  private async revokeWhere(tx: EntityManager, where: Partial<CopInviteEntity>): Promise<boolean> {
    const result = await tx.update(
      CopInviteEntity,
      { ...where, acceptedAt: IsNull(), revokedAt: IsNull() },
      { revokedAt: () => 'now()' },
    );
    return (result.affected ?? 0) > 0;
  }
}

/** Whoever sent an invite, as they are now. */
export function inviterOf(row: HeldInviteRow): Principal {
  return {
    kind: 'person',
    personId: row.invitedById,
    platformRole: row.inviterPlatformRole,
    memberships: row.inviterRole === null ? [] : [{ copId: row.copId, role: row.inviterRole }],
  };
}
