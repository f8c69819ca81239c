import { Link, useLocation } from 'react-router';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { ButtonLink } from '../../components/button.tsx';
import { Logo } from '../../components/logo.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import styles from './public-header.module.css';

export function PublicHeader() {
  const { t } = useTranslation('frame');
  const { pathname } = useLocation();
  return (
    <header className={styles.header}>
      <Link to="/" className={styles.home}>
        <Logo />
      </Link>
      <div className={styles.end}>
        <LanguageSwitch />
        {pathname === '/' ? (
          <ButtonLink to="/sign-in" size="small">
            {t('signIn')}
          </ButtonLink>
        ) : null}
      </div>
    </header>
  );
}
