import type { FrameworkId } from '@kring/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** The lens of brede welvaart on one case: which framework, and what hangs on it. */
@Entity('effect_matrices')
@Unique('uq_effect_matrices_case_id', ['caseId'])
export class EffectMatrixEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('cases', { name: 'fk_effect_matrices_case' })
  caseId: string;

  @Column('text')
  frameworkId: FrameworkId;

  @Column('integer')
  frameworkVersion: number;

  @Column('uuid')
  @Index()
  @ForeignKey('people', { name: 'fk_effect_matrices_created_by' })
  createdById: string;

  /** Rises with everything that others can see. */
  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
