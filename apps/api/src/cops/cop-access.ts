import { Injectable } from '@nestjs/common';
import { can, withRoleIn, type ActionOn } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import { requireAllowed } from '../common/require-allowed.ts';
import type { Actor } from '../identity/actor.ts';
import { CopsRepository, type CopRow } from './cops.repository.ts';

/** The only door to a CoP. */
@Injectable()
export class CopAccess {
  constructor(private readonly cops: CopsRepository) {}

  /**
   * The CoP, if the actor may do this to it. In a transaction it stays locked to the end, and what counts is the role
   * that the actor has at that moment: acts on one CoP and its members come one after the other.
   */
  async requireCop(
    actor: Actor,
    copId: string,
    action: ActionOn<'cop'>,
    tx?: EntityManager,
  ): Promise<CopRow> {
    if (tx) await this.cops.lock(tx, copId);
    return this.allow(actor, await this.cops.findById(actor.principal, copId, tx), action);
  }

  async requireCopBySlug(actor: Actor, slug: string, action: ActionOn<'cop'>): Promise<CopRow> {
    return this.allow(actor, await this.cops.findBySlug(actor.principal, slug), action);
  }

  private allow(actor: Actor, cop: CopRow | null, action: ActionOn<'cop'>): CopRow {
    if (!cop) throw new AppError('not-found');
    const principal = withRoleIn(actor.principal, cop.id, cop.myRole);
    requireAllowed(can(principal, action, { kind: 'cop', copId: cop.id }));
    return cop;
  }
}
