import type { CommentFacts, ThreadFacts } from '@kring/domain';
import { toNoteFacts, type NoteFactsRow } from '../notes/note-facts-access.ts';
import type { CommentThreadRow } from './comment-threads.repository.ts';
import type { CommentRow } from './comments.repository.ts';

export function toThreadFacts(thread: CommentThreadRow, note: NoteFactsRow): ThreadFacts {
  return {
    kind: 'thread',
    note: toNoteFacts(note),
    createdById: thread.createdBy.id,
    isResolved: thread.resolvedAt !== null,
  };
}

export function toCommentFacts(comment: CommentRow, note: NoteFactsRow): CommentFacts {
  return {
    kind: 'comment',
    note: toNoteFacts(note),
    createdById: comment.author.id,
    isRemoved: comment.removedAt !== null,
  };
}
