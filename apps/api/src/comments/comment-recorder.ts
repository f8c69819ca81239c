import { Injectable } from '@nestjs/common';
import type { CommentThread } from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.ts';
import { AppError } from '../common/app-error.ts';
import type { DomainEvent } from '../common/domain-events.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import type { Actor } from '../identity/actor.ts';
import { toThread } from './comment.mapper.ts';
import type { OpenedThread } from './comment-access.ts';
import { CommentThreadsRepository } from './comment-threads.repository.ts';
import { CommentsRepository } from './comments.repository.ts';

interface Act {
  readonly actor: Actor;
  readonly action: string;
  readonly objectType: 'comment' | 'thread';
  readonly objectId: string;
  readonly origin: RequestOrigin;
}

/** A thread behind its door; of the thread itself only the id counts. */
type Opened = Pick<OpenedThread, 'note' | 'principal'> & { readonly thread: { readonly id: string } };

/** What every act in a thread ends with: its audit record, a hint to who has the note open, and the thread as it is. */
@Injectable()
export class CommentRecorder {
  constructor(
    private readonly threads: CommentThreadsRepository,
    private readonly comments: CommentsRepository,
    private readonly audit: AuditService,
  ) {}

  async finish(
    tx: EntityManager,
    after: (event: DomainEvent) => void,
    opened: Opened,
    { actor, ...act }: Act,
  ): Promise<CommentThread> {
    await this.audit.record(tx, { actor, ...act, result: 'done' });
    after({ type: 'note-touched', noteId: opened.note.id, topic: 'comments' });
    return this.read(tx, opened, actor);
  }

  async read(tx: EntityManager, { thread, note, principal }: Opened, actor: Actor): Promise<CommentThread> {
    const row = await this.threads.findById(thread.id, actor.personId, tx);
    if (!row) throw new AppError('not-found');
    const asker = { principal, personId: actor.personId };
    return toThread(row, await this.comments.listOfThread(row.id, tx), note, asker);
  }
}
