import { useState, type FormEvent } from 'react';
import { Search, X } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../../components/button.tsx';
import { SelectField, TextField } from '../../../components/fields.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { copsQuery } from '../../../lib/queries/cop-queries.ts';
import type { DirectoryFilter } from '../../../lib/queries/directory-queries.ts';
import { organisationsQuery } from '../../../lib/queries/organisation-queries.ts';
import styles from './directory.module.css';

interface DirectoryFiltersProps {
  filter: DirectoryFilter;
  onChange: (filter: DirectoryFilter) => void;
}

/** A name to look for, an organisation, and one of the CoPs whose members one sees. */
export function DirectoryFilters({ filter, onChange }: DirectoryFiltersProps) {
  const { t } = useTranslation('directory');
  const [words, setWords] = useState(filter.q ?? '');
  const { data: organisations = [] } = useQuery(organisationsQuery);
  const { data: cops = [] } = useQuery(copsQuery);
  const seen = cops.filter(({ abilities }) => abilities.includes('cop.read-members'));
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const narrow = (part: DirectoryFilter) => onChange({ ...filter, q: words.trim(), ...part });
  function search(event: FormEvent) {
    event.preventDefault();
    narrow({});
  }
  return (
    <search>
      <form className={styles.filters} onSubmit={search}>
        <TextField label={t('search')} type="search" maxLength={100} value={words} onChange={setWords} />
        <SelectField
          label={t('organisation')}
          value={filter.organisationId ?? ''}
          onChange={(organisationId) => narrow({ organisationId })}
          options={[
            { value: '', label: t('anyOrganisation') },
            ...organisations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SelectField
          label={t('cop')}
          value={filter.copId ?? ''}
          onChange={(copId) => narrow({ copId })}
          options={[
            { value: '', label: t('anyCop') },
            ...seen.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <div className={styles.acts}>
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
