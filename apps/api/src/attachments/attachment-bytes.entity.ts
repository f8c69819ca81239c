import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The content of an attachment, apart from its facts, so that lists never touch it. */
@Entity('attachment_bytes')
export class AttachmentBytesEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('attachments', { name: 'fk_attachment_bytes_attachment' })
  attachmentId: string;

  @Column('bytea')
  bytes: Buffer;
}
