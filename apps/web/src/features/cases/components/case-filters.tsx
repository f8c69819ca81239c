import { useRef } from 'react';
import { X } from 'lucide-react';
import { caseStatuses, caseThemes, type CaseFacets } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { SelectField } from '../../../components/fields.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { CaseFilter } from '../../../lib/queries/case-queries.ts';
import { isFiltered } from '../hooks/use-case-filter.ts';
import styles from './case-filters.module.css';

interface CaseFiltersProps {
  filter: CaseFilter;
  /** Undefined until they are loaded; one can choose before that. */
  counts: CaseFacets | undefined;
  onChange: (filter: CaseFilter) => void;
}

/** Status, region and theme, each with how many cases choosing it shows. */
export function CaseFilters({ filter, counts, onChange }: CaseFiltersProps) {
  const { t } = useTranslation('cases');
  const box = useRef<HTMLFieldSetElement>(null);
  const statuses = new Map(counts?.statuses.map(({ status, count }) => [status, count]));
  const themes = new Map(counts?.themes.map(({ theme, count }) => [theme, count]));
  const counted = (label: string, count = 0) => (counts ? `${label} (${count})` : label);

  function clear() {
    onChange({});
    // The button goes away with the filters.
    box.current?.querySelector('select')?.focus();
  }
  return (
    <fieldset ref={box} className={styles.filters}>
      <legend className="visually-hidden">{t('filter.label')}</legend>
      <SelectField
        label={t('filter.status')}
        value={filter.status ?? ''}
        onChange={(status) => onChange({ ...filter, status: status || undefined })}
        options={[
          { value: '', label: t('filter.anyStatus') },
          ...caseStatuses.map((status) => ({
            value: status,
            label: counted(t(`status.${status}`), statuses.get(status)),
          })),
        ]}
      />
      <RegionField filter={filter} counts={counts} onChange={onChange} />
      <SelectField
        label={t('filter.theme')}
        value={filter.theme ?? ''}
        onChange={(theme) => onChange({ ...filter, theme: theme || undefined })}
        options={[
          { value: '', label: t('filter.anyTheme') },
          ...caseThemes
            .filter((theme) => !counts || themes.has(theme) || theme === filter.theme)
            .map((theme) => ({ value: theme, label: counted(t(`theme.${theme}`), themes.get(theme)) })),
        ]}
      />
      <div className={styles.foot}>
        <p role="status" className={styles.found}>
          {counts ? <Found filter={filter} counts={counts} /> : null}
        </p>
        {isFiltered(filter) ? (
          <Button variant="quiet" size="small" icon={<X />} onPress={clear}>
            {t('filter.clear')}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

function Found({ filter, counts }: { filter: CaseFilter; counts: CaseFacets }) {
  const { t } = useTranslation('cases');
  const { all, found } = counts;
  return isFiltered(filter) ? t('filter.found', { found, all }) : t('filter.all', { count: all });
}

function RegionField({ filter, counts, onChange }: CaseFiltersProps) {
  const { t } = useTranslation('cases');
  const known = counts?.regions ?? [];
  const wanted = filter.region?.toLowerCase();
  const chosen = known.find(({ region }) => region.toLowerCase() === wanted)?.region ?? filter.region;
  const missing = chosen !== undefined && !known.some(({ region }) => region === chosen);
  return (
    <SelectField
      label={t('filter.region')}
      value={chosen ?? ''}
      onChange={(region) => onChange({ ...filter, region: region || undefined })}
      options={[
        { value: '', label: t('filter.anyRegion') },
        ...(missing ? [{ value: chosen, label: counts ? `${chosen} (0)` : chosen }] : []),
        ...known.map(({ region, count }) => ({ value: region, label: `${region} (${count})` })),
      ]}
    />
  );
}
