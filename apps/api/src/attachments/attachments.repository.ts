import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AttachmentEntity } from './attachment.entity.ts';
import { AttachmentBytesEntity } from './attachment-bytes.entity.ts';

export type AttachmentRow = AttachmentEntity;

@Injectable()
export class AttachmentsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findById(id: string): Promise<AttachmentRow | null> {
    return this.dataSource.manager.findOneBy(AttachmentEntity, { id });
  }

  async readBytes(id: string): Promise<Buffer | null> {
    const found = await this.dataSource.manager.findOneBy(AttachmentBytesEntity, { attachmentId: id });
    return found?.bytes ?? null;
  }

  /** In bytes, of all attachments of a note together. */
  async sizeOfNote(noteId: string, tx: EntityManager): Promise<number> {
    return (await tx.sum(AttachmentEntity, 'size', { noteId })) ?? 0;
  }

  async insert(
    tx: EntityManager,
    facts: Omit<AttachmentEntity, 'createdAt' | 'unusedSince'>,
    bytes: Uint8Array,
  ): Promise<void> {
    await tx.insert(AttachmentEntity, facts);
    await tx.insert(AttachmentBytesEntity, { attachmentId: facts.id, bytes: Buffer.from(bytes) });
  }
}
