import { useState } from 'react';
import { Bell, Eye, Lock, MessagesSquare } from 'lucide-react';
import { askedFor } from '@kring/domain';
import type { EffectCell } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useAct } from '../../../lib/use-act.ts';
import type { EffectActs } from '../hooks/use-effect-acts.ts';
import { phaseOf, type MatrixView } from '../model/matrix-view.ts';
import styles from './phase-bar.module.css';

interface PhaseBarProps {
  view: MatrixView;
  acts: EffectActs;
  onOpen: (cell: EffectCell) => void;
}

/** Where the group is, who sees what now, and the one act that brings it on. */
export function PhaseBar({ view, acts, onOpen }: PhaseBarProps) {
  const { t } = useTranslation('effects');
  const [isAsking, setAsking] = useState(false);
  const phase = phaseOf(view.matrix.cells);
  const { progress } = view.matrix;
  const progressText = progress ? t('phase.progress', { filled: progress.filled, of: progress.of }) : '';
  const isOpen = phase !== 'revealed';
  const mineText = isOpen && view.may.contribute ? t('phase.mine', minePart(view)) : '';
  const [first, ...others] = isOpen ? [] : askedFor(view.matrix.cells);
  const secret = view.may.contribute ? t('phase.secret') : t('phase.reader');
  return (
    <section aria-label={t('phase.label')} className={styles.bar} data-phase={phase}>
      <div className={styles.text}>
        <h2 className={styles.title}>
          {isOpen ? <Lock aria-hidden="true" /> : <MessagesSquare aria-hidden="true" />}
          {t(`phase.${phase}`)}
        </h2>
        <p>{isOpen ? secret : t(view.may.contribute ? 'phase.talk' : 'phase.talkReader')}</p>
        {view.may.contribute && !isOpen ? <p className={styles.over}>{t('phase.over')}</p> : null}
        <p role="status" className={styles.progress}>
          {[mineText, progressText].filter(Boolean).join(' ')}
        </p>
        {first ? (
          <p className={styles.asked}>
            {t('phase.asked', { count: others.length + 1 })}{' '}
            <button type="button" className={styles.link} onClick={() => onOpen(first)}>
              {t('phase.showAsked')}
            </button>
          </p>
        ) : null}
      </div>
      {isOpen && view.may.manage ? (
        <div className={styles.acts}>
          {progress && progress.filled < progress.of ? <AskAgain acts={acts} /> : null}
          <Button variant="primary" icon={<Eye />} onPress={() => setAsking(true)}>
            {t('phase.reveal')}
          </Button>
        </div>
      ) : null}
      <ConfirmDialog
        title={t('phase.revealTitle')}
        confirmLabel={t('phase.revealConfirm')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await acts.reveal();
          showToast(t('phase.revealDone'));
        }}
      >
        <p>{t('phase.revealText')}</p>
        {progressText ? <p className={styles.progress}>{progressText}</p> : null}
      </ConfirmDialog>
    </section>
  );
}

/** How far somebody is with what they can still fill in. */
function minePart({ options, cellsOf }: MatrixView): { filled: number; of: number } {
  const open = options.flatMap(({ id }) => cellsOf(id)).filter(({ isCollecting }) => isCollecting);
  return { filled: open.filter(({ mine }) => mine !== null).length, of: open.length };
}

/** Who has filled in nothing yet is not said: they are told, and nobody else is. */
function AskAgain({ acts }: Pick<PhaseBarProps, 'acts'>) {
  const { t } = useTranslation('effects');
  const act = useAct();
  const ask = async () => {
    const { isAsked } = await acts.ask();
    showToast(t(isAsked ? 'phase.askDone' : 'phase.askNobody'));
  };
  return (
    <Button icon={<Bell />} isDisabled={act.isBusy} onPress={() => void act.run(ask)}>
      {t('phase.ask')}
    </Button>
  );
}
