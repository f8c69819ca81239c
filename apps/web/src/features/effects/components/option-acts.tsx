import { useState } from 'react';
import { Download, Plus, Printer } from 'lucide-react';
import type { EffectOption } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { ActionMenu } from '../../../components/menu.tsx';
import { Row, Rows } from '../../../components/rows.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useAct } from '../../../lib/use-act.ts';
import type { EffectActs } from '../hooks/use-effect-acts.ts';
import { useMatrixCsv } from '../hooks/use-matrix-csv.ts';
import type { MatrixView } from '../model/matrix-view.ts';
import { OptionFormDialog } from './option-form-dialog.tsx';
import styles from './effects-page.module.css';

/** Adding an option, and taking the matrix along on paper or as a file. */
export function OptionActs({
  view,
  acts,
  caseTitle,
  onAdded,
}: {
  view: MatrixView;
  acts: EffectActs;
  caseTitle: string;
  onAdded: (optionId: string) => void;
}) {
  const { t } = useTranslation('effects');
  const [isAdding, setAdding] = useState(false);
  const download = useMatrixCsv(view, caseTitle);
  return (
    <div className={styles.acts}>
      {view.may.manage ? (
        <Button icon={<Plus />} onPress={() => setAdding(true)}>
          {t('option.add')}
        </Button>
      ) : null}
      <ActionMenu
        label={t('export.menu')}
        actions={[
          { id: 'print', label: t('export.print'), icon: <Printer />, run: () => window.print() },
          { id: 'csv', label: t('export.csv'), icon: <Download />, run: download },
        ]}
      />
      <OptionFormDialog
        title={t('option.addTitle')}
        isOpen={isAdding}
        view={view}
        acts={acts}
        onSaved={onAdded}
        onClose={() => setAdding(false)}
      />
    </div>
  );
}

/** Options that were taken away, each with the way back. */
export function RemovedOptions({ view, acts }: { view: MatrixView; acts: EffectActs }) {
  const { t } = useTranslation('effects');
  const act = useAct();
  if (!view.may.manage || view.removedOptions.length === 0) return null;
  const restore = (option: EffectOption) =>
    void act.run(
      () => acts.updateOption(option, { isRemoved: false }),
      t('option.restored', { title: option.title }),
    );
  return (
    <details className={styles.removed}>
      <summary>{`${t('option.removedList')} (${view.removedOptions.length})`}</summary>
      <Rows label={t('option.removedList')}>
        {view.removedOptions.map((option) => (
          <Row
            key={option.id}
            end={
              <Button
                size="small"
                aria-label={`${t('option.restore')}: ${option.title}`}
                onPress={() => restore(option)}
              >
                {t('option.restore')}
              </Button>
            }
          >
            {option.title}
          </Row>
        ))}
      </Rows>
    </details>
  );
}
