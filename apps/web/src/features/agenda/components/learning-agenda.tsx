import { useEffect, useState } from 'react';
import { Plus } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import type { Cop, LearningAgenda as Agenda } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { EmptyState, QueryView } from '../../../components/states.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { agendaQuery } from '../../../lib/queries/agenda-queries.ts';
import { isClosed, questionAnchor } from '../model/questions.ts';
import { QuestionCard, type QuestionAct } from './question-card.tsx';
import styles from './learning-agenda.module.css';
import { lazyPart, Part } from '../../../components/part.tsx';

const QuestionDialog = lazyPart(() => import('./question-dialog.tsx'), 'QuestionDialog');

/** The learning questions of a CoP, each with its wordings side by side. */
export function LearningAgenda({ cop }: { cop: Cop }) {
  const { t } = useTranslation('agenda');
  const isHidden = !cop.abilities.includes('learning-question.list');
  const query = useQuery({ ...agendaQuery(cop.id), enabled: !isHidden });
  if (isHidden) return <EmptyState title={t('hidden')}>{t('hiddenText')}</EmptyState>;
  return (
    <QueryView query={query} lines={6}>
      {(agenda) => <Questions cop={cop} agenda={agenda} />}
    </QueryView>
  );
}

function Questions({ cop, agenda }: { cop: Cop; agenda: Agenda }) {
  const { t } = useTranslation('agenda');
  const [open, setOpen] = useState<QuestionAct | null>(null);
  const { hash } = useLocation();
  const named = agenda.questions.find(({ letter }) => hash === `#${questionAnchor(letter)}`);
  const [showsClosed, setShowsClosed] = useState(named !== undefined && isClosed(named));
  useEffect(() => {
    if (hash === '') return;
    const card = document.getElementById(decodeURIComponent(hash.slice(1)));
    card?.scrollIntoView({ block: 'start' });
    card?.focus({ preventScroll: true });
  }, [hash]);
  const canAdd = agenda.abilities.includes('learning-question.create');
  const closed = agenda.questions.filter(isClosed);
  const shown = showsClosed ? agenda.questions : agenda.questions.filter((question) => !isClosed(question));
  const add = (
    <Button icon={<Plus />} onPress={() => setOpen({ kind: 'add' })}>
      {t('add')}
    </Button>
  );
  return (
    <div className={styles.agenda}>
      {agenda.questions.length === 0 ? (
        <EmptyState title={t('empty')} action={canAdd ? add : null}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <>
          <div className={styles.head}>
            <p className={styles.lead}>{t('lead')}</p>
            {canAdd ? add : null}
          </div>
          <ol className={styles.list}>
            {shown.map((question) => (
              <li key={question.id}>
                <QuestionCard question={question} agenda={agenda} onAct={setOpen} />
              </li>
            ))}
          </ol>
          {closed.length > 0 ? (
            <Button
              variant="quiet"
              size="small"
              aria-expanded={showsClosed}
              onPress={() => setShowsClosed(!showsClosed)}
            >
              {showsClosed ? t('hideClosed') : t('closed', { count: closed.length })}
            </Button>
          ) : null}
        </>
      )}
      {open ? (
        <Part tells="toast">
          <QuestionDialog cop={cop} agenda={agenda} act={open} onClose={() => setOpen(null)} />
        </Part>
      ) : null}
    </div>
  );
}
