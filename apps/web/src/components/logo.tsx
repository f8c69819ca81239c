import { use } from 'react';
import { AppStateContext } from '../lib/app-state.tsx';
import { useTranslation } from '../lib/i18n/use-translation.ts';
import styles from './logo.module.css';

const dots = 9;
const points = Array.from({ length: dots }, (_, index) => {
  const angle = -Math.PI / 2 + ((index + 0.9) * 2 * Math.PI) / (dots + 0.8);
  return { cx: 16 + 11.2 * Math.cos(angle), cy: 16 + 11.2 * Math.sin(angle) };
});

/** An open ring of dots: a circle of people with a seat left. */
export function LogoMark({ size = 28, isBusy = false }: { size?: number; isBusy?: boolean }) {
  return (
    <svg
      className={isBusy ? `${styles.mark} ${styles.busy}` : styles.mark}
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
    >
      {points.map(({ cx, cy }) => (
        <circle key={`${cx}`} cx={cx.toFixed(2)} cy={cy.toFixed(2)} r="2.9" />
      ))}
    </svg>
  );
}

/** The logo of this platform: the one that administrators chose, which says the name itself, or the ring and the name. */
export function Logo({ isCompact = false }: { isCompact?: boolean }) {
  const { t } = useTranslation('common');
  const chosen = use(AppStateContext)?.logoPath;
  if (chosen) return <img src={chosen} alt={t('platform')} className={styles.image} />;
  return (
    <span className={styles.logo}>
      <LogoMark />
      <span className={isCompact ? 'visually-hidden' : styles.name}>{t('platform')}</span>
    </span>
  );
}
