import { useState } from 'react';
import { Link2 } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Case } from '@kring/contracts';
import { Badge } from '../../../components/badge.tsx';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Section } from '../../../components/section.tsx';
import { QueryView } from '../../../components/states.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { caseQuestionsQuery } from '../../../lib/queries/agenda-queries.ts';
import { questionPath, questionTones } from '../model/questions.ts';
import styles from './case-questions.module.css';
import { lazyPart, Part } from '../../../components/part.tsx';

const CaseQuestionsForm = lazyPart(() => import('./case-questions-form.tsx'), 'CaseQuestionsForm');

/** The learning questions that a case feeds; nothing for who does not see the agenda of its CoP. */
export function CaseQuestions({ openCase }: { openCase: Case }) {
  const { t } = useTranslation('agenda');
  const [isChoosing, setChoosing] = useState(false);
  const query = useQuery(caseQuestionsQuery(openCase.id));
  const questions = query.data?.questions ?? [];
  const canChange = openCase.abilities.includes('case.update');
  if (query.data?.questions === null) return null;
  return (
    <Section
      title={t('ofCase.title')}
      action={
        canChange && query.data ? (
          <Button icon={<Link2 />} onPress={() => setChoosing(true)}>
            {t('ofCase.choose')}
          </Button>
        ) : null
      }
    >
      <QueryView query={query} lines={2}>
        {() =>
          questions.length === 0 ? (
            <p className={styles.soft}>{t(canChange ? 'ofCase.emptyOwn' : 'ofCase.empty')}</p>
          ) : (
            <ul role="list" className={styles.list}>
              {questions.map(({ id, letter, text, status }) => (
                <li key={id} className={styles.item}>
                  <span className={styles.letter} aria-hidden="true">
                    {letter}
                  </span>
                  <Link
                    to={questionPath(openCase.cop.slug, letter)}
                    // The question itself takes the focus.
                    state={{ keepFocus: true }}
                    className={styles.text}
                  >
                    <span className="visually-hidden">{t('question', { letter })}: </span>
                    {text}
                  </Link>
                  <Badge tone={questionTones[status]}>{t(`status.${status}`)}</Badge>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      <Dialog
        title={t('ofCase.chooseTitle', { title: openCase.title })}
        isOpen={isChoosing}
        onClose={() => setChoosing(false)}
      >
        <Part tells="toast">
          <CaseQuestionsForm openCase={openCase} linked={questions} onClose={() => setChoosing(false)} />
        </Part>
      </Dialog>
    </Section>
  );
}
