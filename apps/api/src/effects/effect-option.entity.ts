import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What could be done, or what happens if nothing is done. */
@Entity('effect_options')
@Index('uq_effect_options_zero', ['matrixId'], { unique: true, where: 'is_zero' })
export class EffectOptionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @Index()
  @ForeignKey('effect_matrices', { name: 'fk_effect_options_matrix' })
  matrixId: string;

  @Column('text')
  title: string;

  @Column('text', { default: '' })
  condition: string;

  @Column('text', { default: '' })
  consequence: string;

  @Column('text', { default: '' })
  reason: string;

  @Column('boolean', { default: false })
  isZero: boolean;

  @Column('integer')
  position: number;

  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
