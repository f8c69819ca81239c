import { Injectable } from '@nestjs/common';
import type { EndpointInput, NoteContent, NoteVersion, NoteVersionPage, endpoints } from '@kring/contracts';
import type { ActionOn } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { NoteAccess } from '../notes/note-access.ts';
import { HistoryRepository, type VersionRow } from './history.repository.ts';
import { toNoteVersion, toNoteVersionPage } from './history.mapper.ts';
import { NoteTexts } from './note-texts.service.ts';
import { VersionKeeper } from './version-keeper.ts';

const pageSize = 50;
const mostNamed = 500;

interface VersionRef {
  readonly noteId: string;
  readonly versionId: string;
}
type VersionName = EndpointInput<typeof endpoints.createNoteVersion>['body'];

/** The versions of a note, for those who read it; and naming and putting them back, for those who write in it. */
@Injectable()
export class VersionsService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly access: NoteAccess,
    private readonly history: HistoryRepository,
    private readonly keeper: VersionKeeper,
    private readonly texts: NoteTexts,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor, noteId: string, before: string | undefined): Promise<NoteVersionPage> {
    await this.access.requireNote(actor, noteId, 'version.read');
    return toNoteVersionPage(await this.history.list(noteId, before, pageSize + 1), pageSize);
  }

  async getContent(actor: Actor, { noteId, versionId }: VersionRef): Promise<NoteContent> {
    await this.access.requireNote(actor, noteId, 'version.read');
    return this.texts.ofVersion(noteId, versionId);
  }

  async create(
    actor: Actor,
    noteId: string,
    input: VersionName,
    origin: RequestOrigin,
  ): Promise<NoteVersion> {
    await this.access.requireNote(actor, noteId, 'version.create');
    const text = await this.texts.readNow(noteId);
    return this.transactions.run(async (tx, after) => {
      const note = await this.access.requireNote(actor, noteId, 'version.create', tx);
      await this.refuseTooMany(tx, noteId);
      const id = uuidv7();
      const by = { createdById: actor.personId, ...input };
      await this.keeper.keep(tx, { id, noteId, kind: 'named', title: note.title, ...by }, text);
      await this.record(tx, actor, 'version.create', id, origin);
      after(this.keeper.touched(noteId));
      return toNoteVersion(await this.require(tx, { noteId, versionId: id }));
    });
  }

  async rename(
    actor: Actor,
    ref: VersionRef,
    input: EndpointInput<typeof endpoints.renameNoteVersion>['body'],
    origin: RequestOrigin,
  ): Promise<NoteVersion> {
    return this.transactions.run(async (tx, after) => {
      const { row } = await this.open(tx, actor, ref, 'version.name');
      if (row.version !== input.version) throw new AppError('changed-meanwhile');
      if (row.kind !== 'named') await this.refuseTooMany(tx, ref.noteId);
      const { name, description } = input;
      await this.history.rename(tx, row.id, { name, description, personId: actor.personId });
      await this.record(tx, actor, 'version.name', row.id, origin);
      after(this.keeper.touched(ref.noteId));
      return toNoteVersion(await this.require(tx, ref));
    });
  }

  /**
   * Keeps what stands there now, and gives the text that is to stand there: the person's editor puts it in as edits of
   * their own, so that whatever holds for writing holds for this too.
   */
  async restore(actor: Actor, ref: VersionRef, origin: RequestOrigin): Promise<NoteContent> {
    await this.access.requireNote(actor, ref.noteId, 'version.restore');
    const content = await this.texts.ofVersion(ref.noteId, ref.versionId);
    const text = await this.texts.readNow(ref.noteId);
    await this.transactions.run(async (tx, after) => {
      const { row, title } = await this.open(tx, actor, ref, 'version.restore');
      const version = { id: uuidv7(), noteId: ref.noteId, kind: 'before-restore', title } as const;
      const by = { createdById: actor.personId, restoredFromId: row.id };
      await this.keeper.keep(tx, { ...version, ...by }, text);
      await this.keeper.tellRestored(tx, actor, ref.noteId);
      await this.record(tx, actor, 'version.restore', row.id, origin);
      after(this.keeper.touched(ref.noteId));
    });
    return content;
  }

  private async open(
    tx: EntityManager,
    actor: Actor,
    ref: VersionRef,
    action: ActionOn<'note'>,
  ): Promise<{ row: VersionRow; title: string }> {
    const { title } = await this.access.requireNote(actor, ref.noteId, action, tx);
    return { row: await this.require(tx, ref), title };
  }

  private async require(tx: EntityManager, { noteId, versionId }: VersionRef): Promise<VersionRow> {
    const row = await this.history.find(noteId, versionId, tx);
    if (!row) throw new AppError('not-found');
    return row;
  }

  private async refuseTooMany(tx: EntityManager, noteId: string): Promise<void> {
    if ((await this.history.countNamed(tx, noteId)) >= mostNamed) throw new AppError('too-many-versions');
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    versionId: string,
    origin: RequestOrigin,
  ): Promise<void> {
    const object = { objectType: 'note-version', objectId: versionId, result: 'done' } as const;
    await this.audit.record(tx, { actor, action, ...object, origin });
  }
}
