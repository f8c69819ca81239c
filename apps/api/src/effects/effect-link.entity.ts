import type { EffectLink } from '@kring/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What one cell has to do with another. */
@Entity('effect_links')
@Check('ck_effect_links_kind', "kind IN ('trade-off', 'synergy', 'burden-shift', 'condition')")
@Check('ck_effect_links_size', "size IN ('small', 'middle', 'large', 'unknown')")
@Check('ck_effect_links_cells', 'from_cell_id <> to_cell_id')
export class EffectLinkEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @Index()
  @ForeignKey('effect_matrices', { name: 'fk_effect_links_matrix' })
  matrixId: string;

  @Column('text')
  kind: EffectLink['kind'];

  @Column('uuid')
  @Index()
  @ForeignKey('effect_cells', { name: 'fk_effect_links_from_cell' })
  fromCellId: string;

  @Column('uuid')
  @Index()
  @ForeignKey('effect_cells', { name: 'fk_effect_links_to_cell' })
  toCellId: string;

  @Column('text')
  explanation: string;

  @Column('text')
  size: EffectLink['size'];

  @Column('text', { default: '' })
  decidedBy: string;

  @Column('uuid')
  @Index()
  @ForeignKey('people', { name: 'fk_effect_links_created_by' })
  createdById: string;

  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
