import type { Language, PlatformRole } from '@kring/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('people')
// Of an expression: only the migration can say it.
@Index('ix_people_lower_name', { synchronize: false })
@Unique('uq_people_email', ['email'])
@Check('ck_people_email', 'email = lower(email)')
@Check('ck_people_language', "language IN ('nl', 'en')")
@Check('ck_people_platform_role', "platform_role IN ('member', 'administrator', 'auditor')")
export class PersonEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  email: string;

  @Column('text')
  name: string;

  @Column('text', { default: '' })
  jobTitle: string;

  @Column('uuid', { nullable: true })
  @Index()
  @ForeignKey('organisations', { name: 'fk_people_organisation' })
  organisationId: string | null;

  @Column('text', { default: 'nl' })
  language: Language;

  @Column('text', { default: 'member' })
  platformRole: PlatformRole;

  /** Argon2id with its parameters; null for people who sign in by link only. */
  @Column('text', { nullable: true, select: false })
  passwordHash: string | null;

  @Column('timestamptz', { nullable: true })
  disabledAt: Date | null;

  @Column('timestamptz', { nullable: true })
  lastSeenAt: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
