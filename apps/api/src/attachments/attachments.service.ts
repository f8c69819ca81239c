import { Injectable } from '@nestjs/common';
import { attachmentLimits, type Attachment } from '@kring/contracts';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { NoteAccess } from '../notes/note-access.ts';
import { AttachmentsRepository } from './attachments.repository.ts';
import { UploadCheck } from './upload-check.service.ts';

/** Images and files of notes: seen by who reads the note, added by who writes in it. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly notes: NoteAccess,
    private readonly attachments: AttachmentsRepository,
    private readonly uploads: UploadCheck,
    private readonly audit: AuditService,
  ) {}

  /** `receive` takes in the body: only asked for once it is known that this person may write in the note. */
  async add(
    actor: Actor,
    { noteId, name }: { noteId: string; name: string },
    receive: (limit: number) => Promise<Uint8Array>,
    origin: RequestOrigin,
  ): Promise<Attachment> {
    await this.notes.requireNote(actor, noteId, 'note.write');
    const { bytes, ...facts } = await this.uploads.check(await receive(attachmentLimits.bytes));
    return this.transactions.run(async (tx) => {
      // Again, and locked: it took a while, and what has been decided meanwhile counts.
      await this.notes.requireNote(actor, noteId, 'note.write', tx);
      const taken = await this.attachments.sizeOfNote(noteId, tx);
      if (taken + bytes.length > attachmentLimits.bytesPerNote) throw new AppError('note-full');
      const row = { id: uuidv7(), noteId, name, size: bytes.length, ...facts, createdById: actor.personId };
      await this.attachments.insert(tx, row, bytes);
      await this.audit.record(tx, {
        actor,
        action: 'note.attach',
        objectType: 'note',
        objectId: noteId,
        result: 'done',
        origin,
      });
      return { id: row.id, name, size: row.size, ...facts };
    });
  }

  async read(actor: Actor, id: string): Promise<{ mediaType: string; name: string; bytes: Uint8Array }> {
    const found = await this.attachments.findById(id);
    if (!found) throw new AppError('not-found');
    await this.notes.requireNote(actor, found.noteId, 'note.read');
    const bytes = await this.attachments.readBytes(id);
    if (!bytes) throw new AppError('not-found');
    return { mediaType: found.mediaType, name: found.name, bytes };
  }
}
