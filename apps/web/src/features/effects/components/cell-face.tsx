import { isDivided, isNotDiscussed } from '@kring/domain';
import { Lock } from 'lucide-react';
import type { EffectCell } from '@kring/contracts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { MatrixView } from '../model/matrix-view.ts';
import { DirectionMark } from './direction-mark.tsx';
import { SpreadDots } from './spread-dots.tsx';
import styles from './cell-face.module.css';

/** What a cell shows in the table or list: what was noted, else the spread, else that nobody spoke of it. */
export function CellFace({ cell, view }: { cell: EffectCell; view: MatrixView }) {
  const { t } = useTranslation('effects');
  const { agreed, spread } = cell;
  const links = view.linksOf(cell.id).length;
  return (
    <span className={styles.face}>
      {agreed ? (
        <>
          <DirectionMark direction={agreed.direction} />
          {agreed.certainty ? (
            <span className={styles.soft}>{t(`certainty.${agreed.certainty}`)}</span>
          ) : null}
        </>
      ) : spread && spread.length > 0 ? (
        <SpreadDots spread={spread} isSmall />
      ) : null}
      {cell.isCollecting ? <MyPart cell={cell} view={view} /> : null}
      {isNotDiscussed(cell) && !cell.isCollecting ? (
        <span className={styles.empty}>{t('cell.notDiscussed')}</span>
      ) : null}
      {!agreed && spread && isDivided(spread) ? (
        <span className={styles.soft}>{t('cell.divided')}</span>
      ) : null}
      {agreed && agreed.dissent.length > 0 ? (
        <span className={styles.soft}>{t('cell.dissent', { count: agreed.dissent.length })}</span>
      ) : null}
      {links > 0 ? <span className={styles.soft}>{t('cell.links', { count: links })}</span> : null}
    </span>
  );
}

/** In an open round: one's own input and nothing else. */
function MyPart({ cell, view }: { cell: EffectCell; view: MatrixView }) {
  const { t } = useTranslation('effects');
  const { mine } = cell;
  if (mine) {
    return (
      <span className={styles.mine}>
        <Lock aria-hidden="true" />
        <span className="visually-hidden">{t('cell.mine')}: </span>
        <DirectionMark direction={mine.entry.direction} />
      </span>
    );
  }
  if (view.may.contribute) return <span className={styles.fill}>{t('cell.fillIn')}</span>;
  return isNotDiscussed(cell) ? (
    <span className={styles.empty}>{t('cell.notDiscussed')}</span>
  ) : (
    <span className={styles.soft}>{t('cell.openRound')}</span>
  );
}
