import { Injectable } from '@nestjs/common';
import type { EndpointInput, Home, Note, NoteSummary, endpoints } from '@kring/contracts';
import { roomOfNote } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import { DocumentsService } from '../documents/documents.service.ts';
import type { Actor } from '../identity/actor.ts';
import { NoteAccess } from './note-access.ts';
import { toNote } from './note.mapper.ts';
import { NotesRepository } from './notes.repository.ts';

type UpdateNote = EndpointInput<typeof endpoints.updateNote>['body'];

const recentNotes = 8;

/** Notes: everything but their text. */
@Injectable()
export class NotesService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly access: NoteAccess,
    private readonly notes: NotesRepository,
    private readonly documents: DocumentsService,
    private readonly audit: AuditService,
  ) {}

  async get(actor: Actor, noteId: string): Promise<Note> {
    return toNote(await this.access.requireNote(actor, noteId, 'note.read'), actor.principal);
  }

  async listOfCase(caseId: string, tx?: EntityManager): Promise<NoteSummary[]> {
    return this.notes.listOfCase(caseId, tx);
  }

  /** The notes in which somebody wrote last, as far as they may still read them. */
  async listRecent(actor: Actor): Promise<Home['recentNotes']> {
    const written = await this.documents.listWrittenBy(actor.personId);
    const visible = await this.notes.listVisible(
      actor.principal,
      written.map(({ documentId }) => documentId),
    );
    const byDocument = new Map(visible.map(({ documentId, ...note }) => [documentId, note]));
    return written
      .flatMap(({ documentId, writtenAt }) => {
        const note = byDocument.get(documentId);
        return note ? [{ ...note, changedAt: writtenAt.toISOString() }] : [];
      })
      .slice(0, recentNotes);
  }

  /** Adds a note with its live text to a case that the caller has opened by its door and locked. Returns its id. */
  async createIn(
    tx: EntityManager,
    note: {
      readonly caseId: string;
      readonly title: string;
      readonly personId: string;
      readonly text?: Uint8Array | undefined;
      /** Now, where it is not given. */
      readonly createdAt?: Date;
    },
    origin?: RequestOrigin,
  ): Promise<string> {
    const { caseId, title, personId, text, createdAt } = note;
    const id = uuidv7();
    const documentId = await this.documents.createFor(tx, roomOfNote(id), text);
    await this.notes.insert(tx, {
      id,
      caseId,
      documentId,
      title,
      createdById: personId,
      ...(createdAt && { createdAt }),
    });
    await this.record(tx, { personId }, 'note.create', id, origin);
    return id;
  }

  async read(tx: EntityManager, actor: Actor, noteId: string): Promise<Note> {
    const row = await this.notes.findById(noteId, actor.personId, tx);
    if (!row) throw new AppError('not-found');
    return toNote(row, actor.principal);
  }

  async rename(actor: Actor, noteId: string, input: UpdateNote, origin: RequestOrigin): Promise<Note> {
    return this.transactions.run(async (tx) => {
      const note = await this.access.requireNote(actor, noteId, 'note.update', tx);
      if (note.version !== input.version) throw new AppError('changed-meanwhile');
      await this.notes.update(tx, noteId, { title: input.title });
      await this.record(tx, actor, 'note.update', noteId, origin);
      return this.read(tx, actor, noteId);
    });
  }

  async archive(actor: Actor, noteId: string, origin: RequestOrigin): Promise<Note> {
    return this.setArchived(actor, noteId, true, origin);
  }

  async restore(actor: Actor, noteId: string, origin: RequestOrigin): Promise<Note> {
    return this.setArchived(actor, noteId, false, origin);
  }

  private async setArchived(
    actor: Actor,
    noteId: string,
    isArchived: boolean,
    origin: RequestOrigin,
  ): Promise<Note> {
    return this.transactions.run(async (tx, after) => {
      const note = await this.access.requireNote(actor, noteId, 'note.archive', tx);
      if ((note.archivedAt !== null) !== isArchived) {
        await this.notes.setArchived(tx, noteId, isArchived);
        await this.documents.bumpAccess(tx, { noteId });
        await this.record(tx, actor, isArchived ? 'note.archive' : 'note.restore', noteId, origin);
        after({ type: 'access-changed', scope: { noteId } });
      }
      return this.read(tx, actor, noteId);
    });
  }

  private async record(
    tx: EntityManager,
    actor: Pick<Actor, 'personId'>,
    action: string,
    noteId: string,
    origin: RequestOrigin | undefined,
  ): Promise<void> {
    await this.audit.record(tx, {
      actor,
      action,
      objectType: 'note',
      objectId: noteId,
      result: 'done',
      origin,
    });
  }
}
