import { RotateCw } from 'lucide-react';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { Button } from '../../components/button.tsx';
import styles from './splash.module.css';

/** A page that threw. Most often a page that was renewed on the server while this one was open. */
export function BrokenPage({ error }: { error: unknown }) {
  const { t } = useTranslation('frame');
  const isRenewed = error instanceof TypeError && /import|module/i.test(error.message);
  return (
    <div className={styles.inFrame}>
      <title>{t(isRenewed ? 'crash.update' : 'crash.title')}</title>
      <h1>{t(isRenewed ? 'crash.update' : 'crash.title')}</h1>
      <p>{t(isRenewed ? 'crash.updateText' : 'crash.text')}</p>
      <Button variant="primary" icon={<RotateCw />} onPress={() => window.location.reload()}>
        {t('crash.reload')}
      </Button>
    </div>
  );
}
