import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** One live text, whatever it belongs to. Its updates and snapshots are kept by the collaboration engine. */
@Entity('documents')
@Unique('uq_documents_room', ['room'])
export class DocumentEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Name by which clients join it, such as `note:<id>`. */
  @Column('text')
  room: string;

  /** Rises when the history is thrown away; clients of an older generation start anew. */
  @Column('integer', { default: 1 })
  generation: number;

  /** Number of the last update that is stored. A bigint: read as a string. */
  @Column('bigint', { default: 0 })
  headSeq: string;

  /** Rises in the transaction of whatever changes who may write; writes under an older version are refused. */
  @Column('integer', { default: 1 })
  accessVersion: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
