import type { AttachmentMediaType } from '@kring/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A file of one note, for ever. */
@Entity('attachments')
export class AttachmentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @Index()
  @ForeignKey('notes', { name: 'fk_attachments_note' })
  noteId: string;

  @Column('text')
  name: string;

  @Column('text')
  mediaType: AttachmentMediaType;

  @Column('integer')
  size: number;

  @Column('integer', { nullable: true })
  width: number | null;

  @Column('integer', { nullable: true })
  height: number | null;

  @Column('uuid')
  @Index()
  @ForeignKey('people', { name: 'fk_attachments_created_by' })
  createdById: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  /** Since when no text is known to show it; null while one does. */
  @Column('timestamptz', { nullable: true })
  @Index({ where: 'unused_since IS NOT NULL' })
  unusedSince: Date | null;
}
