import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One wording of a question; never changed. */
@Entity('learning_question_versions')
export class LearningQuestionVersionEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('learning_questions', { name: 'fk_learning_question_versions_question' })
  questionId: string;

  @PrimaryColumn('integer')
  number: number;

  @Column('text')
  text: string;

  @Column('text', { default: '' })
  changedBecause: string;

  @Column('uuid')
  @Index()
  @ForeignKey('people', { name: 'fk_learning_question_versions_by' })
  byId: string;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}
