import { useState } from 'react';
import { Earth, UsersRound } from 'lucide-react';
import { ChecksField } from '../../../components/checks-field.tsx';
import {
  ChoiceField,
  FormFailure,
  FormStack,
  PlainSelect,
  SelectField,
  TextArea,
  TextField,
} from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { ApiError } from '../../../lib/api/api-error.ts';
import type { FieldProblem } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { Specimen } from './specimen.ts';

const missing: FieldProblem = { code: 'too_small', minimum: 1 };
const nothing = () => undefined;

interface Way {
  start?: string;
  problem?: FieldProblem;
  isOptional?: boolean;
  isReadOnly?: boolean;
}

function Line({ start = '', ...way }: Way) {
  const { t } = useTranslation('style');
  const [value, setValue] = useState(start);
  return (
    <TextField
      label={t('sample.title')}
      hint={t('sample.titleHint')}
      value={value}
      onChange={setValue}
      {...way}
    />
  );
}

function FilledLine({ isReadOnly = false }: { isReadOnly?: boolean }) {
  const { t } = useTranslation('style');
  return <Line start={t('sample.caseTitle')} isReadOnly={isReadOnly} />;
}

function Area({ problem }: Way) {
  const { t } = useTranslation('style');
  const [value, setValue] = useState(problem ? '' : t('sample.question'));
  return (
    <TextArea label={t('sample.questionLabel')} value={value} onChange={setValue} problem={problem ?? null} />
  );
}

function useStatuses() {
  const { t } = useTranslation('style');
  return [
    { value: 'open', label: t('sample.statusOpen') },
    { value: 'done', label: t('sample.statusDone') },
  ] as const;
}

function Select({
  isDisabled = false,
  problem = null,
}: {
  isDisabled?: boolean;
  problem?: FieldProblem | null;
}) {
  const { t } = useTranslation('style');
  const [value, setValue] = useState<'open' | 'done'>('open');
  const options = useStatuses();
  return (
    <SelectField
      label={t('sample.status')}
      value={value}
      onChange={setValue}
      options={options}
      isDisabled={isDisabled}
      problem={problem}
    />
  );
}

function BareSelect() {
  const { t } = useTranslation('style');
  const [value, setValue] = useState<'open' | 'done'>('done');
  const options = useStatuses();
  return <PlainSelect aria-label={t('sample.status')} value={value} onChange={setValue} options={options} />;
}

function Choices() {
  const { t } = useTranslation('style');
  const [value, setValue] = useState<'cop' | 'all' | 'none'>('cop');
  return (
    <ChoiceField
      legend={t('sample.whoSees')}
      hint={t('sample.whoSeesHint')}
      value={value}
      onChange={setValue}
      options={[
        { value: 'cop', label: t('sample.thisCop'), text: t('sample.thisCopText'), icon: <UsersRound /> },
        { value: 'all', label: t('sample.everybody'), text: t('sample.everybodyText'), icon: <Earth /> },
        { value: 'none', label: t('sample.notPossible'), isDisabled: true },
      ]}
    />
  );
}

function Checks({ problem = null }: { problem?: FieldProblem | null }) {
  const { t } = useTranslation('style');
  const [value, setValue] = useState<readonly string[]>(problem ? [] : ['living']);
  return (
    <ChecksField
      legend={t('sample.themes')}
      hint={t('sample.themesHint')}
      value={value}
      onChange={setValue}
      problem={problem}
      most={2}
      groups={[
        {
          checks: [
            { value: 'living', label: t('sample.living') },
            { value: 'health', label: t('sample.health') },
            { value: 'society', label: t('sample.society') },
          ],
        },
      ]}
    />
  );
}

function FormSample({ isBusy = false, failure = null }: { isBusy?: boolean; failure?: ApiError | null }) {
  const { t } = useTranslation('style');
  return (
    <Form
      form={{ failure, isBusy, ref: { current: null } }}
      onSubmit={nothing}
      submitLabel={t('sample.save')}
      onCancel={nothing}
    >
      <Line start={t('sample.caseTitle')} />
    </Form>
  );
}

export const fieldSpecimens: readonly Specimen[] = [
  {
    file: 'fields',
    states: [
      { name: 'empty', variant: 'TextField', Show: () => <Line /> },
      { name: 'hover', variant: 'TextField', Show: () => <Line /> },
      { name: 'focus', variant: 'TextField', Show: () => <Line /> },
      { name: 'filled', variant: 'TextField', Show: () => <FilledLine /> },
      { name: 'error', variant: 'TextField', Show: () => <Line problem={missing} /> },
      { name: 'optional', variant: 'TextField', Show: () => <Line isOptional /> },
      { name: 'readOnly', variant: 'TextField', Show: () => <FilledLine isReadOnly /> },
      { name: 'filled', variant: 'TextArea', Show: () => <Area /> },
      { name: 'error', variant: 'TextArea', Show: () => <Area problem={missing} /> },
      { name: 'default', variant: 'SelectField', Show: () => <Select /> },
      { name: 'focus', variant: 'SelectField', Show: () => <Select /> },
      { name: 'disabled', variant: 'SelectField', Show: () => <Select isDisabled /> },
      { name: 'error', variant: 'SelectField', Show: () => <Select problem={missing} /> },
      { name: 'default', variant: 'PlainSelect', Show: BareSelect },
      { name: 'chosen', variant: 'ChoiceField', Show: Choices },
      { name: 'hover', variant: 'ChoiceField', Show: Choices },
      { name: 'focus', variant: 'ChoiceField', Show: Choices },
      {
        name: 'error',
        variant: 'FormFailure',
        Show: () => (
          <FormStack>
            <FormFailure failure={new ApiError('changed-meanwhile')} />
            <FormFailure failure={new ApiError('internal-error', { correlationId: 'k7f3-92ab' })} />
          </FormStack>
        ),
      },
    ],
  },
  {
    file: 'checks-field',
    states: [
      { name: 'chosen', Show: () => <Checks /> },
      { name: 'hover', Show: () => <Checks /> },
      { name: 'focus', Show: () => <Checks /> },
      { name: 'error', Show: () => <Checks problem={missing} /> },
    ],
  },
  {
    file: 'form',
    states: [
      { name: 'default', Show: () => <FormSample /> },
      { name: 'busy', Show: () => <FormSample isBusy /> },
      { name: 'error', Show: () => <FormSample failure={new ApiError('offline')} /> },
    ],
  },
];
