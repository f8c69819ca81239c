import { Injectable } from '@nestjs/common';
import type { EffectAgreement, EffectEntry, FrameworkId } from '@kring/contracts';
import type { CellPlace } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { EffectCellEntity } from './effect-cell.entity.ts';
import { EffectInputEntity } from './effect-input.entity.ts';
import { EffectLinkEntity } from './effect-link.entity.ts';
import { EffectMatrixEntity } from './effect-matrix.entity.ts';
import { EffectOptionEntity } from './effect-option.entity.ts';
import type { PartKind } from './effect-parts.repository.ts';
import { KnowledgeGapEntity } from './knowledge-gap.entity.ts';

const entityOf = { option: EffectOptionEntity, link: EffectLinkEntity, gap: KnowledgeGapEntity } as const;

const tableOf = {
  option: { name: 'effect_options', placedBy: 'matrix_id' },
  link: { name: 'effect_links', placedBy: 'matrix_id' },
  gap: { name: 'knowledge_gaps', placedBy: 'case_id' },
} as const;

/** Where a part belongs: options and links to a matrix, knowledge gaps to its case. */
interface PartPlace {
  readonly matrixId: string;
  readonly caseId: string;
}

function placeOf(kind: PartKind, { matrixId, caseId }: PartPlace): string {
  return kind === 'gap' ? caseId : matrixId;
}

export interface InputKey {
  readonly cellId: string;
  readonly round: number;
  readonly personId: string;
}

/** Writes of the effect matrix, each within a transaction that came through the door. */
@Injectable()
export class EffectWritesRepository {
  async insertMatrix(
    tx: EntityManager,
    matrix: {
      readonly caseId: string;
      readonly frameworkId: FrameworkId;
      readonly frameworkVersion: number;
      readonly createdById: string;
    },
  ): Promise<string> {
    const id = uuidv7();
    await tx.insert(EffectMatrixEntity, { id, ...matrix });
    return id;
  }

  /** The option with its cells; false when there is something with this id already. */
  async insertOption(
    tx: EntityManager,
    option: Partial<EffectOptionEntity> & { readonly id: string; readonly matrixId: string },
    cells: readonly CellPlace[],
  ): Promise<boolean> {
    const isNew = await this.insertOnce(tx, EffectOptionEntity, option);
    if (isNew) {
      const rows = cells.map((place) => ({ id: uuidv7(), optionId: option.id, ...place }));
      await tx.insert(EffectCellEntity, rows);
    }
    return isNew;
  }

  async insertLink(
    tx: EntityManager,
    link: Partial<EffectLinkEntity> & { readonly id: string },
  ): Promise<boolean> {
    return this.insertOnce(tx, EffectLinkEntity, link);
  }

  async insertGap(
    tx: EntityManager,
    gap: Partial<KnowledgeGapEntity> & { readonly id: string },
  ): Promise<boolean> {
    return this.insertOnce(tx, KnowledgeGapEntity, gap);
  }

  async findGapToPropose(
    tx: EntityManager,
    id: string,
  ): Promise<Pick<KnowledgeGapEntity, 'question' | 'learningQuestionId' | 'removedAt'> | null> {
    const select = { question: true, learningQuestionId: true, removedAt: true } as const;
    return tx.findOne(KnowledgeGapEntity, { where: { id }, select });
  }

