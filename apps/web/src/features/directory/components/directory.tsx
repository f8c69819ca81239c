import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { DirectoryPerson } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { LoadMore } from '../../../components/load-more.tsx';
import { PersonLine } from '../../../components/person-line.tsx';
import { EmptyState, QueryView } from '../../../components/states.tsx';
import { useMe } from '../../../lib/app-state.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { directoryQuery } from '../../../lib/queries/directory-queries.ts';
import { useDirectoryFilter } from '../hooks/use-directory-filter.ts';
import { DirectoryFilters } from './directory-filters.tsx';
import styles from './directory.module.css';

/** The people whom one can see, and how to find somebody among them. */
export function Directory() {
  const { t } = useTranslation('directory');
  const [filter, setFilter] = useDirectoryFilter();
  const query = useInfiniteQuery(directoryQuery(filter));
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const first = query.data?.pages[0];
  return (
    <>
      <DirectoryFilters key={filter.q ?? ''} filter={filter} onChange={setFilter} />
      <p role="status" className={styles.status}>
        {first ? t(first.next ? 'many' : 'found', { count: first.items.length }) : null}
      </p>
      <QueryView query={query} noAccess={t('noAccess')} lines={6}>
        {({ pages }) =>
          first?.items.length === 0 ? (
            <EmptyState
              title={t('none')}
              action={isFiltered ? <Button onPress={() => setFilter({})}>{t('showAll')}</Button> : null}
            >
              {t('noneText')}
            </EmptyState>
          ) : (
            <LoadMore query={query}>
              <ul role="list" aria-label={t('title')} className={styles.people}>
                {pages
                  .flatMap(({ items }) => items)
                  .map((person) => (
                    <PersonItem key={person.id} person={person} />
                  ))}
              </ul>
            </LoadMore>
          )
        }
      </QueryView>
    </>
  );
}

function PersonItem({ person }: { person: DirectoryPerson }) {
  const { t } = useTranslation('directory');
  const me = useMe();
  return (
    <li className={styles.person}>
      <Link to={`/people/${person.id}`} className={styles.link}>
        <PersonLine
          person={person}
          after={person.id === me.id ? <span className={styles.soft}> ({t('common:you')})</span> : null}
        />
      </Link>
      {person.cops.length > 0 ? (
        <p className={styles.cops}>
          <span className="visually-hidden">{t('cops')}: </span>
          {person.cops.map(({ id, slug, name }) => (
            <Link key={id} to={`/cops/${slug}`}>
              {name}
            </Link>
          ))}
        </p>
      ) : null}
    </li>
  );
}
