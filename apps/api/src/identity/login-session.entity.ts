import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from './person.entity.ts';

/** One sign-in. Alive while `ended_at IS NULL AND expires_at > now()`, and its person is not disabled. */
@Entity('login_sessions')
@Unique('uq_login_sessions_token_hash', ['tokenHash'])
export class LoginSessionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('bytea', { select: false })
  tokenHash: Buffer;

  @Column('uuid')
  @Index()
  @ForeignKey(() => PersonEntity, { name: 'fk_login_sessions_person', onDelete: 'CASCADE' })
  personId: string;

  /** Browser and system in words. */
  @Column('text')
  device: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  lastSeenAt: Date;

  /** Moves on with use, never beyond `absoluteExpiresAt`. */
  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz')
  absoluteExpiresAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
