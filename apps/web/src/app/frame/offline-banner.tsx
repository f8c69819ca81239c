import { CloudOff } from 'lucide-react';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { useAppState } from '../../lib/app-state.tsx';
import styles from './offline-banner.module.css';

/** Tells calmly that the server cannot be reached, and what still works. */
export function OfflineBanner() {
  const { t } = useTranslation('frame');
  const { isOffline } = useAppState();
  return (
    <div role="status">
      {isOffline ? (
        <p className={styles.banner}>
          <CloudOff aria-hidden="true" />
          <span>
            <strong>{t('offlineTitle')}.</strong> {t('offline')}
          </span>
        </p>
      ) : null}
    </div>
  );
}
