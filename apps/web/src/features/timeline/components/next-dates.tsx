import { Link } from 'react-router';
import type { TimelineDate } from '@kring/contracts';
import { DateLine, DateList } from './date-line.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';

/** The next dates of somebody's CoPs, on *Mijn werk*. */
export function NextDates({ dates }: { dates: readonly TimelineDate[] }) {
  const { t } = useTranslation('timeline');
  return (
    <DateList label={t('next')}>
      {dates.map((date) => (
        <DateLine
          key={date.id}
          date={date}
          about={<Link to={`/cops/${date.cop.slug}/dates`}>{date.cop.name}</Link>}
        />
      ))}
    </DateList>
  );
}
