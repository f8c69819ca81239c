import type { EffectSpread } from '@kring/contracts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { DirectionSymbol } from './direction-mark.tsx';
import styles from './spread-dots.module.css';

const mostDots = 12;

/** The spread in words: "3 positief, 1 gemengd". */
export function useSpreadText(): (spread: EffectSpread) => string {
  const { t } = useTranslation('effects');
  return (spread) =>
    spread.map(({ direction, count }) => `${count} ${t(`direction.${direction}`)}`).join(', ');
}

/** One dot for each person, behind the direction that they chose. The text says the same. */
export function SpreadDots({ spread, isSmall = false }: { spread: EffectSpread; isSmall?: boolean }) {
  const text = useSpreadText()(spread);
  return (
    <span className={styles.spread} data-size={isSmall ? 'small' : 'normal'}>
      <span className="visually-hidden">{text}</span>
      {spread.map(({ direction, count }) => (
        <span key={direction} className={styles.group} aria-hidden="true">
          <DirectionSymbol direction={direction} />
          <span className={styles.dots}>
            {Array.from({ length: Math.min(count, mostDots) }, (_, at) => (
              <span key={at} className={styles.dot} />
            ))}
            {count > mostDots ? <span className={styles.count}>{count}</span> : null}
          </span>
        </span>
      ))}
    </span>
  );
}

/** The same under each other, with words and numbers of people. */
export function SpreadRows({ spread }: { spread: EffectSpread }) {
  const { t } = useTranslation('effects');
  return (
    <ul role="list" className={styles.rows}>
      {spread.map(({ direction, count }) => (
        <li key={direction} className={styles.row}>
          <DirectionSymbol direction={direction} />
          <span className={styles.word}>{t(`direction.${direction}`)}</span>
          <span className={styles.dots} aria-hidden="true">
            {Array.from({ length: Math.min(count, 24) }, (_, at) => (
              <span key={at} className={styles.dot} />
            ))}
          </span>
          <span className={styles.count}>{count}</span>
        </li>
      ))}
    </ul>
  );
}
