import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A day on which a CoP does something. */
@Entity('cop_dates')
@Index('ix_cop_dates_cop_id_day', ['copId', 'day'])
@Index('ix_cop_dates_day', ['day'], { where: 'is_public' })
export class CopDateEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('cops', { name: 'fk_cop_dates_cop' })
  copId: string;

  @Column('text')
  title: string;

  /** As `2026-11-24`. */
  @Column('date')
  day: string;

  /** As `13:30`, where the date is; empty when it is not known. */
  @Column('text', { default: '' })
  time: string;

  @Column('text', { default: '' })
  place: string;

  @Column('text', { default: '' })
  url: string;

  /** Also on the first page. */
  @Column('boolean', { default: false })
  isPublic: boolean;

  @Column('integer', { default: 1 })
  version: number;

  @Column('uuid')
  @Index()
  @ForeignKey('people', { name: 'fk_cop_dates_created_by' })
  createdById: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}
