import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from './person.entity.ts';

export type TokenPurpose = 'sign-in' | 'password-reset' | 'setup';

/** A secret that works once, for one purpose, until it expires. Only its hash is kept. */
@Entity('sign_in_tokens')
@Unique('uq_sign_in_tokens_token_hash', ['tokenHash'])
@Check('ck_sign_in_tokens_person', "(purpose = 'setup') = (person_id IS NULL)")
export class SignInTokenEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('bytea', { select: false })
  tokenHash: Buffer;

  /** Null for the code with which the first administrator is made. */
  @Column('uuid', { nullable: true })
  @Index()
  @ForeignKey(() => PersonEntity, { name: 'fk_sign_in_tokens_person', onDelete: 'CASCADE' })
  personId: string | null;

  @Column('text')
  purpose: TokenPurpose;

  /** Path within Kring to open afterwards. */
  @Column('text', { default: '/' })
  next: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
