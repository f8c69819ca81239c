import type { NoteFacts } from '@kring/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Cell } from './permission-cells.ts';
import type { PermissionWorld, WorldNote, WorldThread } from './permission-world.ts';
import type { TestApp } from './test-app.ts';

const body = [{ type: 'text', text: 'X' }];
const wheresOfThreads = new Set([
  'note in case: private',
  'note in case: cop',
  'archived note in case: cop',
  'note in case: network',
  'note in case: cop, holder gone',
  'note in case: cop, concluded',
  'note in case: network, archived',
]);
const stale = { version: -1, body };

/** For each endpoint of comments all notes, threads and comments to call it on. */
export function commentCells(world: PermissionWorld, server: TestApp) {
  const all = Object.entries(world.cases).flatMap(([state, found]) =>
    found.notes.map((note) => ({ note, where: placeOf(state, note.facts) })),
  );
  // What a thread adds to its note is tried in a few states: the others differ only in who sees the note.
  const some = all.filter(({ where }) => wheresOfThreads.has(where));
  const inNote =
    (make: (note: WorldNote) => Partial<Cell> = () => ({})) =>
    async (): Promise<Cell[]> =>
      all.map(({ note, where }) => ({
        object: where,
        facts: note.facts,
        params: { noteId: note.id },
        ...make(note),
      }));
  const inThread =
    (make: (thread: WorldThread) => Partial<Cell> = () => ({})) =>
    async (): Promise<Cell[]> =>
      some.flatMap(({ note, where }) =>
        note.threads.map((thread) => ({
          object: `${thread.facts.isResolved ? 'resolved' : 'open'} thread in ${where}`,
          facts: thread.facts,
          params: { threadId: thread.id },
          ...make(thread),
        })),
      );
  const onComment = (make: (thread: WorldThread) => Partial<Cell> = () => ({})) =>
    inThread((thread) => ({
      facts: thread.commentFacts,
      params: { commentId: thread.commentId },
      ...make(thread),
    }));
  const resetThread = ({ id, facts }: WorldThread) => ({
    undo: () =>
      server.query(
        `UPDATE comment_threads SET resolved_at = CASE WHEN $2 THEN now() END,
                resolved_by_id = CASE WHEN $2 THEN created_by_id END WHERE id = $1`,
        [id, facts.isResolved],
      ),
  });
  const resetComment = ({ commentId, commentFacts }: WorldThread) => ({
    undo: () =>
      server.query(
        `UPDATE comments SET removed_at = CASE WHEN $2 THEN now() END,
                removed_by_id = CASE WHEN $2 THEN author_id END WHERE id = $1`,
        [commentId, commentFacts.isRemoved],
      ),
  });
  return {
    listThreads: inNote(() => ({ query: { filter: 'open' } })),
    countThreads: inNote(),
    listMentionable: inNote(),
    createThread: inNote(() => ({ body: { requestId: uuidv7(), kind: 'remark', anchor: null, body } })),
    // Reading is decided by the note in which the thread is.
    getThread: inThread(({ facts }) => ({ facts: facts.note })),
    createComment: inThread(() => ({ body: { requestId: uuidv7(), body } })),
    resolveThread: inThread(resetThread),
    reopenThread: inThread(resetThread),
    updateComment: onComment(() => ({ body: stale, passesWith: ['changed-meanwhile'] })),
    removeComment: onComment(resetComment),
    restoreComment: onComment((thread) => ({ ...resetComment(thread), passesWith: ['undo-too-late'] })),
    reactToComment: onComment(() => ({ body: { reaction: 'agree', isOn: true } })),
  };
}

function placeOf(state: string, { isArchived }: NoteFacts): string {
  return `${isArchived ? 'archived note' : 'note'} in case: ${state}`;
}
