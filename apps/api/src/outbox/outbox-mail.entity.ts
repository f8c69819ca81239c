import type { Language, MailFailure } from '@kring/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** For the composer of its template; ids, never content. */
export type MailSource = Readonly<Record<string, string | string[] | null>>;

export type MailState = 'waiting' | 'sent' | 'failed' | 'kept' | 'dropped';

@Entity('outbox_mails')
@Check('ck_outbox_mails_state', "state IN ('waiting', 'sent', 'failed', 'kept', 'dropped')")
@Index('ix_outbox_mails_waiting', ['nextAttemptAt'], { where: "state = 'waiting'" })
@Index('ix_outbox_mails_failed', ['id'], { where: "state = 'failed'" })
@Index('ix_outbox_mails_kept', ['id'], { where: "state = 'kept' AND attempts = 0" })
export class OutboxMailEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  recipient: string;

  @Column('text')
  template: string;

  /** Null for one that is written when it is sent, and for those from before this was kept. */
  @Column('text', { nullable: true })
  language: Language | null;

  @Column('text')
  subject: string;

  @Column('text')
  body: string;

  /** What a mail is about that is written when it is sent; null for one that has its text already. */
  @Column('jsonb', { nullable: true })
  source: MailSource | null;

  @Column('text')
  state: MailState;

  @Column('integer', { default: 0 })
  attempts: number;

  /** Why the last attempt did not succeed; null before the first, while one is under way, and once it was sent. */
  @Column('text', { nullable: true })
  failureReason: MailFailure['reason'] | null;

  /** What the mail server said then. */
  @Column('text', { default: '' })
  failureAnswer: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  nextAttemptAt: Date;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;
}
