import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  digestFrequencies,
  endpoints,
  mailTimings,
  notificationClasses,
  notificationClassOf,
  type DigestPlan,
  type EndpointCall,
  type MailTiming,
  type NotificationPreferences,
} from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { PlainSelect, SelectField } from '../../../components/fields.tsx';
import { QueryView } from '../../../components/states.tsx';
import { call } from '../../../lib/api/call.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { notificationPreferencesQuery } from '../../../lib/queries/notification-queries.ts';
import { useAct } from '../../../lib/use-act.ts';
import styles from './preferences.module.css';

type Changes = EndpointCall<typeof endpoints.updateNotificationPreferences>['body'];
type Preference = NotificationPreferences['kinds'][number];
type Change = (changes: Changes) => void;

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

/** How somebody wants to be told, by kind and channel; each choice is kept at once. */
export function Preferences() {
  const { t } = useTranslation('notifications');
  const queryClient = useQueryClient();
  const act = useAct();
  const query = useQuery(notificationPreferencesQuery);
  const change: Change = (changes) =>
    void act.run(async () => {
      const saved = await call(endpoints.updateNotificationPreferences, { body: changes });
      queryClient.setQueryData(notificationPreferencesQuery.queryKey, saved);
    }, t('preferences.saved'));
  return (
    <QueryView query={query} noAccess={t('noAccess')} lines={8}>
      {(preferences) => (
        <>
          {notificationClasses.map((ofClass) => (
            <KindTable
              key={ofClass}
              title={t(ofClass === 'for-me' ? 'tabs.forMe' : 'tabs.following')}
              rows={preferences.kinds.filter(({ kind }) => notificationClassOf[kind] === ofClass)}
              onChange={change}
            />
          ))}
          <Digest plan={preferences.digest} onChange={change} />
          <NoMail preferences={preferences} isBusy={act.isBusy} onChange={change} />
        </>
      )}
    </QueryView>
  );
}

function KindTable({
  title,
  rows,
  onChange,
}: {
  title: string;
  rows: readonly Preference[];
  onChange: Change;
}) {
  const { t } = useTranslation('notifications');
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('preferences.what')}</th>
          <th scope="col">{t('preferences.inApp')}</th>
          <th scope="col">{t('preferences.mail')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <KindRow key={row.kind} row={row} onChange={onChange} />
        ))}
      </tbody>
    </table>
  );
}

function KindRow({ row, onChange }: { row: Preference; onChange: Change }) {
  const { t } = useTranslation('notifications');
  const what = t(`kinds.${row.kind}`);
  return (
    <tr>
      <th scope="row">{what}</th>
      <td>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={row.inApp}
            aria-label={`${what}: ${t('preferences.inApp')}`}
            onChange={(event) => onChange({ kinds: [{ ...row, inApp: event.target.checked }] })}
          />
          <Channel>{t('preferences.inApp')}</Channel>
        </label>
      </td>
      <td>
        <Channel>{t('preferences.mail')}</Channel>
        <PlainSelect<MailTiming>
          aria-label={`${what}: ${t('preferences.mail')}`}
          value={row.mail}
          options={mailTimings.map((value) => ({ value, label: t(`timing.${value}`) }))}
          onChange={(mail) => onChange({ kinds: [{ ...row, mail }] })}
        />
      </td>
    </tr>
  );
}

/** On a phone the heads of the columns are not there to say which is which. */
function Channel({ children }: { children: string }) {
  return (
    <span aria-hidden="true" className={styles.channel}>
      {children}
    </span>
  );
}

function Digest({ plan, onChange }: { plan: DigestPlan; onChange: Change }) {
  const { t, language } = useTranslation('notifications');
  // The first of January 2024 was a Monday.
  const dayName = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return (
    <fieldset className={styles.digest}>
      <legend className={styles.caption}>{t('digest.title')}</legend>
      <p className={styles.hint}>{t('digest.hint')}</p>
      <div className={styles.fields}>
        <SelectField
          label={t('digest.frequency')}
          value={plan.frequency}
          options={digestFrequencies.map((value) => ({ value, label: t(`digest.${value}`) }))}
          onChange={(frequency) => onChange({ digest: { ...plan, frequency } })}
        />
        {plan.frequency === 'weekly' ? (
          <SelectField<string>
            label={t('digest.weekday')}
            value={String(plan.weekday)}
            options={weekdays.map((value) => ({
              value,
              label: dayName.format(Date.UTC(2024, 0, Number(value))),
            }))}
            onChange={(weekday) => onChange({ digest: { ...plan, weekday: Number(weekday) } })}
          />
        ) : null}
        {plan.frequency === 'off' ? null : (
          <SelectField
            label={t('digest.hour')}
            value={String(plan.hour)}
            options={hours}
            onChange={(hour) => onChange({ digest: { ...plan, hour: Number(hour) } })}
          />
        )}
      </div>
    </fieldset>
  );
}

function NoMail({
  preferences,
  isBusy,
  onChange,
}: {
  preferences: NotificationPreferences;
  isBusy: boolean;
  onChange: Change;
}) {
  const { t } = useTranslation('notifications');
  if (preferences.kinds.every(({ mail }) => mail === 'off')) {
    return <p className={styles.hint}>{t('preferences.noMailNow')}</p>;
  }
  return (
    <Button
      isBusy={isBusy}
      onPress={() => onChange({ kinds: preferences.kinds.map((row) => ({ ...row, mail: 'off' })) })}
    >
      {t('preferences.noMail')}
    </Button>
  );
}
