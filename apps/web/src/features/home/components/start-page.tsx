import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { ButtonLink } from '../../../components/button.tsx';
import { useAppState } from '../../../lib/app-state.tsx';
import { RingArt } from './ring-art.tsx';
import styles from './start-page.module.css';

/** What the programme is, for people who are not signed in. */
export function StartPage() {
  const { t } = useTranslation('home');
  const { networkName, needsSetup } = useAppState();
  return (
    <div className={styles.page}>
      <title>{t('common:platform')}</title>
      <div className={styles.words}>
        {networkName ? <p className={styles.network}>{networkName}</p> : null}
        <h1 className={styles.title}>{t('start.title')}</h1>
        <div className={styles.text}>
          <p>{t('start.what')}</p>
          <p>{t('start.how')}</p>
          <p>{t('start.result')}</p>
        </div>
        <div className={styles.action}>
          <ButtonLink variant="primary" to={needsSetup ? '/setup' : '/sign-in'}>
            {t(needsSetup ? 'start.setup' : 'start.signIn')}
          </ButtonLink>
        </div>
        <p className={styles.note}>{t(needsSetup ? 'start.setupText' : 'start.invited')}</p>
      </div>
      <RingArt />
    </div>
  );
}
