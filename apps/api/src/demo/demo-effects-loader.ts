import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EffectImportService } from '../effects/effect-import.service.ts';
import type { DemoContent, DemoEffects } from './demo-content.ts';
import type { DemoIds } from './demo-loader.ts';

/** Writes the effect matrices of a demo programme. */
@Injectable()
export class DemoEffectsLoader {
  constructor(private readonly effects: EffectImportService) {}

  async load(tx: EntityManager, { cases }: Pick<DemoContent, 'cases'>, ids: DemoIds): Promise<void> {
    for (const { key, effects } of cases) {
      if (effects) await this.add(tx, ids.case(key), effects, (person) => ids.person(person));
    }
  }

  private async add(
    tx: EntityManager,
    caseId: string,
    { createdByKey, inputs, agreed, links, gaps, ...facts }: DemoEffects,
    person: (key: string) => string,
  ): Promise<void> {
    await this.effects.add(tx, {
      ...facts,
      caseId,
      createdById: person(createdByKey),
      inputs: inputs.map(({ personKey, ...input }) => ({ ...input, personId: person(personKey) })),
      agreed: agreed.map(({ byKey, ...cell }) => ({ ...cell, notedById: person(byKey) })),
      links: links.map(({ createdByKey: key, ...link }) => ({ ...link, createdById: person(key) })),
      gaps: gaps.map(({ byKey, ...gap }) => ({ ...gap, notedById: person(byKey) })),
    });
  }
}
