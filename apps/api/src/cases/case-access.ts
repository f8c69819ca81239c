import { Injectable } from '@nestjs/common';
import { can, withRoleIn, type ActionOn } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import { requireAllowed } from '../common/require-allowed.ts';
import type { Actor } from '../identity/actor.ts';
import { toCaseFacts } from './case-facts-access.ts';
import { CasesRepository, type CaseRow } from './cases.repository.ts';

/** What the door gives. */
export type { CaseRow } from './cases.repository.ts';

/** Many people do these at once, and each adds something of its own. */
const sharedActs: ReadonlySet<ActionOn<'case'>> = new Set(['note.create', 'effect.contribute']);

/** The only door to a case. */
@Injectable()
export class CaseAccess {
  constructor(private readonly cases: CasesRepository) {}

  /**
   * The case, if the actor may do this to it. In a transaction it stays locked to the end, and what counts is the role
   * that the actor has at that moment.
   */
  async requireCase(
    actor: Actor,
    caseId: string,
    action: ActionOn<'case'>,
    tx?: EntityManager,
  ): Promise<CaseRow> {
    if (tx && sharedActs.has(action)) await this.cases.lockShared(tx, caseId);
    else if (tx) await this.cases.lock(tx, caseId);
    const found = await this.cases.findById(caseId, actor.personId, tx);
    if (!found) throw new AppError('not-found');
    const principal = withRoleIn(actor.principal, found.copId, found.myRole);
    requireAllowed(can(principal, action, toCaseFacts(found)));
    return found;
  }
}
