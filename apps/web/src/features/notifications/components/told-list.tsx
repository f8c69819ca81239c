import { Link } from 'react-router';
import type { Notification } from '@kring/contracts';
import { notificationPath, placeTitle, sayNotification } from '@kring/domain';
import { useFormats } from '../../../lib/format.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { groupNotifications, type NotificationGroup } from './notification-groups.ts';
import styles from './told-list.module.css';

/** What somebody was told, one line for each place. */
export function ToldList({ items, isAsked = false }: { items: readonly Notification[]; isAsked?: boolean }) {
  return (
    <ul role="list" className={styles.list} data-asked={isAsked || undefined}>
      {groupNotifications(items).map((group) => (
        <Told key={group.key} group={group} />
      ))}
    </ul>
  );
}

function Told({ group }: { group: NotificationGroup }) {
  const { t, language } = useTranslation('notifications');
  const formats = useFormats();
  const [newest] = group.items;
  const more = group.items.length - 1;
  const inWhat = newest.noteTitle === null ? newest.copName : newest.caseTitle;
  return (
    <li>
      <Link to={notificationPath(newest)} className={styles.told}>
        <span className={styles.title}>{placeTitle(newest)}</span>
        <time className={styles.soft} dateTime={newest.at}>
          {formats.ago(newest.at)}
        </time>
        <span className={styles.what}>
          {sayNotification(language, newest)}
          {more > 0 ? <span className={styles.soft}>{` ${t('andMore', { count: more })}`}</span> : null}
        </span>
        {newest.text ? <span className={styles.excerpt}>{newest.text.excerpt}</span> : null}
        {newest.caseId !== null && inWhat !== null ? (
          <span className={styles.soft}>{t('in', { title: inWhat })}</span>
        ) : null}
      </Link>
    </li>
  );
}
