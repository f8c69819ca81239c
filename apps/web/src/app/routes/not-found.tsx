import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { ButtonLink } from '../../components/button.tsx';
import { useAppState } from '../../lib/app-state.tsx';
import styles from '../frame/splash.module.css';

export function Component() {
  const { t } = useTranslation('frame');
  const { me } = useAppState();
  return (
    <div className={me ? styles.inFrame : styles.page}>
      <title>{t('common:documentTitle', { title: t('notFound.title') })}</title>
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.text')}</p>
      <ButtonLink variant="primary" to="/">
        {t(me ? 'notFound.home' : 'notFound.start')}
      </ButtonLink>
    </div>
  );
}
