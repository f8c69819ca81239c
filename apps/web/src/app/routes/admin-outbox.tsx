import { Copy, RotateCw } from 'lucide-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import { outboxEndpoints, type OutboxMail } from '@kring/contracts';
import { Badge, type Tone } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { LoadMore } from '../../components/load-more.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { EmptyState, QueryView } from '../../components/states.tsx';
import { showToast } from '../../components/toast-queue.ts';
import { outboxQuery } from '../../features/admin/api/admin-queries.ts';
import { call } from '../../lib/api/call.ts';
import { useMe } from '../../lib/app-state.tsx';
import { useFormats } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import styles from './admin.module.css';

const tones: Record<OutboxMail['state'], Tone> = {
  waiting: 'later',
  sent: 'success',
  failed: 'danger',
  kept: 'warning',
  dropped: 'neutral',
};

/** Every mail that Kring made, with its text and its link. */
export function Component() {
  const { t } = useTranslation('admin');
  const query = useInfiniteQuery(outboxQuery);
  const mails = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHeader
        title={t('outbox.title')}
        lead={t('outbox.lead')}
        action={mails.some(({ canRetry }) => canRetry) ? <RetryAll /> : null}
      />
      <QueryView query={query} noAccess={t('noAccess')} lines={8}>
        {({ pages }) =>
          pages[0]?.items.length === 0 ? (
            <EmptyState title={t('outbox.empty')}>{t('outbox.emptyText')}</EmptyState>
          ) : (
            <LoadMore query={query} itemSelector="details">
              {mails.map((mail) => (
                <Mail key={mail.id} mail={mail} />
              ))}
            </LoadMore>
          )
        }
      </QueryView>
    </>
  );
}

function useRetry() {
  const queryClient = useQueryClient();
  const act = useAct();
  return {
    isBusy: act.isBusy,
    retry: (work: () => Promise<string>) =>
      act.run(async () => {
        try {
          showToast(await work());
        } finally {
          await queryClient.invalidateQueries({ queryKey: outboxQuery.queryKey });
        }
      }),
  };
}

function RetryAll() {
  const { t } = useTranslation('admin');
  const me = useMe();
  const { retry, isBusy } = useRetry();
  if (!me.abilities.includes('outbox.retry')) return null;
  const run = async () => {
    const { retried, outdated } = await call(outboxEndpoints.retryMails, {});
    const parts = [t('outbox.retried', { count: retried })];
    if (outdated > 0) parts.push(t('outbox.leftOut', { count: outdated }));
    return parts.join(' ');
  };
  return (
    <Button icon={<RotateCw />} isBusy={isBusy} onPress={() => void retry(run)}>
      {t('outbox.retryAll')}
    </Button>
  );
}

function Mail({ mail }: { mail: OutboxMail }) {
  const { t } = useTranslation('admin');
  const formats = useFormats();
  const link = /https?:\/\/\S+/.exec(mail.text)?.[0] ?? null;
  const isDead = mail.isOutdated && mail.state !== 'dropped';
  return (
    <details className={styles.mail}>
      <summary>
        <span className={styles.subject}>
          <strong>{mail.subject}</strong>
          <span className={styles.soft}>
            {t('outbox.to', { to: mail.to })} · {formats.dateTime(mail.createdAt)}
          </span>
          {mail.failure ? (
            <span className={styles.soft}>{t(`outbox.failure.${mail.failure.reason}`)}</span>
          ) : null}
        </span>
        {mail.attempts > 1 ? (
          <span className={styles.soft}>{t('outbox.attempts', { count: mail.attempts })}</span>
        ) : null}
        {isDead ? <Badge>{t('outbox.outdated')}</Badge> : null}
        <Badge tone={tones[mail.state]}>{t(`outbox.state.${mail.state}`)}</Badge>
      </summary>
      <div className={styles.letter}>
        {mail.failure?.answer ? (
          <p className={styles.soft}>
            {t('outbox.answer')} <code>{mail.failure.answer}</code>
          </p>
        ) : null}
        <p className={styles.text}>
          {mail.text === '' ? t('outbox.notKept') : <LinkedText text={mail.text} />}
        </p>
        {isDead ? <p className={styles.soft}>{t('outbox.outdatedText')}</p> : null}
        {link && !isDead ? <CopyLink link={link} to={mail.to} /> : null}
        {mail.canRetry ? <Retry mail={mail} /> : null}
      </div>
    </details>
  );
}

function Retry({ mail }: { mail: OutboxMail }) {
  const { t } = useTranslation('admin');
  const me = useMe();
  const { retry, isBusy } = useRetry();
  if (!me.abilities.includes('outbox.retry')) return null;
  const run = async () => {
    const { state } = await call(outboxEndpoints.retryMail, { params: { mailId: mail.id } });
    return t(state === 'sent' ? 'outbox.sentMeanwhile' : 'outbox.retryDone', { to: mail.to });
  };
  return (
    <Button size="small" icon={<RotateCw />} isBusy={isBusy} onPress={() => void retry(run)}>
      {t('outbox.retry')}
    </Button>
  );
}

/** The text of a mail with its addresses as links. */
function LinkedText({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    part.startsWith('http') ? (
      <a key={index} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}

function CopyLink({ link, to }: { link: string; to: string }) {
  const { t } = useTranslation('admin');
  async function copy() {
    try {
      await navigator.clipboard.writeText(link);
      showToast(t('outbox.copied'));
    } catch {
      showToast(t('outbox.copyFailed'), { tone: 'failed' });
    }
  }
  return (
    <div className={styles.link}>
      <Button size="small" icon={<Copy />} onPress={() => void copy()}>
        {t('outbox.copyLink')}
      </Button>
      <span className={styles.soft}>{t('outbox.personal', { to })}</span>
    </div>
  );
}
