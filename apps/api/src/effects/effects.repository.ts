import { Injectable } from '@nestjs/common';
import type { EffectDirection, EffectEntry, EffectLink, KnowledgeGap, RevealedInput } from '@kring/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { personJson } from '../common/person-json.ts';
import type { EffectOptionEntity } from './effect-option.entity.ts';
import type { CellRow } from './effect-parts.repository.ts';

/** A cell as one person sees it. */
export interface SeenCellRow extends Omit<CellRow, 'matrixId' | 'optionTitle'> {
  readonly notedBy: string | null;
  readonly notedAt: Date | null;
  /** Of this person, in the round that is open. */
  readonly mine: { readonly version: number; readonly entry: EffectEntry } | null;
  /** Of the last round that was revealed. */
  readonly directions: readonly EffectDirection[] | null;
}
export interface Progress {
  readonly isOpen: boolean;
  readonly filled: number;
  readonly of: number;
}
export interface StampRow extends Progress {
  readonly caseVersion: number;
  readonly matrixVersion: number;
}

/** A holder who cannot act, whose facilitators stand in: the same condition as the policy's `stand-in`. */
const isHolderActive = `EXISTS (SELECT 1 FROM cop_members hm JOIN people hp ON hp.id = hm.person_id
  WHERE hm.cop_id = c.cop_id AND hm.person_id = c.holder_id AND hm.role IN ('participant', 'facilitator') AND hp.disabled_at IS NULL)`;

const openInputs = `SELECT i.person_id FROM effect_inputs i
  JOIN effect_cells x ON x.id = i.cell_id AND i.round > x.revealed_round
  JOIN effect_options o ON o.id = x.option_id
  WHERE o.matrix_id = m.id AND o.removed_at IS NULL`;

/** Who may fill in, over `cases c`. */
const ableMembers = `SELECT cm.person_id FROM cop_members cm JOIN people p ON p.id = cm.person_id
  WHERE cm.cop_id = c.cop_id AND cm.role IN ('participant', 'facilitator') AND p.disabled_at IS NULL
    AND (c.visibility <> 'private' OR cm.person_id = c.holder_id
         OR (cm.role = 'facilitator' AND NOT ${isHolderActive}))`;

/** Numbers of people and nothing else, over `effect_matrices m` and its `cases c`. */
const progressColumns = `
  EXISTS (SELECT 1 FROM effect_cells x JOIN effect_options o ON o.id = x.option_id
           WHERE o.matrix_id = m.id AND o.removed_at IS NULL AND x.round > x.revealed_round) AS "isOpen",
  (SELECT count(DISTINCT filled.person_id)::int FROM (${openInputs}) filled) AS filled,
  (SELECT count(*)::int FROM (
     ${ableMembers} UNION ${openInputs}) able) AS "of"`;

/**
 * What somebody sees of a matrix. Inputs of other people are read in two places of this file only, and both ask for
 * `round = revealed_round`.
 */
