import { Injectable } from '@nestjs/common';
import type { EffectAgreement, EffectEntry, EffectLink, EffectTheory, FrameworkId } from '@kring/contracts';
import { cellsOf, newestFramework, type CellPlace } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { EffectCellEntity } from './effect-cell.entity.ts';
import { EffectWritesRepository } from './effect-writes.repository.ts';
import { EffectsService } from './effects.service.ts';

/** A cell by its option's number, from 0 for the zero option. */
export interface CellRef extends CellPlace {
  readonly option: number;
}
export interface WholeMatrix {
  readonly caseId: string;
  readonly frameworkId: FrameworkId;
  readonly createdById: string;
  /** The first is the zero option. */
  readonly options: readonly { readonly title: string; readonly theory: EffectTheory }[];
  readonly inputs: readonly {
    readonly at: CellRef;
    readonly personId: string;
    readonly entry: EffectEntry;
  }[];
  readonly isRevealed: boolean;
  readonly agreed: readonly {
    readonly at: CellRef;
    readonly agreed: EffectAgreement;
    readonly notedById: string;
  }[];
  readonly links: readonly (Pick<EffectLink, 'kind' | 'explanation' | 'size' | 'decidedBy'> & {
    readonly from: CellRef;
    readonly to: CellRef;
    readonly createdById: string;
  })[];
  readonly gaps: readonly { readonly at: CellRef; readonly question: string; readonly notedById: string }[];
}

/** Adds a matrix as a whole, within somebody else's transaction. */
@Injectable()
export class EffectImportService {
  constructor(
    private readonly effects: EffectsService,
    private readonly writes: EffectWritesRepository,
  ) {}

  async add(tx: EntityManager, whole: WholeMatrix): Promise<void> {
    const { caseId, frameworkId, createdById, options } = whole;
    const [zero, ...others] = options;
    if (!zero) throw new Error('A matrix begins with its zero option');
    const { matrixId, zeroId } = await this.effects.addMatrix(tx, { caseId, frameworkId, createdById, zero });
    const optionIds = [zeroId];
    for (const { title, theory } of others) {
      const option = { id: uuidv7(), matrixId, title, ...theory, position: optionIds.length + 1 };
      await this.writes.insertOption(tx, option, cellsOf(newestFramework(frameworkId)));
      optionIds.push(option.id);
    }
    const cellIdOf = async ({ option, theme, dimension }: CellRef) => {
      const optionId = optionIds[option] ?? '';
      const { id } = await tx.findOneByOrFail(EffectCellEntity, { optionId, theme, dimension });
      return id;
    };
    for (const { at, personId, entry } of whole.inputs) {
      await this.writes.saveInput(tx, { cellId: await cellIdOf(at), round: 1, personId }, 0, entry);
    }
    if (whole.isRevealed) await this.writes.reveal(tx, matrixId, {});
    for (const { at, agreed, notedById } of whole.agreed) {
      // The reveal made it the second version.
      await this.writes.note(tx, await cellIdOf(at), 2, { agreed, notedById });
    }
    for (const { from, to, ...link } of whole.links) {
      const ends = { fromCellId: await cellIdOf(from), toCellId: await cellIdOf(to) };
      await this.writes.insertLink(tx, { id: uuidv7(), matrixId, ...ends, ...link });
    }
    for (const { at, ...gap } of whole.gaps) {
      await this.writes.insertGap(tx, { id: uuidv7(), caseId, cellId: await cellIdOf(at), ...gap });
    }
  }
}
