import { useId } from 'react';
import {
  effectBases,
  effectCertainties,
  effectDirections,
  effectDistributions,
  elsewhereScopes,
  type EffectDimension,
} from '@kring/contracts';
import { SelectField, TextArea, TextField } from '../../../components/fields.tsx';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { FieldProblem } from '../../../lib/form.ts';
import type { EntryDraft } from '../model/entry-draft.ts';
import { DirectionSymbol } from './direction-mark.tsx';
import styles from './entry-fields.module.css';

export interface EntryFieldsProps<D extends EntryDraft> {
  values: D;
  onChange: (values: D) => void;
  dimension: EffectDimension;
  problemOf?: (path: string) => FieldProblem | null;
  /** Asked of the group instead of one person. */
  isGroup?: boolean;
}

/** Direction and reason, which each entry needs. */
export function MainEntryFields<D extends EntryDraft>({ values, onChange, problemOf }: EntryFieldsProps<D>) {
  const { t } = useTranslation('effects');
  return (
    <>
      <DirectionField
        legend={t('form.direction')}
        value={values.direction}
        onChange={(direction) => onChange({ ...values, direction })}
      />
      <TextArea
        label={t('form.why')}
        hint={t('form.whyHint')}
        rows={3}
        maxLength={600}
        value={values.why}
        onChange={(why) => onChange({ ...values, why })}
        problem={problemOf?.('why') ?? null}
      />
    </>
  );
}

export function DirectionField({
  legend,
  value,
  onChange,
}: {
  legend: string;
  value: EntryDraft['direction'];
  onChange: (direction: NonNullable<EntryDraft['direction']>) => void;
}) {
  const { t } = useTranslation('effects');
  const name = useId();
  return (
    <fieldset>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.directions}>
        {effectDirections.map((direction) => (
          <label key={direction} className={styles.direction}>
            <input
              type="radio"
              name={name}
              value={direction}
              checked={value === direction}
              onChange={() => onChange(direction)}
            />
            <DirectionSymbol direction={direction} />
            {t(`direction.${direction}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** How sure, by what, for whom, where and when. */
export function MoreEntryFields<D extends EntryDraft>({
  values,
  onChange,
  dimension,
  problemOf,
  isGroup = false,
}: EntryFieldsProps<D>) {
  const { t } = useTranslation('effects');
  const unsaid = { value: '', label: t('form.unsaid') } as const;
  return (
    <>
      <SelectField
        label={t(isGroup ? 'form.certaintyGroup' : 'form.certainty')}
        value={values.certainty ?? ''}
        onChange={(chosen) => onChange({ ...values, certainty: chosen || null })}
        options={[unsaid, ...effectCertainties.map((value) => ({ value, label: t(`certainty.${value}`) }))]}
      />
      <fieldset>
        <legend className={styles.legend}>{t(isGroup ? 'form.basisGroup' : 'form.basis')}</legend>
        <div className={styles.checks}>
          {effectBases.map((basis) => (
            <label key={basis} className={styles.check}>
              <input
                type="checkbox"
                checked={values.basis.includes(basis)}
                onChange={({ target }) =>
                  onChange({
                    ...values,
                    basis: effectBases.filter((one) =>
                      one === basis ? target.checked : values.basis.includes(one),
                    ),
                  })
                }
              />
              {t(`basis.${basis}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <TextField
        label={t('form.who')}
        hint={t('form.whoHint')}
        isOptional
        maxLength={200}
        value={values.who}
        onChange={(who) => onChange({ ...values, who })}
        problem={problemOf?.('who') ?? null}
      />
      <SelectField
        label={t('form.distribution')}
        value={values.distribution ?? ''}
        onChange={(chosen) => onChange({ ...values, distribution: chosen || null })}
        options={[
          unsaid,
          ...effectDistributions.map((value) => ({ value, label: t(`distribution.${value}`) })),
        ]}
      />
      {dimension === 'elsewhere' ? (
        <SelectField
          label={t('form.scope')}
          value={values.elsewhereScope ?? ''}
          onChange={(chosen) => onChange({ ...values, elsewhereScope: chosen || null })}
          options={[unsaid, ...elsewhereScopes.map((value) => ({ value, label: t(`scope.${value}`) }))]}
        />
      ) : null}
      {dimension === 'later' ? (
        <TextField
          label={t('form.horizon')}
          hint={t('form.horizonHint')}
          isOptional
          maxLength={9}
          value={values.horizon}
          onChange={(horizon) => onChange({ ...values, horizon })}
          problem={problemOf?.('horizon') ?? null}
        />
      ) : null}
    </>
  );
}
