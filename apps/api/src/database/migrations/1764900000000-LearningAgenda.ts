import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Learning questions of CoPs with their wordings, what they came from, and the cases about them. */
export class LearningAgenda1764900000000 implements MigrationInterface {
  readonly name = 'LearningAgenda1764900000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE case_learning_questions, learning_question_parents, learning_question_versions, learning_questions',
    );
  }
}

const up = [
  `CREATE TABLE learning_questions (
    id uuid NOT NULL,
    cop_id uuid NOT NULL,
    letter text NOT NULL,
    status text NOT NULL DEFAULT 'open',
    owner_id uuid,
    why text NOT NULL DEFAULT '',
    tried text NOT NULL DEFAULT '',
    learned text NOT NULL DEFAULT '',
    next_step text NOT NULL DEFAULT '',
    version integer NOT NULL DEFAULT 1,
    opened_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_learning_questions PRIMARY KEY (id),
    CONSTRAINT uq_learning_questions_letter UNIQUE (cop_id, letter),
    CONSTRAINT ck_learning_questions_status CHECK (
      status IN ('open', 'in-progress', 'partly-answered', 'answered', 'dropped', 'split', 'merged')),
    CONSTRAINT fk_learning_questions_cop FOREIGN KEY (cop_id) REFERENCES cops (id),
    CONSTRAINT fk_learning_questions_owner FOREIGN KEY (owner_id) REFERENCES people (id)
  )`,
  `CREATE INDEX ix_learning_questions_owner_id ON learning_questions (owner_id)`,
  `CREATE TABLE learning_question_versions (
    question_id uuid NOT NULL,
    number integer NOT NULL,
    text text NOT NULL,
    changed_because text NOT NULL DEFAULT '',
    by_id uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_learning_question_versions PRIMARY KEY (question_id, number),
    CONSTRAINT fk_learning_question_versions_question FOREIGN KEY (question_id) REFERENCES learning_questions (id),
    CONSTRAINT fk_learning_question_versions_by FOREIGN KEY (by_id) REFERENCES people (id)
  )`,
  `CREATE INDEX ix_learning_question_versions_by_id ON learning_question_versions (by_id)`,
  `CREATE TABLE learning_question_parents (
    question_id uuid NOT NULL,
    parent_id uuid NOT NULL,
    CONSTRAINT pk_learning_question_parents PRIMARY KEY (question_id, parent_id),
    CONSTRAINT fk_learning_question_parents_question FOREIGN KEY (question_id) REFERENCES learning_questions (id),
    CONSTRAINT fk_learning_question_parents_parent FOREIGN KEY (parent_id) REFERENCES learning_questions (id)
  )`,
  `CREATE INDEX ix_learning_question_parents_parent_id ON learning_question_parents (parent_id)`,
  `CREATE TABLE case_learning_questions (
    case_id uuid NOT NULL,
    question_id uuid NOT NULL,
    CONSTRAINT pk_case_learning_questions PRIMARY KEY (case_id, question_id),
    CONSTRAINT fk_case_learning_questions_case FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT fk_case_learning_questions_question FOREIGN KEY (question_id) REFERENCES learning_questions (id)
  )`,
  `CREATE INDEX ix_case_learning_questions_question_id ON case_learning_questions (question_id)`,
];
