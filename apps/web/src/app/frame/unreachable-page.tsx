import { RotateCw } from 'lucide-react';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { Button } from '../../components/button.tsx';
import { LogoMark } from '../../components/logo.tsx';
import styles from './splash.module.css';

export function UnreachablePage({ onRetry, isRetrying }: { onRetry: () => void; isRetrying: boolean }) {
  const { t } = useTranslation('frame');
  return (
    <main className={styles.page}>
      <title>{t('unreachable.title')}</title>
      <LogoMark size={48} />
      <h1>{t('unreachable.title')}</h1>
      <p>{t('unreachable.text')}</p>
      <Button variant="primary" icon={<RotateCw />} isBusy={isRetrying} onPress={onRetry}>
        {t('common:retry')}
      </Button>
    </main>
  );
}
