import type { CaseEffects, EffectCell } from '@kring/contracts';
import { lazyPart, Part } from '../../../components/part.tsx';
import { Section } from '../../../components/section.tsx';
import { Skeleton } from '../../../components/states.tsx';
import { Tabs } from '../../../components/tabs.tsx';
import { whenIdle } from '../../../components/when-idle.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { focusOnceUncovered } from '../../../lib/once-uncovered.ts';
import { useEffectActs, type EffectActs } from '../hooks/use-effect-acts.ts';
import { compareTab, useMatrixPlace } from '../hooks/use-matrix-place.ts';
import { useMedia } from '../hooks/use-media.ts';
import { toMatrixView, type MatrixView } from '../model/matrix-view.ts';
import { GapList } from './gap-list.tsx';
import { LinkList } from './link-list.tsx';
import { MatrixList } from './matrix-list.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { OptionActs, RemovedOptions } from './option-acts.tsx';
import { OptionHead } from './option-head.tsx';
import { PhaseBar } from './phase-bar.tsx';
import styles from './effects-page.module.css';

// What one does with a cell loads once the matrix itself stands there.
const loadCell = () => import('./cell-dialog.tsx');
const CellDialog = lazyPart(loadCell, 'CellDialog');
whenIdle(loadCell);
const CompareTable = lazyPart(() => import('./compare-table.tsx'), 'CompareTable');
const StartMatrix = lazyPart(() => import('./start-matrix.tsx'), 'StartMatrix');
const MatrixPrint = lazyPart(() => import('./matrix-print.tsx'), 'MatrixPrint');

interface EffectsPageProps {
  effects: CaseEffects;
  caseTitle: string;
}

/** The lens of brede welvaart on one case: the start of it, or the matrix. */
export function EffectsPage({ effects, caseTitle }: EffectsPageProps) {
  const { t, language } = useTranslation('effects');
  const acts = useEffectActs(effects.caseId);
  const { matrix, abilities } = effects;
  if (!matrix) {
    return (
      <Part fallback={<Skeleton lines={6} />}>
        <StartMatrix acts={acts} mayStart={abilities.includes('effect.manage')} />
      </Part>
    );
  }
  const view = toMatrixView({ ...effects, matrix }, language);
  return (
    <>
      <Matrix view={view} acts={acts} caseId={effects.caseId} caseTitle={caseTitle} />
      <p className={styles.source}>
        {t('source')}: {view.framework.names[language]}. {view.framework.source[language]}
      </p>
    </>
  );
}

function Matrix({
  view,
  acts,
  caseId,
  caseTitle,
}: {
  view: MatrixView;
  acts: EffectActs;
  caseId: string;
  caseTitle: string;
}) {
  const { t } = useTranslation('effects');
  const place = useMatrixPlace(view);
  const isNarrow = useMedia('(max-width: 719.98px)');
  const openCell = place.cellId === null ? null : view.findCell(place.cellId);
  const open = (cell: EffectCell) => place.openCell(cell);
  const Shape = isNarrow ? MatrixList : MatrixTable;
  const tabs = view.options.map((option) => ({
    id: option.id,
    label: option.title,
    content: (
      <>
        <OptionHead key={option.id} view={view} acts={acts} option={option} />
        <Shape view={view} option={option} onOpen={open} />
      </>
    ),
  }));
  if (view.options.length > 1) {
    const content = (
      <Part fallback={<Skeleton lines={8} />}>
        <CompareTable view={view} onOpen={open} />
      </Part>
    );
    tabs.push({ id: compareTab, label: t('option.compare'), content });
  }
  return (
    <>
      <div className={styles.screen}>
        <PhaseBar view={view} acts={acts} onOpen={open} />
        <Section
          title={t('option.list')}
          action={<OptionActs view={view} acts={acts} caseTitle={caseTitle} onAdded={place.showTab} />}
        >
          <div className={styles.tabs}>
            <Tabs label={t('option.list')} items={tabs} selected={place.tab} onSelect={place.showTab} />
          </div>
          <RemovedOptions view={view} acts={acts} />
        </Section>
        <Findings view={view} acts={acts} onOpen={open} />
      </div>
      <Part tells="toast">
        {openCell ? (
          <CellDialog
            caseId={caseId}
            view={view}
            acts={acts}
            cell={openCell}
            onOpen={open}
            onClose={() => {
              place.closeCell();
              focusCell(openCell.id);
            }}
          />
        ) : null}
      </Part>
      <Part tells="nothing">
        <MatrixPrint view={view} />
      </Part>
    </>
  );
}

/** Links and knowledge gaps of the whole matrix. */
function Findings({
  view,
  acts,
  onOpen,
}: {
  view: MatrixView;
  acts: EffectActs;
  onOpen: (cell: EffectCell) => void;
}) {
  const { t } = useTranslation('effects');
  const gaps = view.matrix.gaps.filter((gap) => !gap.isRemoved);
  const openById = (id: string) => {
    const cell = view.findCell(id);
    if (cell) onOpen(cell);
  };
  return (
    <>
      <Section title={t('link.title')}>
        <p className={styles.soft}>{view.links.length > 0 ? t('link.text') : t('link.none')}</p>
        {view.links.length > 0 ? (
          <LinkList view={view} acts={acts} links={view.links} onOpen={openById} />
        ) : null}
      </Section>
      <Section title={t('gap.title')}>
        <p className={styles.soft}>
          {t('gap.text')} {gaps.length > 0 ? null : t('gap.none')}
        </p>
        {gaps.length > 0 ? <GapList view={view} acts={acts} gaps={gaps} onOpen={openById} /> : null}
      </Section>
    </>
  );
}

/** Whoever closes a cell goes on from there, also after walking to another one within the window. */
function focusCell(id: string): void {
  focusOnceUncovered(() => document.querySelector<HTMLElement>(`[data-cell="${CSS.escape(id)}"]`));
}
