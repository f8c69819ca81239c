import { Injectable } from '@nestjs/common';
import type { EffectAgreement, EffectDimension } from '@kring/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { EffectMatrixEntity } from './effect-matrix.entity.ts';

/** What has an id of its own besides cells. */
export type PartKind = 'option' | 'link' | 'gap';

export interface PartRow {
  readonly id: string;
  readonly version: number;
}

export interface CellRow {
  readonly id: string;
  readonly matrixId: string;
  readonly optionId: string;
  readonly optionTitle: string;
  readonly theme: string;
  readonly dimension: EffectDimension;
  readonly round: number;
  readonly revealedRound: number;
  readonly agreed: EffectAgreement | null;
  readonly version: number;
}

const tableOf = { option: 'effect_options', link: 'effect_links', gap: 'knowledge_gaps' } as const;
const caseIdOf = {
  option:
    'SELECT m.case_id FROM effect_options o JOIN effect_matrices m ON m.id = o.matrix_id WHERE o.id = $1',
  link: 'SELECT m.case_id FROM effect_links l JOIN effect_matrices m ON m.id = l.matrix_id WHERE l.id = $1',
  gap: 'SELECT g.case_id FROM knowledge_gaps g WHERE g.id = $1',
  cell: `SELECT m.case_id FROM effect_cells x JOIN effect_options o ON o.id = x.option_id
           JOIN effect_matrices m ON m.id = o.matrix_id WHERE x.id = $1`,
} as const;

/** Single parts of a matrix, by id. Only the door may ask for them. */
@Injectable()
export class EffectPartsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findMatrix(
    caseId: string,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<EffectMatrixEntity | null> {
    return tx.findOneBy(EffectMatrixEntity, { caseId });
  }

  async findCaseId(
    kind: PartKind | 'cell',
    id: string,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<string | null> {
    const [row] = await tx.query<{ case_id: string }[]>(caseIdOf[kind], [id]);
    return row?.case_id ?? null;
  }

  async lockPart(kind: PartKind, id: string, tx: EntityManager): Promise<PartRow | null> {
    const [row] = await tx.query<PartRow[]>(
      `SELECT id, version FROM ${tableOf[kind]} WHERE id = $1 FOR NO KEY UPDATE`,
      [id],
    );
    return row ?? null;
  }

  async findCell(id: string, tx?: EntityManager): Promise<CellRow | null> {
    const [row] = await (tx ?? this.dataSource.manager).query<CellRow[]>(
      `SELECT x.id, o.matrix_id AS "matrixId", x.option_id AS "optionId", o.title AS "optionTitle", x.theme,
              x.dimension, x.round, x.revealed_round AS "revealedRound", x.agreed, x.version
         FROM effect_cells x JOIN effect_options o ON o.id = x.option_id
        WHERE x.id = $1 AND o.removed_at IS NULL`,
      [id],
    );
    return row ?? null;
  }
}
