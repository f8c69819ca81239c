import { useQuery } from '@tanstack/react-query';
import type { CaseTheme, CopRole } from '@kring/contracts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { SelectField, TextArea, TextField } from '../../../components/fields.tsx';
import type { FieldProblem } from '../../../lib/form.ts';
import { membersQuery } from '../../../lib/queries/cop-queries.ts';
import { ThemesField } from './themes-field.tsx';

const holderRoles: readonly CopRole[] = ['participant', 'facilitator'];

export interface CaseFieldValues {
  readonly title: string;
  readonly question: string;
  readonly region: string;
  readonly themes: readonly CaseTheme[];
  readonly holderId: string;
}

interface CaseFieldsProps {
  copId: string;
  values: CaseFieldValues;
  onChange: (values: CaseFieldValues) => void;
  problemOf: (path: string) => FieldProblem | null;
  /** Shown for the present holder while, or when, the members cannot be loaded. */
  holder: { id: string; name: string };
}

/** Title, question, region, themes and case holder: the same fields when a case is opened and when it is edited. */
export function CaseFields({ copId, values, onChange, problemOf, holder }: CaseFieldsProps) {
  const { t } = useTranslation('cases');
  return (
    <>
      <TextField
        label={t('form.title')}
        hint={t('form.titleHint')}
        value={values.title}
        onChange={(title) => onChange({ ...values, title })}
        problem={problemOf('title')}
      />
      <TextArea
        label={t('form.question')}
        hint={t('form.questionHint')}
        isOptional
        rows={3}
        value={values.question}
        onChange={(question) => onChange({ ...values, question })}
        problem={problemOf('question')}
      />
      <TextField
        label={t('form.region')}
        hint={t('form.regionHint')}
        isOptional
        value={values.region}
        onChange={(region) => onChange({ ...values, region })}
        problem={problemOf('region')}
      />
      <SelectField
        label={t('form.holder')}
        hint={t('form.holderHint')}
        value={values.holderId}
        onChange={(holderId) => onChange({ ...values, holderId })}
        options={useHolderOptions(copId, holder)}
        problem={problemOf('holderId')}
      />
      <ThemesField
        value={values.themes}
        onChange={(themes) => onChange({ ...values, themes })}
        problem={problemOf('themes')}
      />
    </>
  );
}

function useHolderOptions(copId: string, holder: { id: string; name: string }) {
  const { data: members = [] } = useQuery(membersQuery(copId));
  const people = members.filter(({ role }) => holderRoles.includes(role)).map(({ person }) => person);
  const options = people.map(({ id, name, organisation }) => ({
    value: id,
    label: organisation ? `${name} (${organisation.name})` : name,
  }));
  const isKnown = options.some((option) => option.value === holder.id);
  return isKnown ? options : [{ value: holder.id, label: holder.name }, ...options];
}
