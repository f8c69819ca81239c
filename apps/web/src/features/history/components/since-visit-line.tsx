import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../../components/button.tsx';
import { useFormats } from '../../../lib/format.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { lastVisitQuery } from '../api/history-queries.ts';
import { useCompared } from '../use-compared.ts';
import { useHistoryView } from '../use-history-view.ts';
import styles from './history.module.css';

/** One quiet line above a note that changed since one was here. */
export function SinceVisitLine({ noteId }: { noteId: string }) {
  const visit = useQuery({ ...lastVisitQuery(noteId), staleTime: Infinity });
  const [isClosed, setClosed] = useState(false);
  const { at = null, isChanged = false } = visit.data ?? {};
  if (!isChanged || at === null || isClosed) return null;
  return <Line noteId={noteId} at={at} onClose={() => setClosed(true)} />;
}

function Line({ noteId, at, onClose }: { noteId: string; at: string; onClose: () => void }) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const view = useHistoryView();
  const { comparison } = useCompared(noteId, 'now', 'seen');
  const count = comparison?.changes.length ?? 0;
  if (count === 0) return null;
  return (
    <div className={styles.line} data-since-visit="">
      <p role="status">{t('since.line', { count, when: formats.ago(at) })}</p>
      <Button size="small" onPress={() => view.open('changes')}>
        {t('since.view')}
      </Button>
      <Button size="small" variant="quiet" onPress={onClose}>
        {t('since.close')}
      </Button>
    </div>
  );
}
