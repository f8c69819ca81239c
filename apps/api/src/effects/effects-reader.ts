import { Injectable } from '@nestjs/common';
import type { CaseEffects, RevealedInput } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import type { CaseRow } from '../cases/case-access.ts';
import type { Actor } from '../identity/actor.ts';
import { toAbilities, toCell, toOption, toStamp } from './effects.mapper.ts';
import { EffectPartsRepository } from './effect-parts.repository.ts';
import { EffectsRepository } from './effects.repository.ts';

/** The matrix of a case as one person sees it, which is what every act on it ends with. */
@Injectable()
export class EffectsReader {
  constructor(
    private readonly parts: EffectPartsRepository,
    private readonly effects: EffectsRepository,
  ) {}

  async read(actor: Actor, openCase: CaseRow, tx?: EntityManager): Promise<CaseEffects> {
    const stamp = await this.effects.readStamp(openCase.id, tx);
    const common = {
      caseId: openCase.id,
      stamp: toStamp(stamp),
      abilities: toAbilities(openCase, actor.principal),
    };
    const matrix = await this.parts.findMatrix(openCase.id, tx);
    if (!matrix || !stamp) return { ...common, matrix: null };
    const cells = await this.effects.listCells(matrix.id, actor.personId, tx);
    return {
      ...common,
      matrix: {
        framework: { id: matrix.frameworkId, version: matrix.frameworkVersion },
        options: (await this.effects.listOptions(matrix.id, tx)).map(toOption),
        cells: cells.map(toCell),
        links: await this.effects.listLinks(matrix.id, tx),
        gaps: await this.effects.listGaps(openCase.id, openCase.myRole !== null, tx),
        progress: stamp.isOpen ? { filled: stamp.filled, of: stamp.of } : null,
      },
    };
  }

  async readInputs(cellId: string): Promise<RevealedInput[]> {
    return this.effects.listRevealedInputs(cellId);
  }

  async stamp(caseId: string): Promise<string> {
    return toStamp(await this.effects.readStamp(caseId));
  }
}