@Injectable()
export class EffectsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async listOptions(
    matrixId: string,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<EffectOptionEntity[]> {
    return tx.query(
      `SELECT id, title, condition, consequence, reason, is_zero AS "isZero", removed_at AS "removedAt", version
         FROM effect_options WHERE matrix_id = $1 ORDER BY position, id`,
      [matrixId],
    );
  }

  async listCells(
    matrixId: string,
    personId: string,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<SeenCellRow[]> {
    return tx.query(
      `SELECT x.id, x.option_id AS "optionId", x.theme, x.dimension, x.round, x.revealed_round AS "revealedRound",
              x.agreed, x.version, noter.name AS "notedBy", x.noted_at AS "notedAt",
              CASE WHEN mine.entry IS NULL THEN NULL
                   ELSE json_build_object('version', mine.version, 'entry', mine.entry) END AS mine,
              (SELECT json_agg(i.entry ->> 'direction') FROM effect_inputs i
                WHERE i.cell_id = x.id AND i.round = x.revealed_round) AS directions
         FROM effect_cells x
         JOIN effect_options o ON o.id = x.option_id
         LEFT JOIN people noter ON noter.id = x.noted_by_id
         LEFT JOIN effect_inputs mine ON mine.cell_id = x.id AND mine.person_id = $2
                                     AND mine.round = x.round AND x.round > x.revealed_round
        WHERE o.matrix_id = $1 AND o.removed_at IS NULL
        ORDER BY o.position, o.id, x.id`,
      [matrixId, personId],
    );
  }

  async listRevealedInputs(cellId: string): Promise<RevealedInput[]> {
    return this.dataSource.query(
      `SELECT ${personJson('p', 'org')} AS person, i.entry
         FROM effect_inputs i
         JOIN effect_cells x ON x.id = i.cell_id AND i.round = x.revealed_round
         JOIN people p ON p.id = i.person_id
         LEFT JOIN organisations org ON org.id = p.organisation_id
        WHERE x.id = $1
        ORDER BY p.name, p.id`,
      [cellId],
    );
  }

  /** Links between cells that are shown. */
  async listLinks(matrixId: string, tx: EntityManager = this.dataSource.manager): Promise<EffectLink[]> {
    return tx.query(
      `SELECT l.id, l.kind, l.from_cell_id AS "fromCellId", l.to_cell_id AS "toCellId", l.explanation, l.size,
              l.decided_by AS "decidedBy", l.removed_at IS NOT NULL AS "isRemoved", l.version
         FROM effect_links l
         JOIN effect_cells xf ON xf.id = l.from_cell_id JOIN effect_options f ON f.id = xf.option_id
         JOIN effect_cells xt ON xt.id = l.to_cell_id JOIN effect_options t ON t.id = xt.option_id
        WHERE l.matrix_id = $1 AND f.removed_at IS NULL AND t.removed_at IS NULL
        ORDER BY l.created_at, l.id`,
      [matrixId],
    );
  }

  /** With what they have become on the agenda, for members of the CoP. */
  async listGaps(
    caseId: string,
    isMember: boolean,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<KnowledgeGap[]> {
    return tx.query(
      `SELECT g.id, g.cell_id AS "cellId", g.question, p.name AS "notedBy",
              g.removed_at IS NOT NULL AS "isRemoved", g.version,
              CASE WHEN q.id IS NOT NULL AND $2
                THEN json_build_object('id', q.id, 'letter', q.letter, 'copSlug', cop.slug) END AS "learningQuestion"
         FROM knowledge_gaps g
         LEFT JOIN learning_questions q ON q.id = g.learning_question_id LEFT JOIN cops cop ON cop.id = q.cop_id
         JOIN people p ON p.id = g.noted_by_id
         JOIN effect_cells x ON x.id = g.cell_id JOIN effect_options o ON o.id = x.option_id
        WHERE g.case_id = $1 AND o.removed_at IS NULL
        ORDER BY g.created_at, g.id`,
      [caseId, isMember],
    );
  }

  /** Who may fill in; only to be told that there is something to fill in, and never to be shown to anybody. */
  async listAble(tx: EntityManager, caseId: string, whom: 'all' | 'not-filled'): Promise<string[]> {
    const rows = await tx.query<{ person_id: string }[]>(
      `SELECT able.person_id
         FROM effect_matrices m JOIN cases c ON c.id = m.case_id CROSS JOIN LATERAL (${ableMembers}) able
        WHERE c.id = $1 AND ($2 OR able.person_id NOT IN (${openInputs}))`,
      [caseId, whom === 'all'],
    );
    return rows.map((row) => row.person_id);
  }

  /** Null when nobody has started a matrix. */
  async readStamp(caseId: string, tx: EntityManager = this.dataSource.manager): Promise<StampRow | null> {
    const [row] = await tx.query<StampRow[]>(
      `SELECT c.version AS "caseVersion", m.version AS "matrixVersion", ${progressColumns}
         FROM effect_matrices m JOIN cases c ON c.id = m.case_id WHERE c.id = $1`,
      [caseId],
    );
    return row ?? null;
  }
}
