import { useEffect, useRef } from 'react';
import { CloudOff, LockKeyhole, LogIn, RotateCw } from 'lucide-react';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useLocation } from 'react-router';
import type { RoomStatus } from '@kring/collab-client';
import { Button, ButtonLink } from '../../../components/button.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import styles from './note-sheet.module.css';

const known = [
  'access-lost',
  'signed-out',
  'deleted',
  'not-found',
  'unavailable',
  'limit',
  'reload-needed',
] as const;

/** In the place of a text that closed: what happened, what remains, what to do. */
export function RoomClosed({
  closeCode,
  onRetry,
}: {
  closeCode: RoomStatus['closeCode'];
  onRetry: () => void;
}) {
  const { t } = useTranslation('notes');
  if (closeCode === 'generation-changed') return <Renewed onRetry={onRetry} />;
  const code = known.find((candidate) => candidate === closeCode) ?? 'other';
  const isLocked =
    code === 'access-lost' || code === 'not-found' || code === 'signed-out' || code === 'deleted';
  const Icon = isLocked ? LockKeyhole : CloudOff;
  return (
    <section role="alert" className={styles.closed} data-close-code={closeCode ?? ''}>
      <Icon aria-hidden="true" />
      <h2 className={styles.closedTitle}>{t(`closed.${code}.title`)}</h2>
      <p>{t(`closed.${code}.text`)}</p>
      <ClosedAction code={code} onRetry={onRetry} />
    </section>
  );
}

/** The text was made anew without words that had to go: whoever reads gets the new one at once. */
function Renewed({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('writing');
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current) return;
    isDone.current = true;
    showToast(t('more.redacted'));
    onRetry();
  }, [t, onRetry]);
  return null;
}

function ClosedAction({ code, onRetry }: { code: (typeof known)[number] | 'other'; onRetry: () => void }) {
  const { t } = useTranslation('notes');
  const { pathname } = useLocation();
  switch (code) {
    case 'signed-out':
      return (
        <ButtonLink variant="primary" icon={<LogIn />} to={`/sign-in?next=${encodeURIComponent(pathname)}`}>
          {t('closed.signIn')}
        </ButtonLink>
      );
    case 'access-lost':
    case 'deleted':
    case 'not-found':
      return (
        <ButtonLink variant="primary" to="/">
          {t('closed.back')}
        </ButtonLink>
      );
    case 'reload-needed':
      return (
        <Button variant="primary" icon={<RotateCw />} onPress={() => window.location.reload()}>
          {t('closed.reload')}
        </Button>
      );
    default:
      return (
        <Button variant="primary" icon={<RotateCw />} onPress={onRetry}>
          {t('closed.retry')}
        </Button>
      );
  }
}
