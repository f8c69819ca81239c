import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { historyEndpoints, type Note } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { call } from '../../../lib/api/call.ts';
import { useFormats } from '../../../lib/format.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useAct } from '../../../lib/use-act.ts';
import { lastSeenTextQuery, lastVisitQuery } from '../api/history-queries.ts';
import { useCompared } from '../use-compared.ts';
import { ComparedText } from './compared-text.tsx';
import styles from './history.module.css';

/** What changed since the last visit of the person who looks. */
export function ChangesView({ note, onDone }: { note: Note; onDone: () => void }) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const queryClient = useQueryClient();
  const act = useAct();
  const visit = useQuery(lastVisitQuery(note.id));
  const isFirst = visit.data?.at === null;
  const compared = useCompared(note.id, 'now', isFirst ? null : 'seen');
  async function catchUp() {
    const isDone = await act.run(() =>
      call(historyEndpoints.recordVisit, { params: { noteId: note.id }, body: { isCaughtUp: true } }),
    );
    if (!isDone) return;
    onDone();
    await queryClient.invalidateQueries({ queryKey: lastVisitQuery(note.id).queryKey });
    await queryClient.invalidateQueries({ queryKey: lastSeenTextQuery(note.id).queryKey });
  }
  return (
    <>
      <h1 className={styles.title}>{t('sinceVisit')}</h1>
      {isFirst ? <p className={styles.facts}>{t('since.never')}</p> : null}
      {visit.data?.at ? (
        <p className={styles.facts}>
          {t('view.between', {
            before: t('since.before', { when: formats.ago(visit.data.at) }),
            after: t('now').toLowerCase(),
          })}
        </p>
      ) : null}
      {isFirst ? null : (
        <Button icon={<Check />} isBusy={act.isBusy} onPress={() => void catchUp()}>
          {t('view.caughtUp')}
        </Button>
      )}
      <ComparedText compared={compared} label={t('sinceVisit')} isAlone={isFirst} />
    </>
  );
}
