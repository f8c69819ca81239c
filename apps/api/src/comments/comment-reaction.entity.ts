import type { Reaction } from '@kring/contracts';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

@Entity('comment_reactions')
@Check('ck_comment_reactions_reaction', "reaction IN ('agree', 'thanks', 'good-idea', 'doubt')")
export class CommentReactionEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('comments', { name: 'fk_comment_reactions_comment' })
  commentId: string;

  @PrimaryColumn('uuid')
  @ForeignKey('people', { name: 'fk_comment_reactions_person' })
  personId: string;

  @PrimaryColumn('text')
  reaction: Reaction;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
