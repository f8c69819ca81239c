import { useState } from 'react';
import type { CommentThread } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { useMe } from '../../../lib/app-state.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { CommentActs } from '../api/use-comment-acts.ts';
import { hasDraft, useDraft } from '../hooks/use-draft.ts';
import { Composer } from './composer.tsx';

const replyDraft = (threadId: string) => `${threadId}.reply`;

/** A field to answer in. */
function Reply({ thread, acts, onDone }: { thread: CommentThread; acts: CommentActs; onDone: () => void }) {
  const { t } = useTranslation('comments');
  const { draft, change, clear } = useDraft(replyDraft(thread.id));
  function done() {
    clear();
    onDone();
    // The field goes: whoever worked by keyboard goes on from the thread.
    document.querySelector<HTMLElement>(`[data-thread-card="${thread.id}"]`)?.focus();
  }
  return (
    <Composer
      noteId={thread.noteId}
      label={t('thread.replyField')}
      submitLabel={t('thread.sendReply')}
      typed={draft}
      onChange={change}
      onCancel={done}
      onSend={async (body) => {
        await acts.reply(thread.id, { requestId: draft.requestId, body });
        showToast(t('done.sent'));
        done();
      }}
    />
  );
}

/** The way to answer, for who may. */
export function ThreadFoot({ thread, acts }: { thread: CommentThread; acts: CommentActs }) {
  const { t } = useTranslation('comments');
  const me = useMe();
  const [isReplying, setReplying] = useState(() => hasDraft(me.id, replyDraft(thread.id)));
  if (!thread.abilities.includes('comment.reply')) return null;
  if (!isReplying) {
    return (
      <Button size="small" onPress={() => setReplying(true)} data-reply="">
        {t('thread.reply')}
      </Button>
    );
  }
  return <Reply thread={thread} acts={acts} onDone={() => setReplying(false)} />;
}
