import type { CopRole } from '@kring/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CopEntity } from './cop.entity.ts';

@Entity('cop_members')
@Check('ck_cop_members_role', "role IN ('observer', 'commenter', 'participant', 'facilitator')")
export class CopMemberEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => CopEntity, { name: 'fk_cop_members_cop' })
  copId: string;

  @PrimaryColumn('uuid')
  @Index()
  @ForeignKey('people', { name: 'fk_cop_members_person' })
  personId: string;

  @Column('text')
  role: CopRole;

  @Column('timestamptz', { default: () => 'now()' })
  since: Date;

  /** When the welcome was put away; null while it waits. Set from the start where there was nothing to read. */
  @Column('timestamptz', { nullable: true })
  welcomedAt: Date | null;
}
