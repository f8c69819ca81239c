import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import { CopAccess } from '../cops/cop-access.ts';
import type { Actor } from '../identity/actor.ts';
import type { CopDateEntity } from './cop-date.entity.ts';
import { CopDatesRepository } from './cop-dates.repository.ts';

export type DatedCop = Awaited<ReturnType<CopAccess['requireCop']>>;

/** The only door to the dates of a CoP: through the CoP. */
@Injectable()
export class CopDateAccess {
  constructor(
    private readonly cops: CopAccess,
    private readonly dates: CopDatesRepository,
  ) {}

  async requireCop(
    actor: Actor,
    copId: string,
    action: 'date.list' | 'date.manage',
    tx?: EntityManager,
  ): Promise<DatedCop> {
    return this.cops.requireCop(actor, copId, action, tx);
  }

  async requireDate(
    actor: Actor,
    { copId, dateId }: { copId: string; dateId: string },
    tx: EntityManager,
  ): Promise<{ cop: DatedCop; date: CopDateEntity }> {
    const cop = await this.requireCop(actor, copId, 'date.manage', tx);
    const date = await this.dates.findIn(copId, dateId, tx);
    if (!date) throw new AppError('not-found');
    return { cop, date };
  }
}
