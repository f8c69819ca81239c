import { useState } from 'react';
import { Search } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { searchQuerySchema } from '@kring/contracts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/fields.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Found } from '../../features/search/components/search-page.tsx';
import type { SearchFilters } from '../../features/search/api/search-queries.ts';
import { useTranslation } from '../../lib/i18n/use-translation.ts';
import styles from './search.module.css';

const filterSchemas = searchQuerySchema.omit({ q: true, cursor: true }).shape;

/** Searching in all texts. What one looks for, and how it is narrowed, stands in the address. */
export function Component() {
  const { t } = useTranslation('search');
  const [params, setParams] = useSearchParams();
  const q = params.get('q')?.trim() ?? '';
  const filters = readFilters(params);
  const search = (text: string, next: SearchFilters) =>
    setParams(toParams(text, next), { state: { keepFocus: true } });
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <SearchForm key={q} q={q} onSearch={(text) => search(text, filters)} />
      {q === '' ? null : <Found q={q} filters={filters} onSearch={search} />}
    </>
  );
}

function SearchForm({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const { t } = useTranslation('search');
  const [text, setText] = useState(q);
  return (
    <search>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') onSearch(text.trim());
        }}
      >
        <div className={styles.field}>
          <TextField
            label={t('label')}
            hint={t('hint')}
            type="search"
            name="q"
            maxLength={200}
            autoFocus={q === ''}
            value={text}
            onChange={setText}
          />
        </div>
        <Button type="submit" variant="primary" icon={<Search aria-hidden="true" />}>
          {t('submit')}
        </Button>
      </form>
    </search>
  );
}

/** Filters that the address has and that exist; what somebody else put there is left out. */
function readFilters(params: URLSearchParams): SearchFilters {
  const entries = Object.entries(filterSchemas).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(params.get(name) ?? undefined);
    return parsed.success && parsed.data !== undefined ? [[name, parsed.data] as const] : [];
  });
  return Object.fromEntries(entries) as SearchFilters;
}

function toParams(q: string, filters: SearchFilters): URLSearchParams {
  const params = new URLSearchParams({ q });
  for (const [name, value] of Object.entries(filters)) if (value !== undefined) params.set(name, value);
  return params;
}
