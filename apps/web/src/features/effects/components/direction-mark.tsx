import type { EffectDirection } from '@kring/contracts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import styles from './direction-mark.module.css';

const symbols: Readonly<Record<EffectDirection, string>> = {
  'strongly-positive': '++',
  positive: '+',
  neutral: '0',
  negative: '−',
  'strongly-negative': '−−',
  mixed: '±',
  unknown: '?',
  'not-applicable': '/',
};

/** A direction as a symbol with its word beside it; the colour only helps. */
export function DirectionMark({ direction }: { direction: EffectDirection }) {
  const { t } = useTranslation('effects');
  return (
    <span className={styles.mark}>
      <DirectionSymbol direction={direction} />
      <span>{t(`direction.${direction}`)}</span>
    </span>
  );
}

/** The symbol alone, where the word stands beside it already. */
export function DirectionSymbol({ direction }: { direction: EffectDirection }) {
  return (
    <span className={styles.symbol} data-direction={direction} aria-hidden="true">
      {symbols[direction]}
    </span>
  );
}
