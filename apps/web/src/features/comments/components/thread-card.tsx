import { useEffect, useRef, useState } from 'react';
import { Check } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import type { CommentThread } from '@kring/contracts';
import { Badge, type Tone } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { useFormats } from '../../../lib/format.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import { threadQuery } from '../api/comment-queries.ts';
import { useCommentActs } from '../api/use-comment-acts.ts';
import { marksOf } from '../editor/thread-marks.ts';
import { useOpenThread } from '../hooks/use-open-thread.ts';
import { usePlaces } from '../hooks/use-places.ts';
import { CommentItem } from './comment-item.tsx';
import { ThreadFoot } from './reply.tsx';
import { ThreadAbout } from './thread-about.tsx';
import { ThreadActs } from './thread-acts.tsx';
import styles from './thread-card.module.css';

interface ThreadCardProps {
  thread: CommentThread;
  handle: NoteHandle | null;
  isOpen: boolean;
  onLeave: () => void;
}

const tones: Record<CommentThread['kind'], Tone> = {
  remark: 'neutral',
  question: 'later',
  'required-change': 'warning',
};

/** One thread: what it is about, what was said, and what one may do. */
export function ThreadCard({ thread: listed, handle, isOpen, onLeave }: ThreadCardProps) {
  const { t } = useTranslation('comments');
  const formats = useFormats();
  const [isWhole, setWhole] = useState(false);
  const { data: thread = listed } = useQuery({
    ...threadQuery(listed.noteId, listed.id),
    enabled: isOpen || isWhole,
  });
  const acts = useCommentActs(thread.noteId);
  const card = useFocusWhenOpen(isOpen, listed.id, handle);
  const hidden = thread.comments.length > listed.comments.length ? 0 : hiddenIn(thread);

  return (
    <article
      ref={card}
      tabIndex={-1}
      className={styles.card}
      data-thread-card={thread.id}
      data-open={isOpen || undefined}
      aria-label={t('thread.label', { kind: t(`kind.${thread.kind}`), name: thread.createdBy.name })}
    >
      <header className={styles.header}>
        <Badge tone={tones[thread.kind]}>{t(`kind.${thread.kind}`)}</Badge>
        {thread.resolved ? <Badge tone="success">{t('thread.resolvedBadge')}</Badge> : null}
        <span className={styles.end}>
          <ThreadActs thread={thread} acts={acts} />
        </span>
      </header>
      <ThreadAbout thread={thread} handle={handle} onLeave={onLeave} />
      <ol role="list" className={styles.comments}>
        {thread.comments.map((comment, index) => (
          <li key={comment.id}>
            <CommentItem comment={comment} noteId={thread.noteId} acts={acts} />
            {index === 0 && hidden > 0 ? (
              <Button size="small" variant="quiet" onPress={() => setWhole(true)}>
                {t('thread.showMore', { count: hidden })}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {thread.resolved ? (
        <p className={styles.resolved}>
          <Check aria-hidden="true" />
          {t('thread.resolvedBy', { name: thread.resolved.by.name, when: formats.ago(thread.resolved.at) })}
        </p>
      ) : null}
      <ThreadFoot thread={thread} acts={acts} />
    </article>
  );
}

/** How many comments a list leaves out: of a long thread it has the first and the last two. */
function hiddenIn({ comments, commentCount }: CommentThread): number {
  const shown = comments.filter(({ removed }) => removed === null).length;
  return Math.max(0, commentCount - shown);
}

/** Brings the card that the address names into view, and into focus where somebody went to it. */
function useFocusWhenOpen(isOpen: boolean, threadId: string, handle: NoteHandle | null) {
  const card = useRef<HTMLElement>(null);
  const { takesFocus } = useOpenThread();
  useEffect(() => {
    if (!isOpen) return;
    card.current?.scrollIntoView({ block: 'nearest' });
    if (takesFocus && !card.current?.contains(document.activeElement)) card.current?.focus();
  }, [isOpen, takesFocus, threadId]);
  const isPlaced = usePlaces(handle).has(threadId);
  useEffect(() => {
    if (isOpen && isPlaced && handle && takesFocus) marksOf(handle).goTo(threadId);
  }, [isOpen, isPlaced, handle, takesFocus, threadId]);
  return card;
}
