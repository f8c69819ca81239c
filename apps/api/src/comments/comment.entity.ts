import type { BodyPartInput } from '@kring/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('comments')
@Unique('uq_comments_request', ['authorId', 'requestId'])
@Index('ix_comments_thread_id', ['threadId', 'id'])
@Index('ix_comments_to_wipe', ['removedAt'], { where: 'removed_at IS NOT NULL AND NOT is_wiped' })
export class CommentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('comment_threads', { name: 'fk_comments_thread' })
  threadId: string;

  @Column('uuid')
  @ForeignKey('people', { name: 'fk_comments_author' })
  authorId: string;

  /** Chosen by the page: trying again makes no second comment. */
  @Column('uuid')
  requestId: string;

  @Column('jsonb')
  body: readonly BodyPartInput[];

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  editedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('people', { name: 'fk_comments_removed_by' })
  removedById: string | null;

  /** The text of a removed comment is gone for good. */
  @Column('boolean', { default: false })
  isWiped: boolean;

  @Column('integer', { default: 1 })
  version: number;
}
