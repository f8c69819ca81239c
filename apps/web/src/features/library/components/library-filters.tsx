import { useState, type FormEvent } from 'react';
import { Search, X } from 'lucide-react';
import { libraryKinds } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { SelectField, TextField } from '../../../components/fields.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { LibraryFilter } from '../../../lib/queries/library-queries.ts';
import styles from './library.module.css';

interface LibraryFiltersProps {
  filter: LibraryFilter;
  onChange: (filter: LibraryFilter) => void;
}

/** Words to look for, and files or links alone. */
export function LibraryFilters({ filter, onChange }: LibraryFiltersProps) {
  // Words that come from elsewhere, such as the address or the way to show all again, replace what was typed.
  return <Fields key={filter.q ?? ''} filter={filter} onChange={onChange} />;
}

function Fields({ filter, onChange }: LibraryFiltersProps) {
  const { t } = useTranslation('library');
  const [words, setWords] = useState(filter.q ?? '');
  function search(event: FormEvent) {
    event.preventDefault();
    onChange({ ...filter, q: words.trim() });
  }
  const isFiltered = filter.kind !== undefined || filter.q !== undefined;
  return (
    <search>
      <form className={styles.filters} onSubmit={search}>
        <TextField label={t('search')} type="search" maxLength={100} value={words} onChange={setWords} />
        <SelectField
          label={t('kind')}
          value={filter.kind ?? ''}
          onChange={(kind) => onChange({ q: words.trim(), kind: kind || undefined })}
          options={[
            { value: '', label: t('anyKind') },
            ...libraryKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
          ]}
        />
        <div className={styles.adds}>
          <Button type="submit" icon={<Search />}>
            {t('submit')}
          </Button>
          {isFiltered ? (
            <Button variant="quiet" icon={<X />} onPress={() => onChange({})}>
              {t('clear')}
            </Button>
          ) : null}
        </div>
      </form>
    </search>
  );
}
