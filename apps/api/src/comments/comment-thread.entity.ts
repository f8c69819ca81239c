import type { CommentAnchor, ThreadKind } from '@kring/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A conversation beside the text of a note. Where it stands is kept here, never in the text itself. */
@Entity('comment_threads')
@Unique('uq_comment_threads_request', ['createdById', 'requestId'])
@Index('ix_comment_threads_note_id', ['noteId', 'id'])
@Index('ix_comment_threads_open', ['noteId'], { where: 'resolved_at IS NULL AND comment_count > 0' })
@Check('ck_comment_threads_kind', "kind IN ('remark', 'question', 'required-change')")
@Check('ck_comment_threads_anchor', '(spans IS NULL) = (quote IS NULL)')
export class CommentThreadEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('notes', { name: 'fk_comment_threads_note' })
  noteId: string;

  @Column('text')
  kind: ThreadKind;

  /** Ids of the characters that it is about; null for the whole note. */
  @Column('jsonb', { nullable: true })
  spans: CommentAnchor['spans'] | null;

  @Column('text', { nullable: true })
  quote: string | null;

  @Column('text', { default: '' })
  quoteBefore: string;

  @Column('text', { default: '' })
  quoteAfter: string;

  /** Of the document at that moment: ids mean something within one generation only. */
  @Column('integer')
  generation: number;

  @Column('bigint')
  seq: string;

  @Column('uuid')
  @ForeignKey('people', { name: 'fk_comment_threads_created_by' })
  createdById: string;

  /** Chosen by the page: trying again makes no second thread. */
  @Column('uuid')
  requestId: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  lastActivityAt: Date;

  /** Comments that were not removed; a thread without any is not shown. */
  @Column('integer', { default: 0 })
  commentCount: number;

  @Column('timestamptz', { nullable: true })
  resolvedAt: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('people', { name: 'fk_comment_threads_resolved_by' })
  resolvedById: string | null;
}
