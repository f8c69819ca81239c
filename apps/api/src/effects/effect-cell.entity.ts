import type { EffectAgreement, EffectDimension } from '@kring/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One theme in one column for one option. A round is open as long as it comes after the last revealed one. */
@Entity('effect_cells')
@Unique('uq_effect_cells_place', ['optionId', 'theme', 'dimension'])
@Check('ck_effect_cells_dimension', "dimension IN ('here-now', 'later', 'elsewhere', 'effect')")
@Check('ck_effect_cells_rounds', 'round >= 1 AND revealed_round BETWEEN round - 1 AND round')
@Check(
  'ck_effect_cells_agreed',
  '(agreed IS NULL) = (noted_by_id IS NULL) AND (agreed IS NULL) = (noted_at IS NULL)',
)
@Check(
  'ck_effect_cells_direction',
  "agreed ->> 'direction' IN ('strongly-positive', 'positive', 'neutral', 'negative', 'strongly-negative', 'mixed', 'unknown', 'not-applicable')",
)
export class EffectCellEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('effect_options', { name: 'fk_effect_cells_option' })
  optionId: string;

  @Column('text')
  theme: string;

  @Column('text')
  dimension: EffectDimension;

  @Column('integer', { default: 1 })
  round: number;

  @Column('integer', { default: 0 })
  revealedRound: number;

  /** What the group noted after talking. */
  @Column('jsonb', { nullable: true })
  agreed: EffectAgreement | null;

  @Column('uuid', { nullable: true })
  @Index()
  @ForeignKey('people', { name: 'fk_effect_cells_noted_by' })
  notedById: string | null;

  @Column('timestamptz', { nullable: true })
  notedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}
