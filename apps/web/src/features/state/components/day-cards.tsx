import type { SystemState } from '@kring/contracts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { DayGraph } from './day-graph.tsx';
import { useFigures } from './use-figures.ts';
import styles from './state.module.css';

/** The last day, a graph for each figure. */
export function DayCards({ at, spans }: Pick<SystemState, 'at' | 'spans'>) {
  const { t } = useTranslation('state');
  const figures = useFigures();
  const now = Date.parse(at);
  if (spans.length === 0) return <p>{t('noDay')}</p>;
  return (
    <ul className={styles.cards}>
      {figures.ofDay.map(({ key, title, read, write }) => {
        const points = spans.map((span) => ({ at: Date.parse(span.at), value: read(span) }));
        const last = points.at(-1)?.value ?? null;
        const top = points.reduce((best, point) => ((point.value ?? 0) > (best.value ?? 0) ? point : best));
        const highest =
          (top.value ?? 0) === 0
            ? t('none')
            : t('highest', { value: write(top.value), time: figures.time(top.at) });
        return (
          <li key={key} className={styles.card}>
            <h3 className={styles.name}>{title}</h3>
            <p className={styles.value} data-none={last === null ? '' : undefined}>
              {write(last)}
            </p>
            <p className={styles.aside}>{highest}</p>
            <DayGraph label={t('picture', { title, now: write(last), highest })} points={points} now={now} />
          </li>
        );
      })}
    </ul>
  );
}
