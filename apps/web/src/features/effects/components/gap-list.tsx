import { useState } from 'react';
import { Pencil, Trash2 } from 'lucide-react';
import type { KnowledgeGap } from '@kring/contracts';
import { Dialog } from '../../../components/dialog.tsx';
import { ActionMenu } from '../../../components/menu.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useCellName } from '../hooks/use-cell-name.ts';
import type { EffectActs } from '../hooks/use-effect-acts.ts';
import type { MatrixView } from '../model/matrix-view.ts';
import { GapOnAgenda } from './gap-on-agenda.tsx';
import styles from './gap-list.module.css';
import { lazyPart, Part } from '../../../components/part.tsx';

const GapForm = lazyPart(() => import('./gap-form.tsx'), 'GapForm');

interface GapListProps {
  view: MatrixView;
  acts: EffectActs;
  gaps: readonly KnowledgeGap[];
  /** Opens the cell in which a gap came up; absent where that cell is open already. */
  onOpen?: (cellId: string) => void;
}

/** What nobody knows: proposals for learning questions. */
export function GapList({ view, acts, gaps, onOpen }: GapListProps) {
  const { t } = useTranslation('effects');
  const name = useCellName(view);
  const [editing, setEditing] = useState<KnowledgeGap | null>(null);
  return (
    <>
      <ul role="list" className={styles.list}>
        {gaps.map((gap) => {
          const cell = view.findCell(gap.cellId);
          const from = cell ? t('gap.from', { cell: name.full(cell) }) : '';
          return (
            <li key={gap.id} className={styles.item}>
              <div className={styles.main}>
                <p className={styles.question}>{gap.question}</p>
                {onOpen ? (
                  <button type="button" className={styles.from} onClick={() => onOpen(gap.cellId)}>
                    {from}
                  </button>
                ) : null}
                <GapOnAgenda view={view} acts={acts} gap={gap} />
              </div>
              {view.may.contribute ? (
                <ActionMenu
                  label={`${t('common:openMenu')}: ${gap.question}`}
                  actions={[
                    { id: 'edit', label: t('gap.edit'), icon: <Pencil />, run: () => setEditing(gap) },
                    {
                      id: 'remove',
                      label: t('gap.remove'),
                      icon: <Trash2 />,
                      run: () => void acts.removeGap(gap),
                    },
                  ]}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
      <Dialog title={t('gap.edit')} isOpen={editing !== null} onClose={() => setEditing(null)}>
        {editing ? (
          <Part>
            <GapForm view={view} acts={acts} gap={editing} onClose={() => setEditing(null)} />
          </Part>
        ) : null}
      </Dialog>
    </>
  );
}
