import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Append-only: the database itself refuses changes. */
@Entity('audit_events')
@Check('ck_audit_events_result', "result IN ('done', 'refused')")
export class AuditEventEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz', { default: () => 'now()' })
  @Index()
  at: Date;

  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Column('text')
  action: string;

  @Column('text')
  objectType: string;

  @Column('text', { nullable: true })
  objectId: string | null;

  @Column('text')
  result: 'done' | 'refused';

  /** The client's address; empty for what the server did by itself. */
  @Column('text')
  address: string;

  @Column('text')
  correlationId: string;
}
