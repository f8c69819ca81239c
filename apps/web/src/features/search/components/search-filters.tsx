import { useQuery } from '@tanstack/react-query';
import { caseStatuses, searchKinds, type SearchPage } from '@kring/contracts';
import { SelectField, TextField } from '../../../components/fields.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { copsQuery } from '../../../lib/queries/cop-queries.ts';
import type { SearchFilters } from '../api/search-queries.ts';
import styles from './search-filters.module.css';

interface SearchFiltersProps {
  filters: SearchFilters;
  /** Of the first page; null while it loads. */
  counts: SearchPage['counts'];
  onChange: (filters: SearchFilters) => void;
}

/** Kinds with how many there are of each, and below it the other ways to narrow a search. */
export function SearchFilterBar({ filters, counts, onChange }: SearchFiltersProps) {
  const { t } = useTranslation('search');
  return (
    <div className={styles.filters}>
      <div role="group" aria-label={t('kinds')} className={styles.kinds}>
        {[undefined, ...searchKinds].map((kind) => {
          const count = kind && counts ? counts[kind] : null;
          return (
            <button
              key={kind ?? 'all'}
              type="button"
              aria-pressed={filters.kind === kind}
              className={styles.kind}
              onClick={() => onChange({ ...filters, kind })}
            >
              {t(kind ? `kinds_.${kind}` : 'kinds_.all')}
              {count && (count.count > 0 || !count.isMore) ? (
                <span className={styles.count}>{count.isMore ? `${count.count}+` : count.count}</span>
              ) : null}
            </button>
          );
        })}
      </div>
      <details className={styles.more} open={hasMore(filters) || undefined}>
        <summary>{t('narrow')}</summary>
        <NarrowFields filters={filters} onChange={onChange} />
      </details>
    </div>
  );
}

const hasMore = ({ copId, region, status, archived }: SearchFilters) =>
  copId !== undefined || region !== undefined || status !== undefined || archived === 'true';

function NarrowFields({ filters, onChange }: Omit<SearchFiltersProps, 'counts'>) {
  const { t } = useTranslation('search');
  const { data: cops = [] } = useQuery(copsQuery);
  return (
    <div className={styles.fields}>
      <SelectField
        label={t('cop')}
        value={filters.copId ?? ''}
        onChange={(copId) => onChange({ ...filters, copId: copId || undefined })}
        options={[
          { value: '', label: t('anyCop') },
          ...cops.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <SelectField
        label={t('status')}
        value={filters.status ?? ''}
        onChange={(status) => onChange({ ...filters, status: status || undefined })}
        options={[
          { value: '', label: t('anyStatus') },
          ...caseStatuses.map((status) => ({ value: status, label: t(`statuses.${status}`) })),
        ]}
      />
      <TextField
        label={t('region')}
        maxLength={120}
        value={filters.region ?? ''}
        onChange={(region) => onChange({ ...filters, region: region.trimStart() || undefined })}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={filters.archived === 'true'}
          onChange={({ target }) => onChange({ ...filters, archived: target.checked ? 'true' : undefined })}
        />
        {t('withArchived')}
      </label>
    </div>
  );
}
