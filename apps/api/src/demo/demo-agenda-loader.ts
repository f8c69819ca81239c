import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LearningAgendaService } from '../learning-agenda/learning-agenda.service.ts';
import type { DemoLearningQuestion } from './demo-content.ts';

const dayMs = 86_400_000;
const daysSinceLast = 20;
const daysBetween = 45;

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
      const [first, ...later] = wordings.map(({ byKey, ...wording }, place) => ({
        ...wording,
        byId: idOf.person(byKey),
        at: new Date(Date.now() - (daysSinceLast + daysBetween * (wordings.length - 1 - place)) * dayMs),
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
