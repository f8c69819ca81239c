import { queryOptions, useQuery } from '@tanstack/react-query';
import { platformEndpoints } from '@kring/contracts';
import { PageHeader } from '../../components/page-header.tsx';
import { Section } from '../../components/section.tsx';
import { QueryView } from '../../components/states.tsx';
import { DayCards } from '../../features/state/components/day-cards.tsx';
import { ProcessCards } from '../../features/state/components/process-cards.tsx';
import { Summary } from '../../features/state/components/summary.tsx';
import { useFigures } from '../../features/state/components/use-figures.ts';
import { findingsOf } from '../../features/state/model/findings.ts';
import { call } from '../../lib/api/call.ts';
import styles from '../../features/state/components/state.module.css';
import { useTranslation } from '../../lib/i18n/use-translation.ts';

const stateQuery = queryOptions({
  queryKey: ['system-state'],
  queryFn: ({ signal }) => call(platformEndpoints.getSystemState, {}, signal),
  // Each process writes once a minute.
  refetchInterval: 30_000,
});

/** How Kring itself is doing. */
export function Component() {
  const { t } = useTranslation('state');
  const query = useQuery(stateQuery);
  const figures = useFigures();
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <QueryView query={query} noAccess={t('admin:noAccess')} lines={8}>
        {(state) => (
          <div className={styles.page}>
            <Summary findings={findingsOf(state)} />
            <Section title={t('day')}>
              <DayCards {...state} />
            </Section>
            <Section title={t('processes')}>
              <ProcessCards {...state} />
            </Section>
            <p>
              {t('database')}: {figures.bytes(state.databaseBytes)}
            </p>
          </div>
        )}
      </QueryView>
    </>
  );
}
