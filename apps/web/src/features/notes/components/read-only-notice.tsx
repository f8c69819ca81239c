import { useState } from 'react';
import { Eye, RotateCw, TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { RoomClient } from '@kring/collab-client';
import { noteToText, readNote } from '@kring/live-documents';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import type { SteadyStatus } from '../hooks/use-note-room.ts';
import styles from './note-sheet.module.css';

const reasons = [
  'note-archived',
  'case-archived',
  'case-concluded',
  'role-observer',
  'role-commenter',
  'not-member',
  'refused',
  'reload-needed',
] as const;

/** Why this person cannot write now, and who can change that. */
export function ReadOnlyNotice({
  room,
  status,
  facilitatorsPath,
  onReopen,
}: {
  room: RoomClient;
  status: SteadyStatus;
  /** Where one sees who can give a role; null while that is not known. */
  facilitatorsPath: string | null;
  onReopen: () => void;
}) {
  const { t } = useTranslation('notes');
  const reason = status.isRefused
    ? 'refused'
    : (reasons.find((candidate) => candidate === status.reason) ??
      (status.access === 'unknown' ? 'waiting' : 'other'));
  const Icon = reason === 'refused' ? TriangleAlert : Eye;
  return (
    <section
      role={reason === 'refused' ? 'alert' : 'status'}
      className={styles.notice}
      data-tone={reason === 'refused' ? 'warning' : 'calm'}
      data-reason={reason}
    >
      <Icon aria-hidden="true" />
      <div>
        <strong>{t(`readOnly.${reason}.title`)}</strong>
        <p>{t(`readOnly.${reason}.text`)}</p>
        {facilitatorsPath && (reason === 'role-observer' || reason === 'role-commenter') ? (
          <Link to={facilitatorsPath}>{t('readOnly.facilitators')}</Link>
        ) : null}
        {reason === 'refused' ? <RefusedActions room={room} onReopen={onReopen} /> : null}
        {reason === 'reload-needed' ? (
          <Button size="small" icon={<RotateCw />} onPress={() => window.location.reload()}>
            {t('closed.reload')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function RefusedActions({ room, onReopen }: { room: RoomClient; onReopen: () => void }) {
  const { t } = useTranslation('notes');
  const [isAsking, setAsking] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(noteToText(readNote(room.docWithRefused())));
      showToast(t('refused.copied'));
    } catch {
      showToast(t('refused.copyFailed'), { tone: 'failed' });
    }
  }

  return (
    <div className={styles.noticeActions}>
      <Button variant="primary" size="small" onPress={() => void copy()}>
        {t('refused.copy')}
      </Button>
      <Button size="small" onPress={() => setAsking(true)}>
        {t('refused.discard')}
      </Button>
      <ConfirmDialog
        title={t('refused.question')}
        confirmLabel={t('refused.discard')}
        isDanger
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await room.discardRefused();
          onReopen();
        }}
      >
        {t('refused.warning')}
      </ConfirmDialog>
    </div>
  );
}
