import { useState } from 'react';
import { ArrowLeft, ArrowRight, RotateCcw } from 'lucide-react';
import { findTheme } from '@kring/domain';
import type { EffectCell } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useCellName } from '../hooks/use-cell-name.ts';
import type { EffectActs } from '../hooks/use-effect-acts.ts';
import type { MatrixView } from '../model/matrix-view.ts';
import { CellSpread } from './cell-spread.tsx';
import { CellTalk } from './cell-talk.tsx';
import { MyInputForm } from './my-input-form.tsx';
import styles from './cell-dialog.module.css';

interface CellDialogProps {
  caseId: string;
  view: MatrixView;
  acts: EffectActs;
  cell: EffectCell;
  onOpen: (cell: EffectCell) => void;
  onClose: () => void;
}

/** One cell: filling it in while its round is open; the spread, the talk and what follows from it after the reveal. */
export function CellDialog({ caseId, view, acts, cell, onOpen, onClose }: CellDialogProps) {
  const { t } = useTranslation('effects');
  const name = useCellName(view);
  const option = view.options.find(({ id }) => id === cell.optionId);
  const explanation = findTheme(view.framework, cell.theme)?.explanation[view.language];
  return (
    <Dialog title={name.short(cell)} isOpen onClose={onClose}>
      <div className={styles.about}>
        <p className={styles.option}>{option?.title}</p>
        <p>{explanation}</p>
      </div>
      {view.may.contribute ? (
        <MyInputForm key={`${cell.id}/${cell.round}`} caseId={caseId} cell={cell} />
      ) : cell.isCollecting ? (
        <p>{t('cell.waiting')}</p>
      ) : null}
      {cell.spread ? <CellSpread cell={cell} /> : null}
      {cell.isCollecting && !cell.agreed ? null : (
        <CellTalk key={cell.id} view={view} acts={acts} cell={cell} />
      )}
      <div className={styles.foot}>
        <Neighbours view={view} cell={cell} onOpen={onOpen} />
        {view.may.manage ? <RoundActs acts={acts} cell={cell} title={name.short(cell)} /> : null}
      </div>
    </Dialog>
  );
}

function Neighbours({ view, cell, onOpen }: Pick<CellDialogProps, 'view' | 'cell' | 'onOpen'>) {
  const { t } = useTranslation('effects');
  const cells = view.cellsOf(cell.optionId);
  const at = cells.findIndex(({ id }) => id === cell.id);
  const [before, after] = [cells[at - 1], cells[at + 1]];
  return (
    <div className={styles.neighbours}>
      <Button
        variant="quiet"
        icon={<ArrowLeft />}
        isDisabled={!before}
        onPress={() => {
          if (before) onOpen(before);
        }}
      >
        {t('cell.previous')}
      </Button>
      <Button
        variant="quiet"
        icon={<ArrowRight />}
        isDisabled={!after}
        onPress={() => {
          if (after) onOpen(after);
        }}
      >
        {t('cell.next')}
      </Button>
    </div>
  );
}

function RoundActs({ acts, cell, title }: { acts: EffectActs; cell: EffectCell; title: string }) {
  const { t } = useTranslation('effects');
  const [isAsking, setAsking] = useState(false);
  const { isCollecting } = cell;
  return (
    <>
      <Button variant="quiet" icon={isCollecting ? undefined : <RotateCcw />} onPress={() => setAsking(true)}>
        {t(isCollecting ? 'cell.reveal' : 'cell.reopen')}
      </Button>
      <ConfirmDialog
        title={`${t(isCollecting ? 'cell.revealTitle' : 'cell.reopenTitle')} ${title}`}
        confirmLabel={t(isCollecting ? 'phase.revealConfirm' : 'cell.reopen')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await (isCollecting ? acts.revealCell(cell) : acts.reopenCell(cell));
          showToast(t(isCollecting ? 'phase.revealDone' : 'cell.reopened'));
        }}
      >
        <p>{t(isCollecting ? 'phase.revealText' : 'cell.reopenText')}</p>
      </ConfirmDialog>
    </>
  );
}
