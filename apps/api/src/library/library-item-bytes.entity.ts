import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The content of a file, apart from its facts, so that lists never touch it. */
@Entity('library_item_bytes')
export class LibraryItemBytesEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('library_items', { name: 'fk_library_item_bytes_item' })
  itemId: string;

  @Column('bytea')
  bytes: Buffer;
}
