import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LearningQuestionLinksService } from '../learning-agenda/learning-question-links.service.ts';
import { LibraryService } from '../library/library.service.ts';
import type { DemoContent } from './demo-content.ts';
import { DemoDatesLoader } from './demo-dates-loader.ts';
import { DemoEffectsLoader } from './demo-effects-loader.ts';
import type { DemoIds } from './demo-loader.ts';
import { DemoNoticesLoader } from './demo-notices-loader.ts';

/** What a demo programme has when its cases are there: effects, dates, libraries, links to learning questions, notices. */
@Injectable()
export class DemoCopLifeLoader {
  constructor(
    private readonly effects: DemoEffectsLoader,
    private readonly dates: DemoDatesLoader,
    private readonly notices: DemoNoticesLoader,
    private readonly library: LibraryService,
    private readonly questions: LearningQuestionLinksService,
  ) {}

  async load(tx: EntityManager, content: DemoContent, ids: DemoIds): Promise<void> {
    await this.effects.load(tx, content, ids);
    await this.dates.load(tx, content, ids);
    await this.addLibraries(tx, content, ids);
    await this.linkCases(tx, content, ids);
    await this.notices.load(tx, content, ids);
  }

  private async addLibraries(tx: EntityManager, { library }: DemoContent, ids: DemoIds): Promise<void> {
    for (const { copSlug, byKey, file, ...facts } of library) {
      const bytes = new TextEncoder().encode(file?.text);
      await this.library.add(tx, {
        ...facts,
        copId: ids.cop(copSlug),
        createdById: ids.person(byKey),
        ...(file && { file: { name: file.name, mediaType: 'text/plain', bytes } }),
      });
    }
  }

  private async linkCases(tx: EntityManager, { cases, caseLinks }: DemoContent, ids: DemoIds): Promise<void> {
    for (const { caseKey, letters } of caseLinks) {
      const copSlug = cases.find(({ key }) => key === caseKey)?.copSlug ?? '';
      await this.questions.linkByLetters(tx, { copId: ids.cop(copSlug), caseId: ids.case(caseKey), letters });
    }
  }
}
