import { Injectable } from '@nestjs/common';
import { can, withRoleIn, type ActionOn, type Principal } from '@kring/domain';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.ts';
import { requireAllowed } from '../common/require-allowed.ts';
import type { Actor } from '../identity/actor.ts';
import { NoteAccess } from '../notes/note-access.ts';
import type { NoteFactsRow } from '../notes/note-facts-access.ts';
import { toCommentFacts, toThreadFacts } from './comment-facts.ts';
import { CommentThreadsRepository, type CommentThreadRow } from './comment-threads.repository.ts';
import { CommentsRepository, type CommentRow } from './comments.repository.ts';

/** A thread that the actor may read, in its note, with who they are there at this moment. */
export interface OpenedThread {
  readonly note: NoteFactsRow;
  readonly thread: CommentThreadRow;
  readonly principal: Principal;
}

export interface OpenedComment extends OpenedThread {
  readonly comment: CommentRow;
}

/** The only door to threads and comments. It opens behind the door of their note. */
@Injectable()
export class CommentAccess {
  constructor(
    private readonly notes: NoteAccess,
    private readonly threads: CommentThreadsRepository,
    private readonly comments: CommentsRepository,
  ) {}

  /** In a transaction the note stays locked to the end: comments of one note are written one after another. */
  async requireNote(
    actor: Actor,
    noteId: string,
    action: ActionOn<'note'>,
    tx?: EntityManager,
  ): Promise<{ note: NoteFactsRow; principal: Principal }> {
    const note = await this.notes.requireNote(actor, noteId, action, tx);
    return { note, principal: withRoleIn(actor.principal, note.copId, note.myRole) };
  }

  /** A thread that may be read. */
  async requireReadable(actor: Actor, threadId: string, tx?: EntityManager): Promise<OpenedThread> {
    const noteId = await this.threads.findNoteId(threadId, tx);
    if (noteId === null) throw new AppError('not-found');
    const opened = await this.requireNote(actor, noteId, 'comment.read', tx);
    const thread = await this.threads.findById(threadId, actor.personId, tx);
    if (!thread) throw new AppError('not-found');
    return { ...opened, thread };
  }

  async requireThread(
    actor: Actor,
    threadId: string,
    action: ActionOn<'thread'>,
    tx: EntityManager,
  ): Promise<OpenedThread> {
    const opened = await this.requireReadable(actor, threadId, tx);
    requireAllowed(can(opened.principal, action, toThreadFacts(opened.thread, opened.note)));
    return opened;
  }

  async requireComment(
    actor: Actor,
    commentId: string,
    action: ActionOn<'comment'>,
    tx: EntityManager,
  ): Promise<OpenedComment> {
    const threadId = await this.comments.findThreadId(commentId, tx);
    if (threadId === null) throw new AppError('not-found');
    const opened = await this.requireReadable(actor, threadId, tx);
    const comment = await this.comments.findById(tx, commentId);
    if (!comment) throw new AppError('not-found');
    requireAllowed(can(opened.principal, action, toCommentFacts(comment, opened.note)));
    return { ...opened, comment };
  }
}
