import { Check, Link2, RotateCcw } from 'lucide-react';
import type { CommentThread } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { ActionMenu } from '../../../components/menu.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { CommentActs } from '../api/use-comment-acts.ts';
import { threadLink } from '../hooks/use-open-thread.ts';

/** Resolve or reopen, and the link. */
export function ThreadActs({ thread, acts }: { thread: CommentThread; acts: CommentActs }) {
  const { t } = useTranslation('comments');
  const canResolve = thread.abilities.includes('comment.resolve');
  async function copyLink() {
    try {
      await navigator.clipboard.writeText(threadLink(thread.id));
      showToast(t('done.linkCopied'));
    } catch {
      showToast(t('done.linkFailed'), { tone: 'failed' });
    }
  }
  return (
    <>
      {canResolve ? (
        <Button
          size="small"
          variant="quiet"
          icon={thread.resolved ? <RotateCcw /> : <Check />}
          onPress={() => void (thread.resolved ? acts.reopen(thread.id) : acts.resolve(thread.id))}
        >
          {t(thread.resolved ? 'thread.reopen' : 'thread.resolve')}
        </Button>
      ) : null}
      <ActionMenu
        label={t('thread.more')}
        actions={[{ id: 'link', label: t('thread.copyLink'), icon: <Link2 />, run: () => void copyLink() }]}
      />
    </>
  );
}
