import { useState } from 'react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { Cop } from '@kring/contracts';
import { Button, ButtonLink } from '../../../components/button.tsx';
import { LoadMore } from '../../../components/load-more.tsx';
import { EmptyState, QueryView } from '../../../components/states.tsx';
import { caseCountsQuery, casesQuery, type CaseFilter } from '../../../lib/queries/case-queries.ts';
import { isFiltered, useCaseFilter } from '../hooks/use-case-filter.ts';
import { CaseFilters } from './case-filters.tsx';
import { CaseList } from './case-list.tsx';
import styles from './cop-cases.module.css';

/** The cases of a CoP that this person can see, and which of them; that stands in the address. */
export function CopCases({ cop }: { cop: Cop }) {
  const { t } = useTranslation('cops');
  const [filter, setFilter] = useCaseFilter();
  const query = useInfiniteQuery(casesQuery(cop.id, filter));
  const counts = useQuery(caseCountsQuery(cop.id, filter)).data;
  return (
    <>
      {cop.caseCount > 1 || isFiltered(filter) ? (
        <CaseFilters filter={filter} counts={counts} onChange={setFilter} />
      ) : null}
      <QueryView query={query} noAccess={t('noAccess')} lines={6}>
        {({ pages }) =>
          pages[0]?.items.length === 0 ? (
            <NoCases cop={cop} filter={filter} all={counts?.all ?? 0} onClear={() => setFilter({})} />
          ) : (
            <LoadMore query={query}>
              <CaseList cases={pages.flatMap(({ items }) => items)} level={2} />
            </LoadMore>
          )
        }
      </QueryView>
      {cop.myRole ? <ArchivedCases copId={cop.id} filter={filter} /> : null}
    </>
  );
}

interface NoCasesProps {
  cop: Cop;
  filter: CaseFilter;
  /** How many there are without filters. */
  all: number;
  onClear: () => void;
}

function NoCases({ cop, filter, all, onClear }: NoCasesProps) {
  const { t } = useTranslation('cases');
  if (isFiltered(filter)) {
    const label = all > 0 ? t('filter.showAll', { count: all }) : t('filter.clear');
    return (
      <EmptyState title={t('filter.none')} action={<Button onPress={onClear}>{label}</Button>}>
        {t('filter.noneText')}
      </EmptyState>
    );
  }
  const action = cop.abilities.includes('case.create') ? (
    <ButtonLink to={`/cops/${cop.slug}/cases/new`}>{t('cops:openCase')}</ButtonLink>
  ) : null;
  return (
    <EmptyState title={t('ofCop.empty')} action={action}>
      {t(cop.myRole ? 'ofCop.emptyText' : 'ofCop.emptyOutside')}
    </EmptyState>
  );
}

function ArchivedCases({ copId, filter }: { copId: string; filter: CaseFilter }) {
  const { t } = useTranslation('cases');
  const [isShown, setShown] = useState(false);
  const archived = casesQuery(copId, { ...filter, archived: 'true' });
  const query = useInfiniteQuery({ ...archived, enabled: isShown });
  return (
    <div className={styles.archived}>
      <Button variant="quiet" size="small" aria-expanded={isShown} onPress={() => setShown(!isShown)}>
        {t(isShown ? 'ofCop.hideArchived' : 'ofCop.showArchived')}
      </Button>
      {isShown ? (
        <QueryView query={query}>
          {({ pages }) =>
            pages[0]?.items.length === 0 ? (
              <p>{t(isFiltered(filter) ? 'ofCop.archivedNotFound' : 'ofCop.archivedEmpty')}</p>
            ) : (
              <LoadMore query={query}>
                <CaseList cases={pages.flatMap(({ items }) => items)} level={2} />
              </LoadMore>
            )
          }
        </QueryView>
      ) : null}
    </div>
  );
}
