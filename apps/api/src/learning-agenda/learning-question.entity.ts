import type { LearningQuestionStatus } from '@kring/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('learning_questions')
@Unique('uq_learning_questions_letter', ['copId', 'letter'])
@Check(
  'ck_learning_questions_status',
  "status IN ('open', 'in-progress', 'partly-answered', 'answered', 'dropped', 'split', 'merged')",
)
export class LearningQuestionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey('cops', { name: 'fk_learning_questions_cop' })
  copId: string;

  @Column('text')
  letter: string;

  @Column('text', { default: 'open' })
  status: LearningQuestionStatus;

  @Column('uuid', { nullable: true })
  @Index()
  @ForeignKey('people', { name: 'fk_learning_questions_owner' })
  ownerId: string | null;

  @Column('text', { default: '' })
  why: string;

  @Column('text', { default: '' })
  tried: string;

  @Column('text', { default: '' })
  learned: string;

  @Column('text', { default: '' })
  nextStep: string;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  openedAt: Date;
}
