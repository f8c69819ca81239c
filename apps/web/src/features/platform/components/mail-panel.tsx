import { useState } from 'react';
import { Send } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { platformEndpoints, type MailTest, type PlatformSettings } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { call } from '../../../lib/api/call.ts';
import { useMe } from '../../../lib/app-state.tsx';
import { useFormats } from '../../../lib/format.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useAct } from '../../../lib/use-act.ts';
import { readinessQuery, settingsQuery } from '../settings-query.ts';
import styles from './platform.module.css';

/** Whether mail goes out, from whom, and a test of it. */
export function MailPanel({ settings: { mail } }: { settings: PlatformSettings }) {
  const { t } = useTranslation('platform');
  const formats = useFormats();
  const queryClient = useQueryClient();
  const me = useMe();
  const act = useAct();
  const [result, setResult] = useState<MailTest | null>(null);
  async function test() {
    setResult(null);
    setResult(await call(platformEndpoints.testMail, {}));
    await queryClient.invalidateQueries({ queryKey: settingsQuery.queryKey });
    await queryClient.invalidateQueries({ queryKey: readinessQuery.queryKey });
  }
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>{t('mail.server')}</dt>
          <dd>{t(mail.hasServer ? 'mail.serverSet' : 'mail.serverNone')}</dd>
        </div>
        <div>
          <dt>{t('mail.sender')}</dt>
          <dd>{mail.sender}</dd>
        </div>
        <div>
          <dt>{t('mail.tested')}</dt>
          <dd>{mail.testedAt ? formats.dateTime(mail.testedAt) : t('mail.never')}</dd>
        </div>
      </dl>
      <p className={styles.soft}>{t('mail.fixed')}</p>
      {mail.hasServer ? (
        <div className={styles.buttons}>
          <Button icon={<Send />} isBusy={act.isBusy} onPress={() => void act.run(test)}>
            {t('mail.test', { email: me.email })}
          </Button>
        </div>
      ) : null}
      <div role="status">{act.isBusy ? t('mail.busy') : result ? <Result result={result} /> : null}</div>
    </>
  );
}

function Result({ result: { isSent, to, failure, took } }: { result: MailTest }) {
  const { t, language } = useTranslation('platform');
  const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(took / 1_000);
  return (
    <div className={styles.result} data-fine={isSent || undefined}>
      <p>{isSent ? t('mail.sent', { to, seconds }) : t('mail.notSent')}</p>
      {failure ? <p>{t(`admin:outbox.failure.${failure.reason}`)}</p> : null}
      {failure?.answer ? (
        <p className={styles.soft}>
          {t('admin:outbox.answer')} <code>{failure.answer}</code>
        </p>
      ) : null}
    </div>
  );
}
