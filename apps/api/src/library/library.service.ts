import { Injectable } from '@nestjs/common';
import {
  libraryLimits,
  type AttachmentMediaType,
  type Done,
  type EndpointInput,
  type LibraryItem,
  type LibraryQuery,
  type PageOf,
  type endpoints,
} from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { UploadCheck } from '../attachments/upload-check.service.ts';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import { cursorParts, readCursor, toPage } from '../common/cursor.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { CopAccess } from '../cops/cop-access.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { LibraryAccess } from './library-access.ts';
import { toLibraryItem } from './library.mapper.ts';
import { LibraryRepository } from './library.repository.ts';

type AddLink = EndpointInput<typeof endpoints.addLibraryLink>['body'];
type AddFile = EndpointInput<typeof endpoints.addLibraryFile>['query'];
type Update = EndpointInput<typeof endpoints.updateLibraryItem>['body'];

/** What stands in a library, by whoever adds it. */
export interface NewLibraryItem {
  readonly copId: string;
  readonly createdById: string;
  readonly title: string;
  readonly description: string;
  readonly url?: string;
  readonly file?: {
    readonly name: string;
    readonly mediaType: AttachmentMediaType;
    readonly bytes: Uint8Array;
  };
}

const pageSize = 50;
const cursorSchema = z.tuple([cursorParts.id]);

/** The library of a CoP: files and links that its members find, and its participants add. */
@Injectable()
export class LibraryService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly cops: CopAccess,
    private readonly access: LibraryAccess,
    private readonly library: LibraryRepository,
    private readonly uploads: UploadCheck,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor, copId: string, { cursor, ...filter }: LibraryQuery): Promise<PageOf<LibraryItem>> {
    const after = readCursor(cursor, cursorSchema);
    await this.cops.requireCop(actor, copId, 'library-item.list');
    const { personId } = actor;
    const where = { ...filter, copId, personId, after: after?.[0] ?? null, limit: pageSize + 1 };
    return toPage(await this.library.list(where), pageSize, {
      item: (row) => toLibraryItem(row, actor.principal),
      cursor: ({ id }) => [id],
    });
  }

  async addLink(actor: Actor, copId: string, link: AddLink, origin: RequestOrigin): Promise<LibraryItem> {
    return this.transactions.run(async (tx) => {
      await this.cops.requireCop(actor, copId, 'library-item.create', tx);
      const id = await this.add(tx, { ...link, copId, createdById: actor.personId }, origin);
      return this.read(tx, actor, id);
    });
  }

  /** `receive` takes in the body: only asked for once it is known that this person may add a file. */
  async addFile(
    actor: Actor,
    copId: string,
    { name, title, description }: AddFile,
    receive: (limit: number) => Promise<Uint8Array>,
    origin: RequestOrigin,
  ): Promise<LibraryItem> {
    await this.cops.requireCop(actor, copId, 'library-item.create');
    const { bytes, mediaType } = await this.uploads.check(await receive(libraryLimits.bytes));
    return this.transactions.run(async (tx) => {
      // Again, and locked: it took a while, and what has been decided meanwhile counts.
      await this.cops.requireCop(actor, copId, 'library-item.create', tx);
      const taken = await this.library.sizeOfCop(copId, tx);
      if (taken + bytes.length > libraryLimits.bytesPerCop) throw new AppError('library-full');
      const item = { copId, createdById: actor.personId, title, description };
      const id = await this.add(tx, { ...item, file: { name, mediaType, bytes } }, origin);
      return this.read(tx, actor, id);
    });
  }

  /** Adds a file or link within somebody else's transaction; returns its id. */
  async add(tx: EntityManager, { file, ...facts }: NewLibraryItem, origin?: RequestOrigin): Promise<string> {
    const id = uuidv7();
    const ofFile = file && { fileName: file.name, mediaType: file.mediaType, size: file.bytes.length };
    await this.library.insert(tx, { id, ...facts, ...ofFile }, file?.bytes);
    await this.record(tx, { personId: facts.createdById }, 'library-item.create', id, origin);
    return id;
  }

  async update(
    actor: Actor,
    itemId: string,
    { version, ...changes }: Update,
    origin: RequestOrigin,
  ): Promise<LibraryItem> {
    return this.transactions.run(async (tx) => {
      const item = await this.access.requireItem(actor, itemId, 'library-item.update', { tx });
      if (item.version !== version) throw new AppError('changed-meanwhile');
      if (item.url === null && changes.url !== undefined) {
        throw new AppError('invalid-input', { errors: [{ path: 'url', code: 'custom' }] });
      }
      await this.library.update(tx, itemId, changes);
      await this.record(tx, actor, 'library-item.update', itemId, origin);
      return this.read(tx, actor, itemId);
    });
  }

  async setRemoved(actor: Actor, itemId: string, isRemoved: boolean, origin: RequestOrigin): Promise<Done> {
    return this.transactions.run(async (tx) => {
      const item = await this.access.requireItem(actor, itemId, 'library-item.update', {
        tx,
        alsoRemoved: true,
      });
      if (item.isRemoved !== isRemoved) {
        await this.library.setRemoved(tx, itemId, isRemoved);
        const act = isRemoved ? 'library-item.remove' : 'library-item.restore';
        await this.record(tx, actor, act, itemId, origin);
      }
      return { done: true };
    });
  }

  async readFile(
    actor: Actor,
    itemId: string,
  ): Promise<{ mediaType: string; name: string; bytes: Uint8Array }> {
    const { fileName, mediaType } = await this.access.requireItem(actor, itemId, 'library-item.read');
    const bytes = fileName === null ? null : await this.library.readBytes(itemId);
    if (fileName === null || mediaType === null || bytes === null) throw new AppError('not-found');
    return { mediaType, name: fileName, bytes };
  }

  private async read(tx: EntityManager, actor: Actor, id: string): Promise<LibraryItem> {
    const row = await this.library.findById(id, actor.personId, tx);
    if (!row) throw new AppError('not-found');
    return toLibraryItem(row, actor.principal);
  }

  private async record(
    tx: EntityManager,
    actor: Pick<Actor, 'personId'>,
    action: string,
    objectId: string,
    origin: RequestOrigin | undefined,
  ): Promise<void> {
    await this.audit.record(tx, {
      actor,
      action,
      objectType: 'library-item',
      objectId,
      result: 'done',
      origin,
    });
  }
}
