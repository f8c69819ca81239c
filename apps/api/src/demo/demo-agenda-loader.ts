import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LearningAgendaService } from '../learning-agenda/learning-agenda.service.ts';
import type { DemoLearningQuestion } from './demo-content.ts';

/** Writes the learning agendas of a demo programme. */
@Injectable()
export class DemoAgendaLoader {
  constructor(private readonly agenda: LearningAgendaService) {}

  async load(
    tx: EntityManager,
    questions: readonly DemoLearningQuestion[],
    idOf: { cop(slug: string): string; person(key: string): string },
  ): Promise<void> {
    for (const { copSlug, ownerKey, wordings, ...facts } of questions) {
      const [first, ...later] = wordings.map(({ byKey, ...wording }) => ({
        ...wording,
        byId: idOf.person(byKey),
      }));
      if (first === undefined) throw new Error(`A learning question of "${copSlug}" has no wording`);
      await this.agenda.addWithHistory(tx, {
        ...facts,
        copId: idOf.cop(copSlug),
        ownerId: ownerKey === null ? null : idOf.person(ownerKey),
        wordings: [first, ...later],
      });
    }
  }
}
