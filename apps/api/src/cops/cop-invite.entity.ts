import type { CopRole, Language } from '@kring/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CopEntity } from './cop.entity.ts';

/** An invitation of one address to one CoP with one role. Open until it is accepted, revoked or expired. */
@Entity('cop_invites')
@Unique('uq_cop_invites_token_hash', ['tokenHash'])
@Index('uq_cop_invites_open', ['copId', 'email'], {
  unique: true,
  where: 'accepted_at IS NULL AND revoked_at IS NULL',
})
@Index('ix_cop_invites_open_id', ['id'], { where: 'accepted_at IS NULL AND revoked_at IS NULL' })
@Check('ck_cop_invites_role', "role IN ('observer', 'commenter', 'participant', 'facilitator')")
@Check('ck_cop_invites_email', 'email = lower(email)')
export class CopInviteEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => CopEntity, { name: 'fk_cop_invites_cop' })
  copId: string;

  @Column('text')
  email: string;

  @Column('text', { default: '' })
  name: string;

  @Column('text')
  role: CopRole;

  @Column('text')
  language: Language;

  @Column('bytea', { select: false })
  tokenHash: Buffer;

  @Column('uuid')
  @Index()
  @ForeignKey('people', { name: 'fk_cop_invites_invited_by' })
  invitedById: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  acceptedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
