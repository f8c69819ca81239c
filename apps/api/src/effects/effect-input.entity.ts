import type { EffectEntry } from '@kring/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What one person thinks of one cell in one round: nobody else's business until that round is revealed. */
@Entity('effect_inputs')
@Check(
  'ck_effect_inputs_direction',
  "entry ->> 'direction' IN ('strongly-positive', 'positive', 'neutral', 'negative', 'strongly-negative', 'mixed', 'unknown', 'not-applicable')",
)
export class EffectInputEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('effect_cells', { name: 'fk_effect_inputs_cell' })
  cellId: string;

  @PrimaryColumn('integer')
  round: number;

  @PrimaryColumn('uuid')
  @Index()
  @ForeignKey('people', { name: 'fk_effect_inputs_person' })
  personId: string;

  @Column('jsonb')
  entry: EffectEntry;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}
