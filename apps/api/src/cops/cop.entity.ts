import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('cops')
@Unique('uq_cops_slug', ['slug'])
export class CopEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  @Column('text')
  question: string;

  @Column('uuid', { nullable: true })
  @Index()
  @ForeignKey('organisations', { name: 'fk_cops_coordinator' })
  coordinatorId: string | null;

  @Column('text', { default: '' })
  purpose: string;

  @Column('text', { default: '' })
  audience: string;

  @Column('text', { default: '' })
  workingAgreements: string;

  @Column('text', { default: '' })
  welcome: string;

  @Column('text', { default: '' })
  houseRules: string;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
