import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('case_learning_questions')
export class CaseLearningQuestionEntity {
  @PrimaryColumn('uuid')
  @ForeignKey('cases', { name: 'fk_case_learning_questions_case' })
  caseId: string;

  @PrimaryColumn('uuid')
  @Index()
  @ForeignKey('learning_questions', { name: 'fk_case_learning_questions_question' })
  questionId: string;
}
