import type { Organisation } from '@kring/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('organisations')
@Unique('uq_organisations_slug', ['slug'])
@Check('ck_organisations_parent', 'parent_id <> id')
@Check('ck_organisations_successor', 'successor_id <> id')
@Check('ck_organisations_ended', 'successor_id IS NULL OR ended_on IS NOT NULL')
export class OrganisationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  @Column('text', { default: '' })
  abbreviation: string;

  @Column('text')
  kind: Organisation['kind'];

  @Column('text', { default: '' })
  region: string;

  @Column('uuid', { nullable: true })
  @Index()
  @ForeignKey(() => OrganisationEntity, { name: 'fk_organisations_parent' })
  parentId: string | null;

  /** The day on which it ended; nobody new can be part of it. */
  @Column('date', { nullable: true })
  endedOn: string | null;

  /** What it went up in. */
  @Column('uuid', { nullable: true })
  @Index()
  @ForeignKey(() => OrganisationEntity, { name: 'fk_organisations_successor' })
  successorId: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
