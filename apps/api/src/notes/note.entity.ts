import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A note without its text: that is its document. */
@Entity('notes')
@Unique('uq_notes_document_id', ['documentId'])
@Index('ix_notes_case_id_created_at', ['caseId', 'createdAt', 'id'])
export class NoteEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('cases', { name: 'fk_notes_case' })
  caseId: string;

  @Column('uuid')
  @ForeignKey('documents', { name: 'fk_notes_document' })
  documentId: string;

  @Column('text')
  title: string;

  @Column('uuid')
  @Index()
  @ForeignKey('people', { name: 'fk_notes_created_by' })
  createdById: string;

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
