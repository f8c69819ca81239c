import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CopEntity } from './cop.entity.ts';

/** Somebody asks to join a CoP; a facilitator decides. */
@Entity('cop_join_requests')
@Index('uq_cop_join_requests_open', ['copId', 'personId'], { unique: true, where: 'decided_at IS NULL' })
@Check('ck_cop_join_requests_decision', "decision IN ('accept', 'decline')")
@Check('ck_cop_join_requests_decided', '(decision IS NULL) = (decided_at IS NULL)')
export class CopJoinRequestEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => CopEntity, { name: 'fk_cop_join_requests_cop' })
  copId: string;

  @Column('uuid')
  @Index()
  @ForeignKey('people', { name: 'fk_cop_join_requests_person' })
  personId: string;

  @Column('text', { default: '' })
  motivation: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('text', { nullable: true })
  decision: 'accept' | 'decline' | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('people', { name: 'fk_cop_join_requests_decided_by' })
  decidedById: string | null;
}
