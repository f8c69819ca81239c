import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ReadinessCode, ReadinessItem } from '@kring/contracts';
import { Badge } from '../../../components/badge.tsx';
import { Section } from '../../../components/section.tsx';
import { QueryView } from '../../../components/states.tsx';
import { useFormats } from '../../../lib/format.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { readinessQuery } from '../settings-query.ts';
import styles from './platform.module.css';

const places = {
  people: '/admin/people',
  outbox: '/admin/outbox',
  organisations: '/admin/organisations',
  mail: '#mail',
  general: '#general',
} as const;
/** Where on these pages something can be done about it; the rest is done where Kring runs. */
const placeOf: Partial<Record<ReadinessCode, keyof typeof places>> = {
  'demo-accounts': 'people',
  'one-administrator': 'people',
  'mail-server': 'outbox',
  'mails-failed': 'outbox',
  'people-at-ended': 'organisations',
  'mail-test': 'mail',
  'mail-sender': 'mail',
  'no-contact': 'general',
  'no-statements': 'general',
};

/** What whoever installed Kring looks for; the words beside it say what is missing and why to everybody else. */
const settingOf: Partial<Record<ReadinessCode, string>> = {
  'address-local': 'PUBLIC_URL',
  'secret-generated': 'KRING_SECRET',
  'mail-server': 'SMTP_URL',
  'mail-sender': 'MAIL_FROM',
  'demo-accounts': 'KRING_DEMO',
};
const guideOf: Partial<Record<ReadinessCode, string>> = {
  'backup-none': 'docs/operations.md',
  'backup-old': 'docs/operations.md',
};

/** What is still missing before people's work can depend on Kring; says so when nothing is. */
export function ReadinessPanel() {
  const { t } = useTranslation('platform');
  const query = useQuery(readinessQuery);
  return (
    <Section title={t('ready.title')}>
      <QueryView query={query} noAccess={t('admin:noAccess')} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.allWell}>
              <CircleCheck aria-hidden="true" /> {t('ready.none')}
            </p>
          ) : (
            <ul role="list" className={styles.points}>
              {items.map((item) => (
                <Point key={item.code} item={item} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}

function Point({ item: { code, isUrgent, count, since } }: { item: ReadinessItem }) {
  const { t } = useTranslation('platform');
  const formats = useFormats();
  const place = placeOf[code];
  const values = { count: count ?? 1, date: since === null ? '' : formats.date(since) };
  return (
    <li className={styles.point}>
      <TriangleAlert aria-hidden="true" data-urgent={isUrgent || undefined} />
      <div>
        <p className={styles.pointTitle}>
          {t(`ready.what.${code}`, values)}{' '}
          {isUrgent ? <Badge tone="warning">{t('ready.urgent')}</Badge> : null}
        </p>
        <p className={styles.soft}>{t(`ready.how.${code}`)}</p>
        <TechnicalHint code={code} />
        {place ? <Place place={place} /> : null}
      </div>
    </li>
  );
}

function TechnicalHint({ code }: { code: ReadinessCode }) {
  const { t } = useTranslation('platform');
  const [setting, guide] = [settingOf[code], guideOf[code]];
  if (setting === undefined && guide === undefined) return null;
  return (
    <p className={styles.technical}>
      {t(setting === undefined ? 'ready.inGuide' : 'ready.onServer')} <code>{setting ?? guide}</code>
    </p>
  );
}

function Place({ place }: { place: keyof typeof places }) {
  const { t } = useTranslation('platform');
  const to = places[place];
  const words = t(`ready.go.${place}`);
  return to.startsWith('#') ? <a href={to}>{words}</a> : <Link to={to}>{words}</Link>;
}
