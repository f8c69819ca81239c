import type { Language, TemplateSection } from '@kring/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The sections with which a note can begin. Notes take a copy: a change here reaches none that exists. */
@Entity('case_templates')
@Check('ck_case_templates_language', "language IN ('nl', 'en')")
@Check('ck_case_templates_default', 'NOT is_default OR archived_at IS NULL')
@Index('uq_case_templates_default', ['copId'], {
  unique: true,
  where: '(is_default AND (cop_id IS NOT NULL))',
})
export class CaseTemplateEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Null: of the network, for every CoP. */
  @Column('uuid', { nullable: true })
  @Index()
  @ForeignKey('cops', { name: 'fk_case_templates_cop' })
  copId: string | null;

  @Column('text')
  name: string;

  @Column('text', { default: '' })
  description: string;

  @Column('text')
  language: Language;

  @Column('jsonb')
  sections: TemplateSection[];

  /** Of its CoP; of the network, for its language. */
  @Column('boolean', { default: false })
  isDefault: boolean;

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;

  /** Null: came with Kring. */
  @Column('uuid', { nullable: true })
  @Index()
  @ForeignKey('people', { name: 'fk_case_templates_created_by' })
  createdById: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}
