import type { MigrationInterface, QueryRunner } from 'typeorm';
import { caseAnalysisEn } from './1764300000000-case-analysis-en.ts';
import { caseAnalysisNl } from './1764300000000-case-analysis-nl.ts';

/** Templates with which a note begins, and those that the network gives every CoP. */
export class CaseTemplates1764300000000 implements MigrationInterface {
  readonly name = 'CaseTemplates1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
    for (const { sections, ...template } of [caseAnalysisNl, caseAnalysisEn]) {
      const whole = sections.map((section) => ({ tool: null, ...section }));
      await runner.query(
        `INSERT INTO case_templates (id, name, description, language, sections, is_default)
         VALUES ($1, $2, $3, $4, $5, true)`,
        [template.id, template.name, template.description, template.language, JSON.stringify(whole)],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_templates');
  }
}

const up = [
  `CREATE TABLE case_templates (
    id uuid NOT NULL,
    cop_id uuid,
    name text NOT NULL,
    description text NOT NULL DEFAULT '',
    language text NOT NULL,
    sections jsonb NOT NULL,
    is_default boolean NOT NULL DEFAULT false,
    archived_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_by_id uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_case_templates PRIMARY KEY (id),
    CONSTRAINT ck_case_templates_language CHECK (language IN ('nl', 'en')),
    CONSTRAINT ck_case_templates_default CHECK (NOT is_default OR archived_at IS NULL),
    CONSTRAINT fk_case_templates_cop FOREIGN KEY (cop_id) REFERENCES cops (id),
    CONSTRAINT fk_case_templates_created_by FOREIGN KEY (created_by_id) REFERENCES people (id)
  )`,
  `CREATE INDEX ix_case_templates_cop_id ON case_templates (cop_id)`,
  `CREATE INDEX ix_case_templates_created_by_id ON case_templates (created_by_id)`,
  `CREATE UNIQUE INDEX uq_case_templates_default ON case_templates (cop_id) WHERE is_default AND cop_id IS NOT NULL`,
];
