import { TextQuote, Unlink } from 'lucide-react';
import type { CommentThread } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { NoteHandle } from '../../../lib/note-handle.ts';
import { marksOf } from '../editor/thread-marks.ts';
import { useOpenThread } from '../hooks/use-open-thread.ts';
import { usePlaces } from '../hooks/use-places.ts';
import styles from './thread-card.module.css';

/** The words that it is about, and the way to them. */
export function ThreadAbout({
  thread,
  handle,
  onLeave,
}: {
  thread: CommentThread;
  handle: NoteHandle | null;
  onLeave: () => void;
}) {
  const { t } = useTranslation('comments');
  const { open } = useOpenThread();
  const place = usePlaces(handle).get(thread.id);
  if (!thread.anchor) return <p className={styles.aboutNote}>{t('thread.aboutNote')}</p>;
  const { quote } = thread.anchor;
  const isGone = place === null;
  return (
    <div className={styles.about}>
      <blockquote className={styles.quote} data-gone={isGone || undefined}>
        {quote}
      </blockquote>
      {isGone ? (
        <p className={styles.gone}>
          <Unlink aria-hidden="true" />
          {t('thread.gone')}
        </p>
      ) : null}
      {place?.isWhole === false ? <p className={styles.gone}>{t('thread.changed')}</p> : null}
      {place && handle ? (
        <Button
          size="small"
          variant="quiet"
          icon={<TextQuote />}
          onPress={() => {
            open(thread.id, { takesFocus: false });
            onLeave();
            requestAnimationFrame(() => marksOf(handle).goTo(thread.id));
          }}
        >
          {t('thread.showInText')}
        </Button>
      ) : null}
    </div>
  );
}
