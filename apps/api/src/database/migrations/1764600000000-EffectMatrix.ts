import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The effect matrix of a case: options, cells with their private rounds, links between cells, knowledge gaps. */
export class EffectMatrix1764600000000 implements MigrationInterface {
  readonly name = 'EffectMatrix1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE knowledge_gaps, effect_links, effect_inputs, effect_cells, effect_options, effect_matrices',
    );
  }
}

const directions = `('strongly-positive', 'positive', 'neutral', 'negative', 'strongly-negative', 'mixed', 'unknown', 'not-applicable')`;

const up = [
  `CREATE TABLE effect_matrices (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    framework_id text NOT NULL,
    framework_version integer NOT NULL,
    created_by_id uuid NOT NULL,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_effect_matrices PRIMARY KEY (id),
    CONSTRAINT uq_effect_matrices_case_id UNIQUE (case_id),
    CONSTRAINT fk_effect_matrices_case FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT fk_effect_matrices_created_by FOREIGN KEY (created_by_id) REFERENCES people (id)
  )`,
  `CREATE INDEX ix_effect_matrices_created_by_id ON effect_matrices (created_by_id)`,
  `CREATE TABLE effect_options (
    id uuid NOT NULL,
    matrix_id uuid NOT NULL,
    title text NOT NULL,
    condition text NOT NULL DEFAULT '',
    consequence text NOT NULL DEFAULT '',
    reason text NOT NULL DEFAULT '',
    is_zero boolean NOT NULL DEFAULT false,
    position integer NOT NULL,
    removed_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_effect_options PRIMARY KEY (id),
    CONSTRAINT fk_effect_options_matrix FOREIGN KEY (matrix_id) REFERENCES effect_matrices (id)
  )`,
  `CREATE INDEX ix_effect_options_matrix_id ON effect_options (matrix_id)`,
  `CREATE UNIQUE INDEX uq_effect_options_zero ON effect_options (matrix_id) WHERE is_zero`,
  // A round is open as long as it comes after the last one that was revealed.
  `CREATE TABLE effect_cells (
    id uuid NOT NULL,
    option_id uuid NOT NULL,
    theme text NOT NULL,
    dimension text NOT NULL,
    round integer NOT NULL DEFAULT 1,
    revealed_round integer NOT NULL DEFAULT 0,
    agreed jsonb,
    noted_by_id uuid,
    noted_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT pk_effect_cells PRIMARY KEY (id),
    CONSTRAINT uq_effect_cells_place UNIQUE (option_id, theme, dimension),
    CONSTRAINT ck_effect_cells_dimension CHECK (dimension IN ('here-now', 'later', 'elsewhere', 'effect')),
    CONSTRAINT ck_effect_cells_rounds CHECK (round >= 1 AND revealed_round BETWEEN round - 1 AND round),
    CONSTRAINT ck_effect_cells_agreed CHECK ((agreed IS NULL) = (noted_by_id IS NULL) AND (agreed IS NULL) = (noted_at IS NULL)),
    CONSTRAINT ck_effect_cells_direction CHECK (agreed ->> 'direction' IN ${directions}),
    CONSTRAINT fk_effect_cells_option FOREIGN KEY (option_id) REFERENCES effect_options (id),
    CONSTRAINT fk_effect_cells_noted_by FOREIGN KEY (noted_by_id) REFERENCES people (id)
  )`,
  `CREATE INDEX ix_effect_cells_noted_by_id ON effect_cells (noted_by_id)`,
  `CREATE TABLE effect_inputs (
    cell_id uuid NOT NULL,
    round integer NOT NULL,
    person_id uuid NOT NULL,
    entry jsonb NOT NULL,
    version integer NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_effect_inputs PRIMARY KEY (cell_id, round, person_id),
    CONSTRAINT ck_effect_inputs_direction CHECK (entry ->> 'direction' IN ${directions}),
    CONSTRAINT fk_effect_inputs_cell FOREIGN KEY (cell_id) REFERENCES effect_cells (id),
    CONSTRAINT fk_effect_inputs_person FOREIGN KEY (person_id) REFERENCES people (id)
  )`,
  `CREATE INDEX ix_effect_inputs_person_id ON effect_inputs (person_id)`,
  `CREATE TABLE effect_links (
    id uuid NOT NULL,
    matrix_id uuid NOT NULL,
    kind text NOT NULL,
    from_cell_id uuid NOT NULL,
    to_cell_id uuid NOT NULL,
    explanation text NOT NULL,
    size text NOT NULL,
    decided_by text NOT NULL DEFAULT '',
    created_by_id uuid NOT NULL,
    removed_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_effect_links PRIMARY KEY (id),
    CONSTRAINT ck_effect_links_kind CHECK (kind IN ('trade-off', 'synergy', 'burden-shift', 'condition')),
    CONSTRAINT ck_effect_links_size CHECK (size IN ('small', 'middle', 'large', 'unknown')),
    CONSTRAINT ck_effect_links_cells CHECK (from_cell_id <> to_cell_id),
    CONSTRAINT fk_effect_links_matrix FOREIGN KEY (matrix_id) REFERENCES effect_matrices (id),
    CONSTRAINT fk_effect_links_from_cell FOREIGN KEY (from_cell_id) REFERENCES effect_cells (id),
    CONSTRAINT fk_effect_links_to_cell FOREIGN KEY (to_cell_id) REFERENCES effect_cells (id),
    CONSTRAINT fk_effect_links_created_by FOREIGN KEY (created_by_id) REFERENCES people (id)
  )`,
  `CREATE INDEX ix_effect_links_matrix_id ON effect_links (matrix_id)`,
  `CREATE INDEX ix_effect_links_from_cell_id ON effect_links (from_cell_id)`,
  `CREATE INDEX ix_effect_links_to_cell_id ON effect_links (to_cell_id)`,
  `CREATE INDEX ix_effect_links_created_by_id ON effect_links (created_by_id)`,
  `CREATE TABLE knowledge_gaps (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    cell_id uuid NOT NULL,
    question text NOT NULL,
    noted_by_id uuid NOT NULL,
    removed_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_knowledge_gaps PRIMARY KEY (id),
    CONSTRAINT fk_knowledge_gaps_case FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT fk_knowledge_gaps_cell FOREIGN KEY (cell_id) REFERENCES effect_cells (id),
    CONSTRAINT fk_knowledge_gaps_noted_by FOREIGN KEY (noted_by_id) REFERENCES people (id)
  )`,
  `CREATE INDEX ix_knowledge_gaps_case_id ON knowledge_gaps (case_id)`,
  `CREATE INDEX ix_knowledge_gaps_cell_id ON knowledge_gaps (cell_id)`,
  `CREATE INDEX ix_knowledge_gaps_noted_by_id ON knowledge_gaps (noted_by_id)`,
];
