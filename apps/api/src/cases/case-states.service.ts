import { Injectable } from '@nestjs/common';
import type { Case, CaseStatus, EndpointInput, endpoints } from '@kring/contracts';
import { findStatusObstacle, needsConfirmation, type ActionOn } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { CaseAccess } from './case-access.ts';
import { CaseRecorder } from './case-recorder.ts';
import { CasesRepository, type CaseRow } from './cases.repository.ts';

type ChangeVisibility = EndpointInput<typeof endpoints.changeCaseVisibility>['body'];

interface Change {
  readonly actor: Actor;
  readonly caseId: string;
  /** What the policy decides on. */
  readonly action: ActionOn<'case'>;
  /** What the audit trail says. */
  readonly act: string;
  readonly origin: RequestOrigin;
}

/** Status, visibility and archive of a case: each changes who may read or write in its notes. */
@Injectable()
export class CaseStatesService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly access: CaseAccess,
    private readonly cases: CasesRepository,
    private readonly recorder: CaseRecorder,
  ) {}

  async changeStatus(actor: Actor, caseId: string, status: CaseStatus, origin: RequestOrigin): Promise<Case> {
    const action = 'case.change-status';
    return this.change({ actor, caseId, action, act: action, origin }, (row) => {
      const obstacle = findStatusObstacle(row, status);
      if (obstacle) throw new AppError(obstacle);
      return async (tx) => {
        await this.cases.update(tx, caseId, { status });
        await this.recorder.tellFollowers(tx, actor, 'case-status', { caseId });
      };
    });
  }

  async changeVisibility(
    actor: Actor,
    caseId: string,
    { visibility, confirmed }: ChangeVisibility,
    origin: RequestOrigin,
  ): Promise<Case> {
    const action = 'case.change-visibility';
    return this.change({ actor, caseId, action, act: action, origin }, (row) => {
      if (row.visibility === visibility) return null;
      if (needsConfirmation(row.visibility, visibility) && !confirmed) {
        throw new AppError('widening-needs-confirmation');
      }
      return (tx) => this.cases.update(tx, caseId, { visibility });
    });
  }

  async archive(actor: Actor, caseId: string, origin: RequestOrigin): Promise<Case> {
    return this.change({ actor, caseId, action: 'case.archive', act: 'case.archive', origin }, (row) =>
      row.caseArchivedAt === null ? (tx) => this.cases.setArchived(tx, caseId, true) : null,
    );
  }

  async restore(actor: Actor, caseId: string, origin: RequestOrigin): Promise<Case> {
    return this.change({ actor, caseId, action: 'case.archive', act: 'case.restore', origin }, (row) =>
      row.caseArchivedAt === null ? null : (tx) => this.cases.setArchived(tx, caseId, false),
    );
  }

  /** `decide` gives what to write; null when the case is that way already. */
  private async change(
    { actor, caseId, action, act, origin }: Change,
    decide: (row: CaseRow) => ((tx: EntityManager) => Promise<void>) | null,
  ): Promise<Case> {
    return this.transactions.run(async (tx, after) => {
      const write = decide(await this.access.requireCase(actor, caseId, action, tx));
      if (write) {
        await write(tx);
        await this.recorder.record(tx, actor, act, caseId, origin);
        await this.recorder.changeAccess(tx, after, caseId);
      }
      return this.recorder.read(tx, actor, caseId);
    });
  }
}
