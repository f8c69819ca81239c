import type { AttachmentMediaType } from '@kring/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A file or a link in the library of a CoP: either `url` is there, or all that a file has. */
@Entity('library_items')
@Index('ix_library_items_cop_id_id', ['copId', 'id'])
@Check(
  'ck_library_items_kind',
  'num_nonnulls(file_name, media_type, size) = CASE WHEN url IS NULL THEN 3 ELSE 0 END',
)
export class LibraryItemEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('cops', { name: 'fk_library_items_cop' })
  copId: string;

  @Column('text')
  title: string;

  @Column('text', { default: '' })
  description: string;

  @Column('text', { nullable: true })
  url: string | null;

  @Column('text', { nullable: true })
  fileName: string | null;

  @Column('text', { nullable: true })
  mediaType: AttachmentMediaType | null;

  @Column('integer', { nullable: true })
  size: number | null;

  @Column('uuid')
  @Index()
  @ForeignKey('people', { name: 'fk_library_items_created_by' })
  createdById: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  @Index()
  removedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}
