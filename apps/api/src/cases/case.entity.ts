import {
  caseThemes,
  mostThemesOfCase,
  type CaseStatus,
  type CaseTheme,
  type CaseVisibility,
} from '@kring/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('cases')
@Index('ix_cases_cop_id_updated_at', ['copId', 'updatedAt', 'id'])
@Index('ix_cases_visibility_updated_at', ['visibility', 'updatedAt', 'id'])
@Index('ix_cases_updated_at', ['updatedAt', 'id'])
@Check('ck_cases_status', "status IN ('exploring', 'active', 'concluded')")
@Check('ck_cases_visibility', "visibility IN ('private', 'cop', 'all-cops', 'network')")
@Check(
  'ck_cases_themes',
  `cardinality(themes) <= ${mostThemesOfCase} AND themes <@ ARRAY[${caseThemes.map((theme) => `'${theme}'`).join(', ')}]`,
)
export class CaseEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('cops', { name: 'fk_cases_cop' })
  copId: string;

  @Column('text')
  title: string;

  @Column('text', { default: '' })
  question: string;

  @Column('text', { default: '' })
  region: string;

  @Column('text', { array: true, default: [] })
  themes: CaseTheme[];

  @Column('uuid')
  @Index()
  @ForeignKey('people', { name: 'fk_cases_holder' })
  holderId: string;

  @Column('text', { default: 'exploring' })
  status: CaseStatus;

  @Column('text')
  visibility: CaseVisibility;

  @Column('boolean', { default: false })
  isExample: boolean;

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('uuid')
  @ForeignKey('people', { name: 'fk_cases_created_by' })
  createdById: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}
