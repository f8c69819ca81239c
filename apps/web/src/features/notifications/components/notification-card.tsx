import { Circle, CircleCheck } from 'lucide-react';
import { Link } from 'react-router';
import type { Notification } from '@kring/contracts';
import { notificationPath, placeTitle, sayNotification } from '@kring/domain';
import { IconButton } from '../../../components/button.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useFormats } from '../../../lib/format.ts';
import type { NotificationGroup } from './notification-groups.ts';
import styles from './notifications.module.css';

interface CardProps {
  group: NotificationGroup;
  onMark: (ids: string[], isRead: boolean) => void;
}

/** All that happened in one note, case or CoP. */
export function NotificationCard({ group, onMark }: CardProps) {
  const { t } = useTranslation('notifications');
  const [newest] = group.items;
  const inWhat =
    newest.noteTitle !== null ? newest.caseTitle : newest.caseTitle !== null ? newest.copName : null;
  return (
    <li className={styles.card}>
      <h2 className={styles.place}>{placeTitle(newest)}</h2>
      {inWhat === null ? null : <p className={styles.inWhat}>{t('in', { title: inWhat })}</p>}
      <ul role="list" className={styles.lines}>
        {group.items.map((item) => (
          <Line key={item.id} item={item} onMark={onMark} />
        ))}
      </ul>
    </li>
  );
}

function Line({ item, onMark }: { item: Notification; onMark: CardProps['onMark'] }) {
  const { t, language } = useTranslation('notifications');
  const formats = useFormats();
  const isUnread = item.readAt === null;
  const sentence = sayNotification(language, item);
  return (
    <li className={styles.line} data-unread={isUnread || undefined}>
      <Link
        to={notificationPath(item)}
        className={styles.open}
        onClick={() => {
          if (isUnread) onMark([item.id], true);
        }}
      >
        <span className={styles.sentence}>
          {isUnread ? <span className="visually-hidden">{`${t('unread')}: `}</span> : null}
          {sentence}
        </span>
        {item.text ? (
          <span className={styles.text}>
            {item.text.quote ? <span className={styles.quote}>{item.text.quote}</span> : null}
            <span>{item.text.excerpt}</span>
          </span>
        ) : null}
        <time className={styles.at} dateTime={item.at} title={formats.dateTime(item.at)}>
          {formats.ago(item.at)}
        </time>
      </Link>
      <IconButton
        label={t(isUnread ? 'markRead' : 'markUnread', { what: sentence })}
        icon={isUnread ? <Circle /> : <CircleCheck />}
        onPress={() => onMark([item.id], isUnread)}
      />
    </li>
  );
}
