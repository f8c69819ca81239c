import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who is named in a comment. */
@Entity('comment_mentions')
export class CommentMentionEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('comments', { name: 'fk_comment_mentions_comment' })
  commentId: string;

  @PrimaryColumn('uuid')
  @Index()
  @ForeignKey('people', { name: 'fk_comment_mentions_person' })
  personId: string;
}
