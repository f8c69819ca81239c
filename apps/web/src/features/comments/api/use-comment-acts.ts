import { useQueryClient } from '@tanstack/react-query';
import {
  commentEndpoints,
  type BodyPartInput,
  type Comment,
  type CommentAnchor,
  type CommentThread,
  type Reaction,
  type ThreadKind,
} from '@kring/contracts';
import { call } from '../../../lib/api/call.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useAct } from '../../../lib/use-act.ts';
import { showThread } from './comment-queries.ts';

export interface NewThread {
  readonly requestId: string;
  readonly kind: ThreadKind;
  readonly anchor: CommentAnchor | null;
  readonly body: BodyPartInput[];
}

/** Sending throws `ApiError`, so that a composer keeps what was typed; the other acts tell in a toast. */
export function useCommentActs(noteId: string) {
  const { t } = useTranslation('comments');
  const queryClient = useQueryClient();
  const act = useAct();
  const show = async (answer: Promise<CommentThread>): Promise<CommentThread> => {
    const thread = await answer;
    await showThread(queryClient, thread);
    return thread;
  };
  const change = (endpoint: 'resolveThread' | 'reopenThread', threadId: string) =>
    show(call(commentEndpoints[endpoint], { params: { threadId } }));
  const restore = (commentId: string) =>
    show(call(commentEndpoints.restoreComment, { params: { commentId } }));
  return {
    begin: (input: NewThread) =>
      show(call(commentEndpoints.createThread, { params: { noteId }, body: input })),
    reply: (threadId: string, input: { requestId: string; body: BodyPartInput[] }) =>
      show(call(commentEndpoints.createComment, { params: { threadId }, body: input })),
    edit: ({ id, version }: Comment, body: BodyPartInput[]) =>
      show(call(commentEndpoints.updateComment, { params: { commentId: id }, body: { version, body } })),
    remove: ({ id }: Comment) =>
      act.run(
        () => show(call(commentEndpoints.removeComment, { params: { commentId: id } })),
        t('done.removed'),
        {
          label: t('undo'),
          run: () => void act.run(() => restore(id), t('done.restored')),
        },
      ),
    restore: (commentId: string) => act.run(() => restore(commentId), t('done.restored')),
    resolve: (threadId: string) =>
      act.run(() => change('resolveThread', threadId), t('done.resolved'), {
        label: t('undo'),
        run: () => void act.run(() => change('reopenThread', threadId), t('done.reopened')),
      }),
    reopen: (threadId: string) => act.run(() => change('reopenThread', threadId), t('done.reopened')),
    react: (commentId: string, reaction: Reaction, isOn: boolean) =>
      act.run(() =>
        show(call(commentEndpoints.reactToComment, { params: { commentId }, body: { reaction, isOn } })),
      ),
  };
}
export type CommentActs = ReturnType<typeof useCommentActs>;
