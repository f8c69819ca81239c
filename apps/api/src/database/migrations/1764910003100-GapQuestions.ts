import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The learning question that a knowledge gap has become. */
export class GapQuestions1764910003100 implements MigrationInterface {
  readonly name = 'GapQuestions1764910003100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE knowledge_gaps ADD COLUMN learning_question_id uuid,
         ADD CONSTRAINT fk_knowledge_gaps_learning_question
           FOREIGN KEY (learning_question_id) REFERENCES learning_questions (id)`,
    );
    await runner.query(
      'CREATE INDEX ix_knowledge_gaps_learning_question_id ON knowledge_gaps (learning_question_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE knowledge_gaps DROP COLUMN learning_question_id');
  }
}
