import { useInfiniteQuery } from '@tanstack/react-query';
import type { SearchPage as Page } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { LoadMore } from '../../../components/load-more.tsx';
import { EmptyState, QueryView } from '../../../components/states.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { searchQuery, type SearchFilters } from '../api/search-queries.ts';
import { SearchFilterBar } from './search-filters.tsx';
import { SearchResults } from './search-results.tsx';
import styles from './search-page.module.css';

interface FoundProps {
  q: string;
  filters: SearchFilters;
  onSearch: (q: string, filters: SearchFilters) => void;
}

/** What a search found, and how to find more or less. */
export function Found({ q, filters, onSearch }: FoundProps) {
  const { t } = useTranslation('search');
  const query = useInfiniteQuery(searchQuery(q, filters));
  const first = query.data?.pages[0];
  return (
    <>
      <SearchFilterBar
        filters={filters}
        counts={first?.counts ?? null}
        onChange={(next) => onSearch(q, next)}
      />
      <p role="status" className={first?.items.length === 0 ? 'visually-hidden' : styles.status}>
        {first ? <Summary q={q} page={first} /> : null}
      </p>
      <QueryView query={query} noAccess={t('noAccess')} lines={6}>
        {({ pages }) =>
          first?.items.length === 0 ? (
            <Nothing q={q} page={first} filters={filters} onSearch={onSearch} />
          ) : (
            <>
              {first?.suggestion ? (
                <p className={styles.suggestion}>
                  {t('nearOnly', { q })}{' '}
                  <Button
                    variant="quiet"
                    size="small"
                    onPress={() => onSearch(first.suggestion ?? q, filters)}
                  >
                    {t('searchFor', { q: first.suggestion })}
                  </Button>
                </p>
              ) : null}
              <LoadMore query={query}>
                <SearchResults hits={pages.flatMap(({ items }) => items)} />
              </LoadMore>
            </>
          )
        }
      </QueryView>
    </>
  );
}

/** Said to screen readers as well. */
function Summary({ q, page }: { q: string; page: Page }) {
  const { t } = useTranslation('search');
  const count = page.items.length;
  if (count === 0) return t('none', { q });
  if (page.items[0]?.isNear) return t('onlyNear', { q, count });
  return page.next ? t('first', { q, count }) : t('found', { q, count });
}

function Nothing({ q, page, filters, onSearch }: FoundProps & { page: Page }) {
  const { t } = useTranslation('search');
  const others = page.withoutFilters?.count ?? 0;
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  return (
    <EmptyState
      title={t('noneTitle', { q })}
      action={
        isFiltered && others > 0 ? (
          <Button variant="primary" onPress={() => onSearch(q, {})}>
            {t('withoutFilters', { count: others })}
          </Button>
        ) : null
      }
    >
      {t(isFiltered && others > 0 ? 'noneFiltered' : 'noneText')}
    </EmptyState>
  );
}
