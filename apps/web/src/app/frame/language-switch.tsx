import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { useAppState } from '../../lib/app-state.tsx';
import { changeLanguage } from '../i18n/i18n.ts';
import styles from './language-switch.module.css';

/** Switches the language of the pages that one sees without signing in. */
export function LanguageSwitch() {
  const { t, language: current } = useTranslation('frame');
  const { languages } = useAppState();
  if (languages.length < 2) return null;
  return (
    <div role="group" aria-label={t('language.label')} className={styles.switch}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={current === language}
          onClick={() => void changeLanguage(language)}
        >
          {language.toUpperCase()}
          <span className="visually-hidden"> {t(`language.${language}`)}</span>
        </button>
      ))}
    </div>
  );
}
