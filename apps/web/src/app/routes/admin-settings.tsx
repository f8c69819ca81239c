import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '../../components/page-header.tsx';
import { Section } from '../../components/section.tsx';
import { QueryView } from '../../components/states.tsx';
import { AccentForm } from '../../features/platform/components/accent-form.tsx';
import { GeneralForm } from '../../features/platform/components/general-form.tsx';
import { LogoField } from '../../features/platform/components/logo-field.tsx';
import { MailPanel } from '../../features/platform/components/mail-panel.tsx';
import { ReadinessPanel } from '../../features/platform/components/readiness-panel.tsx';
import styles from '../../features/platform/components/platform.module.css';
import { settingsQuery } from '../../features/platform/settings-query.ts';
import { useTranslation } from '../../lib/i18n/use-translation.ts';

/** What this platform is called and looks like, whether mail goes out, and what is still missing. */
export function Component() {
  const { t } = useTranslation('platform');
  const query = useQuery(settingsQuery);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <QueryView query={query} noAccess={t('admin:noAccess')} lines={8}>
        {(settings) => (
          <>
            <ReadinessPanel />
            <Section anchor="general" title={t('general')}>
              <div className={styles.form}>
                <GeneralForm settings={settings} />
              </div>
            </Section>
            <Section title={t('logo.title')}>
              <LogoField settings={settings} />
            </Section>
            <Section title={t('accent.title')}>
              <div className={styles.form}>
                <AccentForm settings={settings} />
              </div>
            </Section>
            <Section anchor="mail" title={t('mail.title')}>
              <MailPanel settings={settings} />
            </Section>
          </>
        )}
      </QueryView>
    </>
  );
}
