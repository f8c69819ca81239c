import { useQuery } from '@tanstack/react-query';
import type { TimelineDate } from '@kring/contracts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { timelineQuery } from '../../../lib/queries/timeline-queries.ts';
import { DateLine, DateList } from './date-line.tsx';
import styles from './timeline.module.css';

/** What CoPs show of their dates on the first page; nothing when they show none, or when it cannot be loaded. */
export function PublicTimeline() {
  const { t } = useTranslation('timeline');
  const { data: dates = [] } = useQuery(timelineQuery);
  if (dates.length === 0) return null;
  return (
    <section className={styles.public} aria-labelledby="timeline-title">
      <h2 id="timeline-title" className={styles.heading}>
        {t('public')}
      </h2>
      <div className={styles.columns}>
        <Part title={t('soon')} empty={t('noneSoon')} dates={dates.filter(({ isPast }) => !isPast)} />
        <Part title={t('before')} dates={dates.filter(({ isPast }) => isPast).toReversed()} />
      </div>
    </section>
  );
}

function Part({ title, dates, empty }: { title: string; dates: readonly TimelineDate[]; empty?: string }) {
  if (dates.length === 0 && empty === undefined) return null;
  return (
    <div>
      <h3 className={styles.part}>{title}</h3>
      {dates.length === 0 ? (
        <p className={styles.fact}>{empty}</p>
      ) : (
        <DateList label={title}>
          {dates.map((date) => (
            <DateLine key={date.id} date={date} about={<span>{date.cop.name}</span>} />
          ))}
        </DateList>
      )}
    </div>
  );
}
