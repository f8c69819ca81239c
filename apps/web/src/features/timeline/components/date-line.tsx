import type { ReactNode } from 'react';
import { ExternalLink, MapPin } from 'lucide-react';
import type { TimelineDate } from '@kring/contracts';
import { useFormats } from '../../../lib/format.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import styles from './timeline.module.css';

type Shown = Pick<TimelineDate, 'title' | 'day' | 'time' | 'place' | 'url' | 'isPast'>;

/** One date: the day, what happens, where, and a link to take part. */
export function DateLine({ date, about, end }: { date: Shown; about?: ReactNode; end?: ReactNode }) {
  const { t, language } = useTranslation('timeline');
  const formats = useFormats();
  const noon = `${date.day}T12:00:00`;
  const weekday = new Date(noon).toLocaleDateString(language === 'en' ? 'en-GB' : 'nl-NL', {
    weekday: 'short',
  });
  return (
    <li className={styles.date} data-past={date.isPast || undefined}>
      <span className={styles.when}>
        <time dateTime={date.day}>{`${weekday} ${formats.date(noon)}`}</time>
        {date.time ? `, ${date.time}` : ''}
        {date.isPast ? <span className="visually-hidden"> ({t('past')})</span> : null}
      </span>
      <span className={styles.title}>{date.title}</span>
      <span className={styles.facts}>
        {about}
        {date.place ? (
          <span className={styles.fact}>
            <MapPin aria-hidden="true" />
            {date.place}
          </span>
        ) : null}
        {date.url ? (
          <a href={date.url} target="_blank" rel="noreferrer" className={styles.fact}>
            <ExternalLink aria-hidden="true" />
            {t('open')}
            <span className="visually-hidden">: {date.title}</span>
          </a>
        ) : null}
      </span>
      {end ? <span className={styles.end}>{end}</span> : null}
    </li>
  );
}

/** Dates under each other on a line, as a list. */
export function DateList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul role="list" aria-label={label} className={styles.list}>
      {children}
    </ul>
  );
}
