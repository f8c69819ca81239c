import { z } from 'zod';
import { idSchema } from '../common.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { personSchema } from '../identity/identity.schema.ts';
import * as comments from './comment.schema.ts';

const noteParams = z.strictObject({ noteId: idSchema });
const threadParams = z.strictObject({ threadId: idSchema });
const commentParams = z.strictObject({ commentId: idSchema });

export const commentEndpoints = {
  listThreads: endpoint({
    method: 'GET',
    path: '/notes/:noteId/threads',
    access: 'comment.read',
    summary: 'The threads of a note, newest first.',
    params: noteParams,
    query: z.strictObject({
      filter: comments.threadFilterSchema.default('open'),
      before: idSchema.optional(),
    }),
    response: comments.commentThreadPageSchema,
  }),
  countThreads: endpoint({
    method: 'GET',
    path: '/notes/:noteId/thread-counts',
    access: 'comment.read',
    summary: 'How many threads of a note each filter finds.',
    params: noteParams,
    response: comments.threadCountsSchema,
  }),
  listMentionable: endpoint({
    method: 'GET',
    path: '/notes/:noteId/mentionable-people',
    access: 'comment.create',
    summary: 'Members of the CoP who can read the note, and so can be mentioned in it.',
    params: noteParams,
    response: z.array(personSchema),
    errors: ['note-archived', 'case-archived'],
  }),
  createThread: endpoint({
    method: 'POST',
    path: '/notes/:noteId/threads',
    access: 'comment.create',
    summary: 'Begins a thread about words of a note, or about the whole of it.',
    params: noteParams,
    body: comments.createThreadInputSchema,
    response: comments.commentThreadSchema,
    errors: ['mention-not-possible', 'discussion-full', 'note-archived', 'case-archived'],
  }),
  getThread: endpoint({
    method: 'GET',
    path: '/threads/:threadId',
    access: 'comment.read',
    summary: 'One thread with all its comments.',
    params: threadParams,
    response: comments.commentThreadSchema,
  }),
  createComment: endpoint({
    method: 'POST',
    path: '/threads/:threadId/comments',
    access: 'comment.reply',
    summary: 'Answers in a thread.',
    params: threadParams,
    body: comments.createCommentInputSchema,
    response: comments.commentThreadSchema,
    errors: ['mention-not-possible', 'discussion-full', 'thread-resolved', 'note-archived', 'case-archived'],
  }),
  resolveThread: endpoint({
    method: 'POST',
    path: '/threads/:threadId/resolve',
    access: 'comment.resolve',
    summary: 'Marks a thread as dealt with.',
    params: threadParams,
    response: comments.commentThreadSchema,
    errors: ['note-archived', 'case-archived'],
  }),
  reopenThread: endpoint({
    method: 'POST',
    path: '/threads/:threadId/reopen',
    access: 'comment.resolve',
    summary: 'Opens a thread again.',
    params: threadParams,
    response: comments.commentThreadSchema,
    errors: ['note-archived', 'case-archived'],
  }),
  updateComment: endpoint({
    method: 'PATCH',
    path: '/comments/:commentId',
    access: 'comment.edit',
    summary: 'Changes what one wrote.',
    params: commentParams,
    body: comments.updateCommentInputSchema,
    response: comments.commentThreadSchema,
    errors: [
      'changed-meanwhile',
      'comment-removed',
      'mention-not-possible',
      'note-archived',
      'case-archived',
    ],
  }),
  removeComment: endpoint({
    method: 'POST',
    path: '/comments/:commentId/remove',
    access: 'comment.remove',
    summary: 'Removes a comment; its text is wiped after a while.',
    params: commentParams,
    response: comments.commentThreadSchema,
  }),
  restoreComment: endpoint({
    method: 'POST',
    path: '/comments/:commentId/restore',
    access: 'comment.remove',
    summary: 'Brings back a comment that one removed a moment ago.',
    params: commentParams,
    response: comments.commentThreadSchema,
    errors: ['undo-too-late'],
  }),
  reactToComment: endpoint({
    method: 'POST',
    path: '/comments/:commentId/react',
    access: 'comment.react',
    summary: 'Gives or takes back a reaction.',
    params: commentParams,
    body: comments.reactInputSchema,
    response: comments.commentThreadSchema,
    errors: ['comment-removed', 'note-archived', 'case-archived'],
  }),
} as const satisfies Record<string, Endpoint>;
