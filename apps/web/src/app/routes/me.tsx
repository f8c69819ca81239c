import { useEffect, useRef, useState } from 'react';
import { LogOut } from 'lucide-react';
import { useLocation } from 'react-router';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { endpoints, type Language } from '@kring/contracts';
import { Button } from '../../components/button.tsx';
import { ChoiceField, SelectField } from '../../components/fields.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Section } from '../../components/section.tsx';
import { Preferences } from '../../features/notifications/components/preferences.tsx';
import { LoginSessions } from '../../features/identity/components/login-sessions.tsx';
import { PasswordForm } from '../../features/identity/components/password-form.tsx';
import { ProfileForm } from '../../features/identity/components/profile-form.tsx';
import { call } from '../../lib/api/call.ts';
import { useAppState, useMe } from '../../lib/app-state.tsx';
import { readTheme, setTheme, themes, type Theme } from '../../lib/theme.ts';
import { useAct } from '../../lib/use-act.ts';
import { PlatformFacts } from '../frame/platform-facts.tsx';
import { changeLanguage } from '../i18n/i18n.ts';
import styles from './me.module.css';

/** Profile, language, colours, password and sign-ins of the person who is signed in. */
export function Component() {
  const { t } = useTranslation('identity');
  const me = useMe();
  const { signOut, version } = useAppState();
  const act = useAct();
  return (
    <>
      <PageHeader
        title={t('me.title')}
        action={
          <Button
            icon={<LogOut />}
            isBusy={act.isBusy}
            onPress={() => void act.run(signOut).then((isDone) => isDone && window.location.assign('/'))}
          >
            {t('me.signOut')}
          </Button>
        }
      />
      <div className={styles.columns}>
        <div>
          <Section title={t('me.about')}>
            <ProfileForm key={me.id} me={me} />
          </Section>
          <Section title={t('me.view')}>
            <LanguageChoice current={me.language} />
            <ThemeChoice />
          </Section>
        </div>
        <div>
          <NotificationChoices />
          <Section title={t('me.passwordTitle')}>
            <PasswordForm me={me} />
          </Section>
          <Section title={t('me.sessions')}>
            <LoginSessions />
            <p className={styles.note}>{t('me.signOutNote')}</p>
          </Section>
        </div>
      </div>
      <footer className={styles.foot}>
        <PlatformFacts />
        {version ? <p className={styles.note}>{t('frame:version', { version })}</p> : null}
      </footer>
    </>
  );
}

/** Links in mails and on the page of notifications lead to it. */
function NotificationChoices() {
  const { t } = useTranslation('notifications');
  const { hash } = useLocation();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (hash === '#notifications') place.current?.scrollIntoView();
  }, [hash]);
  return (
    <Section anchor="notifications" ref={place} title={t('preferences.title')}>
      <Preferences />
    </Section>
  );
}

function LanguageChoice({ current }: { current: Language }) {
  const { t } = useTranslation('identity');
  const { refresh, languages } = useAppState();
  const act = useAct();
  // Whoever has one that is no longer offered can keep it.
  const offered = languages.includes(current) ? languages : [...languages, current];
  async function choose(language: Language) {
    await act.run(async () => {
      await call(endpoints.updateMe, { body: { language } });
      await changeLanguage(language);
      await refresh();
    });
  }
  return (
    <SelectField
      label={t('language')}
      value={current}
      onChange={(language) => void choose(language)}
      options={offered.map((language) => ({ value: language, label: t(`frame:language.${language}`) }))}
    />
  );
}

function ThemeChoice() {
  const { t } = useTranslation('frame');
  const [theme, choose] = useState<Theme>(readTheme);
  return (
    <ChoiceField
      legend={t('theme.label')}
      value={theme}
      onChange={(chosen) => {
        setTheme(chosen);
        choose(chosen);
      }}
      options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
    />
  );
}
