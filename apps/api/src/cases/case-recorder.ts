import { Injectable } from '@nestjs/common';
import type { Case, Language } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import type { DomainEvent } from '../common/domain-events.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { DocumentsService } from '../documents/documents.service.ts';
import type { Actor } from '../identity/actor.ts';
import { PeopleService } from '../identity/people.service.ts';
import { NotesService } from '../notes/notes.service.ts';
import { NotificationsService } from '../notifications/notifications.service.ts';
import { toCase } from './case.mapper.ts';
import { CasesRepository } from './cases.repository.ts';

/** What every act on a case ends with: its audit record, who may write from now on, who is told, and the case as it has become. */
@Injectable()
export class CaseRecorder {
  constructor(
    private readonly cases: CasesRepository,
    private readonly notes: NotesService,
    private readonly documents: DocumentsService,
    private readonly people: PeopleService,
    private readonly audit: AuditService,
    private readonly notifications: NotificationsService,
  ) {}

  async record(
    tx: EntityManager,
    actor: Pick<Actor, 'personId'>,
    action: string,
    caseId: string,
    origin: RequestOrigin | undefined,
  ): Promise<void> {
    await this.audit.record(tx, {
      actor,
      action,
      objectType: 'case',
      objectId: caseId,
      result: 'done',
      origin,
    });
  }

  async changeAccess(tx: EntityManager, after: (event: DomainEvent) => void, caseId: string): Promise<void> {
    await this.documents.bumpAccess(tx, { caseId });
    after({ type: 'access-changed', scope: { caseId } });
  }

  /** Whoever works on a case follows it. */
  async beginFollowing(tx: EntityManager, caseId: string, personIds: readonly string[]): Promise<void> {
    await this.notifications.beginFollowing(tx, personIds, 'case', caseId);
  }

  async tellHolder(
    tx: EntityManager,
    actor: Pick<Actor, 'personId'>,
    caseId: string,
    holderId: string,
  ): Promise<string[]> {
    return this.notifications.tell(tx, {
      kind: 'case-holder',
      actor,
      recipients: [holderId],
      about: { caseId },
    });
  }

  async tellFollowers(
    tx: EntityManager,
    actor: Pick<Actor, 'personId'>,
    kind: 'case-created' | 'case-status',
    { caseId, except }: { caseId: string; except?: readonly string[] },
  ): Promise<void> {
    const about = { caseId };
    await this.notifications.tell(tx, {
      kind,
      actor,
      recipients: 'followers',
      about,
      ...(except && { except }),
    });
  }

  /** Whoever began a note follows it; those who follow its case hear of it. */
  async tellNote(tx: EntityManager, actor: Pick<Actor, 'personId'>, noteId: string): Promise<void> {
    await this.notifications.beginFollowing(tx, [actor.personId], 'note', noteId);
    await this.notifications.tell(tx, {
      kind: 'note-created',
      actor,
      recipients: 'followers',
      about: { noteId },
    });
  }

  async read(tx: EntityManager, actor: Actor, caseId: string): Promise<Case> {
    const row = await this.cases.findById(caseId, actor.personId, tx);
    if (!row) throw new AppError('not-found');
    return toCase(row, await this.notes.listOfCase(caseId, tx), actor.principal);
  }

  async languageOf(tx: EntityManager, actor: Actor): Promise<Language> {
    return (await this.people.findById(actor.personId, tx))?.language ?? 'nl';
  }
}
