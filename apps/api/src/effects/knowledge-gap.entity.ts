import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What nobody knows about a case yet: the proposal of a learning question, with the cell in which it came up. */
@Entity('knowledge_gaps')
export class KnowledgeGapEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @Index()
  @ForeignKey('cases', { name: 'fk_knowledge_gaps_case' })
  caseId: string;

  @Column('uuid')
  @Index()
  @ForeignKey('effect_cells', { name: 'fk_knowledge_gaps_cell' })
  cellId: string;

  @Column('text')
  question: string;

  @Column('uuid')
  @Index()
  @ForeignKey('people', { name: 'fk_knowledge_gaps_noted_by' })
  notedById: string;

  @Column('uuid', { nullable: true })
  @Index()
  @ForeignKey('learning_questions', { name: 'fk_knowledge_gaps_learning_question' })
  learningQuestionId: string | null;

  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
