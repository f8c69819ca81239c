import { useAppState } from '../../lib/app-state.tsx';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import styles from './platform-facts.module.css';

/** Who runs this platform, whom to ask, and what it promises; nothing where administrators say nothing. */
export function PlatformFacts() {
  const { t } = useTranslation('frame');
  const { operator, contactEmail, privacyUrl, accessibilityUrl } = useAppState();
  if (!operator && !contactEmail && !privacyUrl && !accessibilityUrl) return null;
  return (
    <ul className={styles.facts}>
      {operator ? <li>{t('facts.operator', { operator })}</li> : null}
      {contactEmail ? (
        <li>
          {t('facts.questions')} <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
        </li>
      ) : null}
      {privacyUrl ? (
        <li>
          <a href={privacyUrl}>{t('facts.privacy')}</a>
        </li>
      ) : null}
      {accessibilityUrl ? (
        <li>
          <a href={accessibilityUrl}>{t('facts.accessibility')}</a>
        </li>
      ) : null}
    </ul>
  );
}
