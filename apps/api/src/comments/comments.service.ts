import { Injectable } from '@nestjs/common';
import { commentLimits, type CommentThread, type EndpointInput, type endpoints } from '@kring/contracts';
import { v7 as uuidv7 } from 'uuid';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import type { DomainEvent } from '../common/domain-events.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { CommentAccess, type OpenedComment } from './comment-access.ts';
import { CommentNews } from './comment-news.service.ts';
import { CommentRecorder } from './comment-recorder.ts';
import { CommentThreadsRepository } from './comment-threads.repository.ts';
import { CommentsRepository, type NewComment } from './comments.repository.ts';
import { MentionsService } from './mentions.service.ts';

type CreateComment = EndpointInput<typeof endpoints.createComment>['body'];
type UpdateComment = EndpointInput<typeof endpoints.updateComment>['body'];
type React = EndpointInput<typeof endpoints.reactToComment>['body'];
type After = (event: DomainEvent) => void;

interface CommentAct {
  readonly commentId: string;
  readonly action: 'comment.edit' | 'comment.remove' | 'comment.react';
  /** In the audit trail, where it differs. */
  readonly recordAs?: string;
  readonly origin: RequestOrigin;
}

/** What is said in a thread: answering, changing, removing, reacting. Each gives the thread as it has become. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly access: CommentAccess,
    private readonly threads: CommentThreadsRepository,
    private readonly comments: CommentsRepository,
    private readonly mentions: MentionsService,
    private readonly recorder: CommentRecorder,
    private readonly news: CommentNews,
  ) {}

  async create(
    actor: Actor,
    threadId: string,
    input: CreateComment,
    origin: RequestOrigin,
  ): Promise<CommentThread> {
    return this.transactions.run(async (tx, after) => {
      const opened = await this.access.requireThread(actor, threadId, 'comment.reply', tx);
      const storedIn = await this.comments.findThreadOfRequest(tx, actor.personId, input.requestId);
      // The answer to the first try was lost on its way.
      if (storedIn === threadId) return this.recorder.read(tx, opened, actor);
      if (storedIn !== null)
        throw new AppError('invalid-input', { errors: [{ path: 'requestId', code: 'custom' }] });
      await this.mentions.requireMentionable(tx, opened.note, input.body);
      const id = uuidv7();
      await this.add(tx, { id, threadId, authorId: actor.personId, ...input });
      const said = { actor, noteId: opened.note.id, threadId, commentId: id, body: input.body };
      await this.news.tellSaid(tx, said);
      const act = { actor, action: 'comment.reply', objectType: 'comment', objectId: id, origin } as const;
      return this.recorder.finish(tx, after, opened, act);
    });
  }

  /** Adds a comment to a thread within somebody else's transaction. */
  async add(tx: EntityManager, comment: NewComment): Promise<void> {
    if ((await this.comments.countOfThread(tx, comment.threadId)) >= commentLimits.commentsPerThread) {
      throw new AppError('discussion-full');
    }
    await this.comments.insert(tx, comment);
    await this.threads.noteActivity(tx, comment.threadId);
  }

  async update(
    actor: Actor,
    commentId: string,
    input: UpdateComment,
    origin: RequestOrigin,
  ): Promise<CommentThread> {
    return this.act(
      actor,
      { commentId, action: 'comment.edit', origin },
      async (tx, { comment, note, thread }) => {
        if (comment.version !== input.version) throw new AppError('changed-meanwhile');
        await this.mentions.requireMentionable(tx, note, input.body, comment.body);
        await this.comments.update(tx, commentId, input.body);
        const said = { actor, noteId: note.id, threadId: thread.id, commentId, body: input.body };
        await this.news.tellEdited(tx, said, comment.body);
      },
    );
  }

  async remove(actor: Actor, commentId: string, origin: RequestOrigin): Promise<CommentThread> {
    return this.act(
      actor,
      { commentId, action: 'comment.remove', origin },
      async (tx, { comment, thread }) => {
        if (comment.removedAt) return;
        await this.comments.setRemoved(tx, commentId, actor.personId);
        await this.threads.noteActivity(tx, thread.id);
      },
    );
  }

  /** Only by whoever removed it: nobody brings back what somebody else took away. */
  async restore(actor: Actor, commentId: string, origin: RequestOrigin): Promise<CommentThread> {
    const act = { commentId, action: 'comment.remove', recordAs: 'comment.restore', origin } as const;
    return this.act(actor, act, async (tx, { comment, thread }) => {
      if (!comment.removedAt) return;
      if (!comment.isUndoable || comment.removedBy?.id !== actor.personId)
        throw new AppError('undo-too-late');
      await this.comments.setRemoved(tx, commentId, null);
      await this.threads.noteActivity(tx, thread.id);
    });
  }

  async react(
    actor: Actor,
    commentId: string,
    { reaction, isOn }: React,
    origin: RequestOrigin,
  ): Promise<CommentThread> {
    return this.act(actor, { commentId, action: 'comment.react', origin }, async (tx) => {
      await this.comments.setReaction(tx, { commentId, personId: actor.personId, reaction }, isOn);
    });
  }

  private async act(
    actor: Actor,
    { commentId, action, recordAs = action, origin }: CommentAct,
    work: (tx: EntityManager, opened: OpenedComment) => Promise<void>,
  ): Promise<CommentThread> {
    return this.transactions.run(async (tx, after: After) => {
      const opened = await this.access.requireComment(actor, commentId, action, tx);
      await work(tx, opened);
      const act = { actor, action: recordAs, objectType: 'comment', objectId: commentId, origin } as const;
      return this.recorder.finish(tx, after, opened, act);
    });
  }
}
