import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A question that was split or merged into another one. */
@Entity('learning_question_parents')
export class LearningQuestionParentEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('learning_questions', { name: 'fk_learning_question_parents_question' })
  questionId: string;

  @PrimaryColumn('uuid')
  @Index()
  @ForeignKey('learning_questions', { name: 'fk_learning_question_parents_parent' })
  parentId: string;
}
