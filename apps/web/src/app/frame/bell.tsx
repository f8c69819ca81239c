import { useState } from 'react';
import { Bell } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { unreadQuery } from '../../lib/queries/notification-queries.ts';
import { useNotificationStream } from '../../lib/use-notification-stream.ts';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import styles from './bell.module.css';

const most = 99;

/** The bell with its number; a dot alone for news in what one follows. Its words are in `BellWords`. */
export function BellIcon() {
  const { data } = useQuery(unreadQuery);
  const count = data?.forMe ?? 0;
  const hasNews = count > 0 || (data?.following ?? 0) > 0;
  return (
    <span className={styles.bell} aria-hidden="true">
      <Bell />
      {hasNews ? (
        <span className={count > 0 ? styles.number : styles.dot}>
          {count > most ? `${most}+` : count || null}
        </span>
      ) : null}
    </span>
  );
}

/** What the number says, for people who do not see it. */
export function BellWords() {
  const { t } = useTranslation('frame');
  const { data } = useQuery(unreadQuery);
  if (!data || (data.forMe === 0 && data.following === 0)) return null;
  return (
    <span className="visually-hidden">
      {`, ${data.forMe > 0 ? t('unread.forMe', { count: data.forMe }) : t('unread.following')}`}
    </span>
  );
}

/** Keeps the number up to date, and says it aloud when it rises. */
export function NotificationStream() {
  const { t } = useTranslation('frame');
  useNotificationStream();
  const { data } = useQuery(unreadQuery);
  const [known, setKnown] = useState<{ count: number | null; rise: number }>({ count: null, rise: 0 });
  if (data && data.forMe !== known.count) {
    setKnown({ count: data.forMe, rise: known.count === null ? 0 : data.forMe - known.count });
  }
  return (
    <p role="status" className="visually-hidden">
      {known.rise > 0 ? t('unread.arrived', { count: known.rise }) : ''}
    </p>
  );
}
