import { RotateCw } from 'lucide-react';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { Button } from '../../components/button.tsx';
import styles from './splash.module.css';

/** A page that threw. Most often its code did not come: it was renewed on the server, or the server is away. */
export function BrokenPage({ error }: { error: unknown }) {
  const { t } = useTranslation('frame');
  const kind = error instanceof Error && /import|module|preload/i.test(error.message) ? 'missing' : 'broken';
  return (
    <div className={styles.inFrame}>
      <title>{t(`crash.${kind}.title`)}</title>
      <h1>{t(`crash.${kind}.title`)}</h1>
      <p>{t(`crash.${kind}.text`)}</p>
      <Button variant="primary" icon={<RotateCw />} onPress={() => window.location.reload()}>
        {t('crash.reload')}
      </Button>
    </div>
  );
}
