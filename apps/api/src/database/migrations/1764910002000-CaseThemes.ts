import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a case is about, as themes of brede welvaart. */
export class CaseThemes1764910002000 implements MigrationInterface {
  readonly name = 'CaseThemes1764910002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE cases ADD COLUMN themes text[] NOT NULL DEFAULT '{}',
         ADD CONSTRAINT ck_cases_themes CHECK (cardinality(themes) <= 5 AND themes <@ ARRAY[${themes
           .map((theme) => `'${theme}'`)
           .join(', ')}])`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cases DROP COLUMN themes');
  }
}

const themes = [
  'subjective-well-being',
  'material-well-being',
  'health',
  'labour-and-leisure',
  'housing',
  'society',
  'safety',
  'environment',
  'economic-capital',
  'natural-capital',
  'human-capital',
  'social-capital',
  'trade-and-aid',
  'environment-and-resources',
];
