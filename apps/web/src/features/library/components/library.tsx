import { useState } from 'react';
import { FileUp, Link2 } from 'lucide-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Cop, LibraryItem } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { LoadMore } from '../../../components/load-more.tsx';
import { EmptyState, QueryView } from '../../../components/states.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { libraryQuery } from '../../../lib/queries/library-queries.ts';
import { useLibraryFilter } from '../hooks/use-library-filter.ts';
import { LibraryFilters } from './library-filters.tsx';
import { LibraryRow } from './library-row.tsx';
import styles from './library.module.css';
import { lazyPart, Part } from '../../../components/part.tsx';

const LibraryDialog = lazyPart(() => import('./library-dialog.tsx'), 'LibraryDialog');

/** What somebody is about to add or change. */
export type LibraryAct =
  { readonly kind: 'file' | 'link' } | { readonly kind: 'edit'; readonly item: LibraryItem };

/** Files and links of a CoP. */
export function Library({ cop }: { cop: Cop }) {
  const { t } = useTranslation('library');
  if (cop.abilities.includes('library-item.list')) return <Items cop={cop} />;
  return <EmptyState title={t('hidden')}>{t('hiddenText')}</EmptyState>;
}

function Items({ cop }: { cop: Cop }) {
  const { t } = useTranslation('library');
  const [filter, setFilter] = useLibraryFilter();
  const [open, setOpen] = useState<LibraryAct | null>(null);
  const query = useInfiniteQuery(libraryQuery(cop.id, filter));
  const isFiltered = filter.kind !== undefined || filter.q !== undefined;
  const add = cop.abilities.includes('library-item.create') ? (
    <div className={styles.adds}>
      <Button icon={<FileUp />} onPress={() => setOpen({ kind: 'file' })}>
        {t('addFile')}
      </Button>
      <Button icon={<Link2 />} onPress={() => setOpen({ kind: 'link' })}>
        {t('addLink')}
      </Button>
    </div>
  ) : null;
  const isEmpty = query.data?.pages[0]?.items.length === 0;
  const isBare = isEmpty && !isFiltered;
  return (
    <div className={styles.library}>
      {isBare ? null : (
        <>
          <div className={styles.head}>
            <p className={styles.lead}>{t('lead')}</p>
            {add}
          </div>
          <LibraryFilters filter={filter} onChange={setFilter} />
        </>
      )}
      <QueryView query={query} lines={5}>
        {({ pages }) => (
          <>
            <p role="status" className="visually-hidden">
              {isFiltered ? t('found', { count: pages[0]?.items.length ?? 0 }) : null}
            </p>
            {isBare ? (
              <EmptyState title={t('empty')} action={add}>
                {t('emptyText')}
              </EmptyState>
            ) : isEmpty ? (
              <EmptyState
                title={t('none')}
                action={<Button onPress={() => setFilter({})}>{t('showAll')}</Button>}
              >
                {t('noneText')}
              </EmptyState>
            ) : (
              <LoadMore query={query}>
                <ul role="list" aria-label={t('title')} className={styles.list}>
                  {pages
                    .flatMap(({ items }) => items)
                    .map((item) => (
                      <LibraryRow key={item.id} item={item} onEdit={() => setOpen({ kind: 'edit', item })} />
                    ))}
                </ul>
              </LoadMore>
            )}
          </>
        )}
      </QueryView>
      {open ? (
        <Part tells="toast">
          <LibraryDialog copId={cop.id} act={open} onClose={() => setOpen(null)} />
        </Part>
      ) : null}
    </div>
  );
}
