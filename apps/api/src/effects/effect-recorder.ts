import { Injectable } from '@nestjs/common';
import type { Language } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import type { Actor } from '../identity/actor.ts';
import { PeopleService } from '../identity/people.service.ts';
import { EffectNews } from './effect-news.ts';
import { EffectWritesRepository } from './effect-writes.repository.ts';

/** What an act on a matrix leaves behind: its audit record, the hint to other pages, and the news for people. */
@Injectable()
export class EffectRecorder {
  constructor(
    private readonly audit: AuditService,
    private readonly people: PeopleService,
    private readonly writes: EffectWritesRepository,
    readonly news: EffectNews,
  ) {}

  /** Private inputs are never recorded: that somebody filled in a cell is nobody's business. */
  async record(
    tx: EntityManager,
    actor: Pick<Actor, 'personId'>,
    action: `effect.${string}`,
    { caseId, cellId }: { readonly caseId: string; readonly cellId?: string | undefined },
    origin: RequestOrigin | undefined,
  ): Promise<void> {
    await this.audit.record(tx, {
      actor,
      action,
      objectType: cellId === undefined ? 'case' : 'effect-cell',
      objectId: cellId ?? caseId,
      result: 'done',
      origin,
    });
  }

  async recordChange(
    tx: EntityManager,
    actor: Pick<Actor, 'personId'>,
    action: `effect.${string}`,
    about: { readonly caseId: string; readonly matrixId: string; readonly cellId?: string },
    origin: RequestOrigin | undefined,
  ): Promise<void> {
    await this.record(tx, actor, action, about, origin);
    await this.writes.touch(tx, about.matrixId);
  }

  /** Refuses one more of something when there are as many as a page can hold. */
  requireRoom(count: number, most: number): void {
    if (count >= most)
      throw new AppError('invalid-input', { errors: [{ path: 'id', code: 'too_big', maximum: most }] });
  }

  async languageOf(tx: EntityManager, actor: Actor): Promise<Language> {
    return (await this.people.findById(actor.personId, tx))?.language ?? 'nl';
  }
}
