import { useRef, useState } from 'react';
import { CircleCheck, ListPlus } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { KnowledgeGap } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { focusOnceUncovered } from '../../../lib/once-uncovered.ts';
import type { EffectActs } from '../hooks/use-effect-acts.ts';
import type { MatrixView } from '../model/matrix-view.ts';
import styles from './gap-list.module.css';

interface GapOnAgendaProps {
  view: MatrixView;
  acts: EffectActs;
  gap: KnowledgeGap;
}

/** The learning question that a gap has become, or the way to make it one. */
export function GapOnAgenda({ view, acts, gap }: GapOnAgendaProps) {
  const { t } = useTranslation('effects');
  const queryClient = useQueryClient();
  const box = useRef<HTMLDivElement>(null);
  const [isAsking, setAsking] = useState(false);
  const question = gap.learningQuestion;

  async function propose() {
    const { matrix } = await acts.proposeQuestion(gap);
    void queryClient.invalidateQueries({ queryKey: ['cops'] });
    void queryClient.invalidateQueries({ queryKey: ['cases', 'questions-of'] });
    const made = matrix?.gaps.find(({ id }) => id === gap.id)?.learningQuestion;
    showToast(t('gap.proposed', { letter: made?.letter ?? '' }));
    // The button that was pressed has become a link.
    focusOnceUncovered(() => box.current?.querySelector('a'));
  }
  if (!question && !view.may.propose) return null;
  return (
    <div ref={box} className={styles.agenda}>
      {question ? (
        <Link
          to={`/cops/${question.copSlug}/agenda#leervraag-${question.letter}`}
          // The question itself takes the focus.
          state={{ keepFocus: true }}
        >
          <CircleCheck aria-hidden="true" />
          {t('gap.onAgenda', { letter: question.letter })}
        </Link>
      ) : (
        <Button
          variant="quiet"
          size="small"
          icon={<ListPlus />}
          aria-label={`${t('gap.propose')}: ${gap.question}`}
          onPress={() => setAsking(true)}
        >
          {t('gap.propose')}
        </Button>
      )}
      <ConfirmDialog
        title={t('gap.proposeTitle')}
        confirmLabel={t('gap.propose')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={propose}
      >
        <p>
          <strong>{gap.question}</strong>
        </p>
        <p>{t('gap.proposeText')}</p>
      </ConfirmDialog>
    </div>
  );
}