  async hasPart(tx: EntityManager, kind: PartKind, id: string, where: PartPlace): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `SELECT 1 FROM ${tableOf[kind].name} WHERE id = $1 AND ${tableOf[kind].placedBy} = $2`,
      [id, placeOf(kind, where)],
    );
    return rows.length > 0;
  }

  async countParts(tx: EntityManager, kind: PartKind, where: PartPlace): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(
      `SELECT count(*)::int FROM ${tableOf[kind].name} WHERE ${tableOf[kind].placedBy} = $1`,
      [placeOf(kind, where)],
    );
    return row?.count ?? 0;
  }

  async updatePart(
    tx: EntityManager,
    kind: PartKind,
    id: string,
    changes: Partial<Omit<EffectOptionEntity & EffectLinkEntity & KnowledgeGapEntity, 'removedAt'>> & {
      readonly isRemoved?: boolean | undefined;
    },
  ): Promise<void> {
    const { isRemoved, ...fields } = changes;
    const removed = isRemoved === undefined ? {} : { removedAt: isRemoved ? () => 'now()' : null };
    await tx.update(entityOf[kind], { id }, { ...fields, ...removed, version: () => 'version + 1' });
  }

  /** Puts an option at a place among the others, which keep their order. */
  async placeOption(tx: EntityManager, matrixId: string, optionId: string, position: number): Promise<void> {
    const rows = await tx.query<{ id: string }[]>(
      'SELECT id FROM effect_options WHERE matrix_id = $1 ORDER BY removed_at IS NOT NULL, position, id',
      [matrixId],
    );
    const ids = rows.map(({ id }) => id).filter((id) => id !== optionId);
    ids.splice(position, 0, optionId);
    await tx.query(
      `UPDATE effect_options o SET position = list.place
         FROM unnest($1::uuid[]) WITH ORDINALITY AS list (id, place) WHERE o.id = list.id`,
      [ids],
    );
  }

  /** The stored version, or null when it is not as the person saw it. */
  async saveInput(
    tx: EntityManager,
    key: InputKey,
    version: number,
    entry: EffectEntry,
  ): Promise<number | null> {
    if (version === 0) {
      const isNew = await this.insertOnce(tx, EffectInputEntity, { ...key, entry });
      return isNew ? 1 : null;
    }
    const { affected } = await tx.update(
      EffectInputEntity,
      { ...key, version },
      { entry, version: version + 1, updatedAt: () => 'now()' },
    );
    return affected === 1 ? version + 1 : null;
  }

  async findInput(tx: EntityManager, key: InputKey): Promise<EffectInputEntity | null> {
    return tx.findOneBy(EffectInputEntity, key);
  }

  async deleteInput(tx: EntityManager, key: InputKey): Promise<void> {
    await tx.delete(EffectInputEntity, key);
  }

  /** Closes every open round of a matrix, or of one option or cell of it; true when there was one. */
  async reveal(
    tx: EntityManager,
    matrixId: string,
    { optionId = null, cellId = null }: { optionId?: string | null; cellId?: string | null },
  ): Promise<boolean> {
    const [, affected] = (await tx.query(
      `UPDATE effect_cells x SET revealed_round = x.round, version = x.version + 1
         FROM effect_options o
        WHERE o.id = x.option_id AND o.matrix_id = $1 AND o.removed_at IS NULL AND x.round > x.revealed_round
          AND ($2::uuid IS NULL OR o.id = $2) AND ($3::uuid IS NULL OR x.id = $3)`,
      [matrixId, optionId, cellId],
    )) as [unknown[], number];
    return affected > 0;
  }

  async openRound(tx: EntityManager, cellId: string, round: number): Promise<void> {
    await tx.update(EffectCellEntity, { id: cellId }, { round, version: () => 'version + 1' });
  }

  /** False when the cell is not as the person saw it. */
  async note(
    tx: EntityManager,
    cellId: string,
    version: number,
    { agreed, notedById }: { readonly agreed: EffectAgreement; readonly notedById: string },
  ): Promise<boolean> {
    const { affected } = await tx.update(
      EffectCellEntity,
      { id: cellId, version },
      { agreed, notedById, notedAt: () => 'now()', version: version + 1 },
    );
    return affected === 1;
  }

  /** Tells everybody's page that there is something new to show. Never for a private input. */
  async touch(tx: EntityManager, matrixId: string): Promise<void> {
    await tx.update(EffectMatrixEntity, { id: matrixId }, { version: () => 'version + 1' });
  }

  private async insertOnce(tx: EntityManager, entity: new () => object, row: object): Promise<boolean> {
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values(row)
      .orIgnore()
      .returning('version')
      .execute();
    return (raw as unknown[]).length > 0;
  }
}
