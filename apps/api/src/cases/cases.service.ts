import { Injectable } from '@nestjs/common';
import type {
  Case,
  CaseListQuery,
  CaseStatus,
  CaseSummary,
  CaseTheme,
  EndpointInput,
  PageOf,
  endpoints,
} from '@kring/contracts';
import { can, findHolderObstacle, withRoleIn } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AppError } from '../common/app-error.ts';
import { readCursor, toPage } from '../common/cursor.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { CopAccess } from '../cops/cop-access.ts';
import { CopMembersService } from '../cops/cop-members.service.ts';
import type { Actor } from '../identity/actor.ts';
import { CaseAccess } from './case-access.ts';
import { toCaseFacts } from './case-facts-access.ts';
import { CaseNotesService } from './case-notes.service.ts';
import { CaseRecorder } from './case-recorder.ts';
import { toCase, toCaseSummary } from './case.mapper.ts';
import { caseCursorSchema, CasesRepository, type CaseRow } from './cases.repository.ts';

type CreateCase = EndpointInput<typeof endpoints.createCase>['body'];
type UpdateCase = EndpointInput<typeof endpoints.updateCase>['body'];

export interface NewCase extends Omit<CreateCase, 'templateId' | 'themes'> {
  readonly themes?: CaseTheme[];
  readonly copId: string;
  readonly createdById: string;
  readonly status?: CaseStatus;
  readonly isExample?: boolean;
}

/** In which CoP a case is, and what the person who asks is there. */
type CaseStanding = Pick<CaseRow, 'copId' | 'myRole'>;

const pageSize = 50;
const mostOfMine = 200;
const recentCases = 8;
const mostToChooseFrom = 500;

/** Cases: opening, reading and editing them. Changes of state are `CaseStatesService`. */
@Injectable()
export class CasesService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly access: CaseAccess,
    private readonly cases: CasesRepository,
    private readonly cops: CopAccess,
    private readonly members: CopMembersService,
    private readonly notes: CaseNotesService,
    private readonly recorder: CaseRecorder,
  ) {}

  async listOfCop(actor: Actor, copId: string, query: CaseListQuery): Promise<PageOf<CaseSummary>> {
    const { cursor, archived, ...filter } = query;
    const after = readCursor(cursor, caseCursorSchema);
    await this.cops.requireCop(actor, copId, 'cop.read');
    const rows = await this.cases.list(actor.principal, {
      ...filter,
      copId,
      isArchived: archived === 'true',
      after,
      limit: pageSize + 1,
    });
    return toPage(rows, pageSize, { item: toCaseSummary, cursor: (row) => [row.changedAt, row.id] });
  }

  async listMine(actor: Actor): Promise<CaseSummary[]> {
    const rows = await this.cases.list(actor.principal, { holderId: actor.personId, limit: mostOfMine });
    return rows.map(toCaseSummary);
  }

  async listRecent(actor: Actor): Promise<CaseSummary[]> {
    const rows = await this.cases.list(actor.principal, { limit: recentCases });
    return rows.map(toCaseSummary);
  }

  async get(actor: Actor, caseId: string): Promise<Case> {
    const row = await this.access.requireCase(actor, caseId, 'case.read');
    return toCase(row, await this.notes.list(caseId), actor.principal);
  }

  async create(actor: Actor, copId: string, input: CreateCase, origin: RequestOrigin): Promise<Case> {
    return this.transactions.run(async (tx) => {
      await this.cops.requireCop(actor, copId, 'case.create', tx);
      await this.requireHolder(tx, actor, copId, input);
      const { templateId, ...facts } = input;
      const caseId = await this.add(tx, { copId, ...facts, createdById: actor.personId }, origin);
      await this.notes.addFirst(tx, actor, { caseId, copId, templateId }, origin);
      const except = await this.recorder.tellHolder(tx, actor, caseId, facts.holderId);
      await this.recorder.tellFollowers(tx, actor, 'case-created', { caseId, except });
      return this.recorder.read(tx, actor, caseId);
    });
  }

  /** Adds a case, without notes, within somebody else's transaction; returns its id. */
  async add(tx: EntityManager, row: NewCase, origin?: RequestOrigin): Promise<string> {
    const id = uuidv7();
    await this.cases.insert(tx, { id, ...row });
    await this.recorder.record(tx, { personId: row.createdById }, 'case.create', id, origin);
    await this.recorder.beginFollowing(tx, id, [row.holderId, row.createdById]);
    return id;
  }

  async update(actor: Actor, caseId: string, input: UpdateCase, origin: RequestOrigin): Promise<Case> {
    const { version, ...changes } = input;
    return this.transactions.run(async (tx, after) => {
      const row = await this.access.requireCase(actor, caseId, 'case.update', tx);
      if (row.version !== version) throw new AppError('changed-meanwhile');
      const changesHolder = changes.holderId !== undefined && changes.holderId !== row.holderId;
      if (changesHolder) await this.requireHolder(tx, actor, row.copId, { ...row, ...changes });
      await this.cases.update(tx, caseId, changes);
      await this.recorder.record(tx, actor, 'case.update', caseId, origin);
      if (changesHolder) await this.recorder.changeAccess(tx, after, caseId);
      if (changesHolder && changes.holderId !== undefined) {
        await this.recorder.beginFollowing(tx, caseId, [changes.holderId]);
        await this.recorder.tellHolder(tx, actor, caseId, changes.holderId);
      }
      return this.recorder.read(tx, actor, caseId);
    });
  }

  /** The case, locked, if the actor may change it: for what other features keep of a case. */
  async requireForUpdate(tx: EntityManager, actor: Actor, caseId: string): Promise<CaseStanding> {
    return this.access.requireCase(actor, caseId, 'case.update', tx);
  }

  /** The cases of a CoP, not put away, that the actor may change. */
  async listToUpdate(actor: Actor, copId: string): Promise<{ id: string; title: string }[]> {
    const rows = await this.cases.list(actor.principal, { copId, limit: mostToChooseFrom });
    return rows
      .filter((row) => {
        const principal = withRoleIn(actor.principal, row.copId, row.myRole);
        return can(principal, 'case.update', toCaseFacts(row)).isAllowed;
      })
      .map(({ id, title }) => ({ id, title }));
  }

  /** The CoP of a case that the actor may read, and their role in it. */
  async requireForReading(actor: Actor, caseId: string): Promise<CaseStanding> {
    return this.access.requireCase(actor, caseId, 'case.read');
  }

  private async requireHolder(
    tx: EntityManager,
    actor: Actor,
    copId: string,
    { holderId, visibility }: Pick<CreateCase, 'holderId' | 'visibility'>,
  ): Promise<void> {
    const holderRole = await this.members.findRole(copId, holderId, tx);
    const obstacle = findHolderObstacle({ holderId, holderRole, visibility, personId: actor.personId });
    if (obstacle) throw new AppError(obstacle);
  }
}
