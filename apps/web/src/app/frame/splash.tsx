import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { LogoMark } from '../../components/logo.tsx';
import styles from './splash.module.css';

/** Shown while the first answer is awaited; appears only after 300 ms. */
export function Splash() {
  const { t } = useTranslation('frame');
  return (
    <div className={styles.splash} role="status" aria-label={t('loading')}>
      <LogoMark size={56} isBusy />
    </div>
  );
}
