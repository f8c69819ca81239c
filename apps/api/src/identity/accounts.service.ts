import { Injectable } from '@nestjs/common';
import type { Account, endpoints, EndpointInput, PageOf } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import { readCursor, toPage } from '../common/cursor.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { DocumentsService } from '../documents/documents.service.ts';
import type { Actor } from './actor.ts';
import { LoginSessionsService } from './login-sessions.service.ts';
import { PeopleRepository, personCursorSchema } from './people.repository.ts';
import { toPersonError } from './people.service.ts';
import { toAccount } from './person.mapper.ts';

type AccountListQuery = EndpointInput<typeof endpoints.listAccounts>['query'];
type AccountChanges = EndpointInput<typeof endpoints.updateAccount>['body'];

const pageSize = 100;

/** Accounts as administrators see and change them. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly people: PeopleRepository,
    private readonly loginSessions: LoginSessionsService,
    private readonly documents: DocumentsService,
    private readonly audit: AuditService,
  ) {}

  async list({ cursor, text }: AccountListQuery): Promise<PageOf<Account>> {
    const after = readCursor(cursor, personCursorSchema);
    return toPage(await this.people.list({ text, after, limit: pageSize + 1 }), pageSize, {
      item: toAccount,
      cursor: (row) => [row.sortName, row.id],
    });
  }

  /** Disabling ends all sign-ins of the person, and with them every live connection. */
  async update(
    actor: Actor,
    personId: string,
    changes: AccountChanges,
    origin: RequestOrigin,
  ): Promise<Account> {
    const affectsAccess = changes.platformRole !== undefined || changes.isDisabled !== undefined;
    if (affectsAccess && personId === actor.personId) throw new AppError('not-yourself');
    return this.transactions.run(async (tx, after) => {
      if (affectsAccess) await this.requireAnotherAdministrator(tx, personId, changes);
      await this.store(tx, personId, changes);
      if (changes.isDisabled) await this.loginSessions.endAll(tx, after, personId);
      if (changes.isDisabled !== undefined) {
        await this.documents.bumpAccess(tx, { personId });
        after({ type: 'access-changed', scope: { personId } });
      }
      after({ type: 'person-changed', personId });
      await this.audit.record(tx, {
        actor,
        action: 'person.update',
        objectType: 'person',
        objectId: personId,
        result: 'done',
        origin,
      });
      const row = await this.people.findById(personId, tx);
      if (!row) throw new AppError('not-found');
      return toAccount(row);
    });
  }

  private async requireAnotherAdministrator(
    tx: EntityManager,
    personId: string,
    { platformRole, isDisabled }: AccountChanges,
  ): Promise<void> {
    const administrators = await this.people.lockAdministrators(tx);
    const staysOne = isDisabled !== true && (platformRole ?? 'administrator') === 'administrator';
    if (staysOne || !administrators.includes(personId)) return;
    if (administrators.length === 1) throw new AppError('last-administrator');
  }

  private async store(tx: EntityManager, personId: string, changes: AccountChanges): Promise<void> {
    const row = await this.people.findById(personId, tx);
    if (!row) throw new AppError('not-found');
    const { isDisabled, ...others } = changes;
    const disabledAt = isDisabled ? (row.disabledAt ?? new Date()) : null;
    try {
      await this.people.update(tx, personId, { ...others, ...(isDisabled !== undefined && { disabledAt }) });
    } catch (error) {
      throw toPersonError(error);
    }
  }
}
