import { Injectable } from '@nestjs/common';
import {
  commentLimits,
  type CommentThread,
  type EndpointInput,
  type EndpointResponse,
  type Person,
  type ThreadCounts,
  type endpoints,
} from '@kring/contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AppError } from '../common/app-error.ts';
import type { RequestOrigin } from '../common/request-context.ts';
import { TransactionRunner } from '../database/transaction-runner.ts';
import type { Actor } from '../identity/actor.ts';
import { CommentAccess } from './comment-access.ts';
import { CommentNews } from './comment-news.service.ts';
import { CommentRecorder } from './comment-recorder.ts';
import { CommentThreadsRepository, threadPageSize } from './comment-threads.repository.ts';
import { CommentsRepository } from './comments.repository.ts';
import { toThread } from './comment.mapper.ts';
import { MentionsService } from './mentions.service.ts';

type ListThreads = EndpointInput<typeof endpoints.listThreads>['query'];
export type CreateThread = EndpointInput<typeof endpoints.createThread>['body'];

/** Threads beside the text of a note: finding, beginning and resolving them. */
@Injectable()
export class CommentThreadsService {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly access: CommentAccess,
    private readonly threads: CommentThreadsRepository,
    private readonly comments: CommentsRepository,
    private readonly mentions: MentionsService,
    private readonly recorder: CommentRecorder,
    private readonly news: CommentNews,
  ) {}

  async list(
    actor: Actor,
    noteId: string,
    query: ListThreads,
  ): Promise<EndpointResponse<typeof endpoints.listThreads>> {
    const { note, principal } = await this.access.requireNote(actor, noteId, 'comment.read');
    const found = await this.threads.list(noteId, actor.personId, query);
    const rows = found.slice(0, threadPageSize);
    const comments = await this.comments.listEndsOf(rows.map(({ id }) => id));
    const byThread = Map.groupBy(comments, ({ threadId }) => threadId);
    const asker = { principal, personId: actor.personId };
    return {
      threads: rows.map((row) => toThread(row, byThread.get(row.id) ?? [], note, asker)),
      next: found.length > rows.length ? (rows.at(-1)?.id ?? null) : null,
    };
  }

  async count(actor: Actor, noteId: string): Promise<ThreadCounts> {
    await this.access.requireNote(actor, noteId, 'comment.read');
    return this.threads.count(noteId, actor.personId);
  }

  async listMentionable(actor: Actor, noteId: string): Promise<Person[]> {
    const { note } = await this.access.requireNote(actor, noteId, 'comment.create');
    return this.mentions.listMentionable(note);
  }

  async get(actor: Actor, threadId: string): Promise<CommentThread> {
    const { thread, note, principal } = await this.access.requireReadable(actor, threadId);
    const comments = await this.comments.listOfThread(threadId);
    return toThread(thread, comments, note, { principal, personId: actor.personId });
  }

  async create(
    actor: Actor,
    noteId: string,
    input: CreateThread,
    origin: RequestOrigin,
  ): Promise<CommentThread> {
    return this.transactions.run(async (tx, after) => {
      const opened = await this.access.requireNote(actor, noteId, 'comment.create', tx);
      const earlier = await this.threads.findByRequest(tx, actor.personId, input.requestId);
      // The answer to the first try was lost on its way.
      if (earlier?.noteId === noteId) return this.recorder.read(tx, { ...opened, thread: earlier }, actor);
      if (earlier || (await this.comments.findThreadOfRequest(tx, actor.personId, input.requestId))) {
        throw new AppError('invalid-input', { errors: [{ path: 'requestId', code: 'custom' }] });
      }
      await this.mentions.requireMentionable(tx, opened.note, input.body);
      const { id, commentId } = await this.add(tx, noteId, actor.personId, input);
      await this.news.tellSaid(tx, { actor, noteId, threadId: id, commentId, body: input.body });
      const act = {
        actor,
        action: 'comment.create',
        objectType: 'thread',
        objectId: id,
        origin,
      } as const;
      return this.recorder.finish(tx, after, { ...opened, thread: { id } }, act);
    });
  }

  /** Adds a thread with its first comment to a note, within somebody else's transaction. */
  async add(
    tx: EntityManager,
    noteId: string,
    personId: string,
    { requestId, kind, anchor, body }: CreateThread,
  ): Promise<{ id: string; commentId: string }> {
    if ((await this.threads.countOfNote(tx, noteId)) >= commentLimits.threadsPerNote) {
      throw new AppError('discussion-full');
    }
    const [id, commentId] = [uuidv7(), uuidv7()];
    const words = { spans: anchor?.spans ?? null, quote: anchor?.quote ?? null };
    const context = { quoteBefore: anchor?.before ?? '', quoteAfter: anchor?.after ?? '' };
    await this.threads.insert(tx, {
      id,
      noteId,
      kind,
      ...words,
      ...context,
      createdById: personId,
      requestId,
    });
    await this.comments.insert(tx, { id: commentId, threadId: id, authorId: personId, requestId, body });
    await this.threads.noteActivity(tx, id);
    return { id, commentId };
  }

  /** Within somebody else's transaction. */
  async markResolved(tx: EntityManager, threadId: string, personId: string): Promise<void> {
    await this.threads.setResolved(tx, threadId, personId);
  }

  async resolve(actor: Actor, threadId: string, origin: RequestOrigin): Promise<CommentThread> {
    return this.setResolved(actor, threadId, true, origin);
  }

  async reopen(actor: Actor, threadId: string, origin: RequestOrigin): Promise<CommentThread> {
    return this.setResolved(actor, threadId, false, origin);
  }

  private async setResolved(
    actor: Actor,
    threadId: string,
    isResolved: boolean,
    origin: RequestOrigin,
  ): Promise<CommentThread> {
    return this.transactions.run(async (tx, after) => {
      const opened = await this.access.requireThread(actor, threadId, 'comment.resolve', tx);
      if ((opened.thread.resolvedAt !== null) === isResolved) return this.recorder.read(tx, opened, actor);
      await this.threads.setResolved(tx, threadId, isResolved ? actor.personId : null);
      if (isResolved) await this.news.tellResolved(tx, { actor, noteId: opened.note.id, threadId });
      const action = isResolved ? 'comment.resolve' : 'comment.reopen';
      const act = { actor, action, objectType: 'thread', objectId: threadId, origin } as const;
      return this.recorder.finish(tx, after, opened, act);
    });
  }
}
