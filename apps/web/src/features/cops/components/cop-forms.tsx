import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useNavigate } from 'react-router';
import { copKeepingEndpoints, type Cop } from '@kring/contracts';
import { SelectField, TextArea, TextField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { ApiError } from '../../../lib/api/api-error.ts';
import { call } from '../../../lib/api/call.ts';
import { useContractForm } from '../../../lib/form.ts';
import { organisationsQuery, organisationsToChoose } from '../../../lib/queries/organisation-queries.ts';
import { copQuery } from '../../../lib/queries/cop-queries.ts';
import type { OwnText } from './cop-about.tsx';

function CoordinatorField({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { t } = useTranslation('cops');
  const organisations = useQuery(organisationsQuery);
  return (
    <SelectField
      label={t('form.coordinator')}
      value={value}
      onChange={onChange}
      options={[
        { value: '', label: t('form.noCoordinator') },
        ...organisationsToChoose(organisations.data ?? [], value).map(({ id, name }) => ({
          value: id,
          label: name,
        })),
      ]}
    />
  );
}

/** Starts a CoP, with its first facilitator. */
export function CreateCopForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('cops');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [question, setQuestion] = useState('');
  const [coordinatorId, setCoordinatorId] = useState('');
  const [facilitatorEmail, setFacilitatorEmail] = useState('');
  const form = useContractForm(copKeepingEndpoints.createCop.body, async (body) => {
    const cop = await call(copKeepingEndpoints.createCop, { body });
    await queryClient.invalidateQueries({ queryKey: ['cops'] });
    showToast(t('form.created', { cop: cop.name }));
    await navigate(`/cops/${cop.slug}`);
  });
  return (
    <Form
      form={form}
      submitLabel={t('form.create')}
      onSubmit={() =>
        void form.submit({ name, question, coordinatorId: coordinatorId || null, facilitatorEmail })
      }
      onCancel={onClose}
    >
      <TextField
        label={t('form.name')}
        autoFocus
        value={name}
        onChange={setName}
        problem={form.problemOf('name')}
      />
      <TextField
        label={t('form.question')}
        hint={t('form.questionHint')}
        value={question}
        onChange={setQuestion}
        problem={form.problemOf('question')}
      />
      <CoordinatorField value={coordinatorId} onChange={setCoordinatorId} />
      <TextField
        label={t('form.facilitatorEmail')}
        hint={t('form.facilitatorHint')}
        type="email"
        value={facilitatorEmail}
        onChange={setFacilitatorEmail}
        problem={form.problemOf('facilitatorEmail')}
      />
    </Form>
  );
}

interface EditCopFormProps {
  cop: Cop;
  /** The text in which to begin; else at the top. */
  beginAt?: OwnText | undefined;
  onClose: () => void;
}

/** Changes name, question, coordinator and texts. A change by somebody else meanwhile keeps what was typed. */
export function EditCopForm({ cop, beginAt, onClose }: EditCopFormProps) {
  const { t } = useTranslation('cops');
  const queryClient = useQueryClient();
  const [version, setVersion] = useState(cop.version);
  const [name, setName] = useState(cop.name);
  const [question, setQuestion] = useState(cop.question);
  const [coordinatorId, setCoordinatorId] = useState(cop.coordinator?.id ?? '');
  const [charter, setCharter] = useState(cop.charter);
  const [texts, setTexts] = useState({ houseRules: cop.houseRules, welcome: cop.welcome });
  const form = useContractForm(copKeepingEndpoints.updateCop.body, async (body) => {
    try {
      const saved = await call(copKeepingEndpoints.updateCop, { params: { copId: cop.id }, body });
      queryClient.setQueryData(copQuery(cop.slug).queryKey, saved);
      await queryClient.invalidateQueries({ queryKey: ['cops'] });
      showToast(t('edited'));
      onClose();
    } catch (error) {
      if (error instanceof ApiError && error.code === 'changed-meanwhile') {
        // The next save is then a choice made knowingly.
        setVersion((await queryClient.fetchQuery({ ...copQuery(cop.slug), staleTime: 0 })).version);
      }
      throw error;
    }
  });
  return (
    <Form
      form={form}
      submitLabel={t('common:save')}
      onSubmit={() =>
        void form.submit({ version, name, question, coordinatorId: coordinatorId || null, charter, ...texts })
      }
      onCancel={onClose}
    >
      <TextField label={t('form.name')} value={name} onChange={setName} problem={form.problemOf('name')} />
      <TextField
        label={t('form.question')}
        hint={t('form.questionHint')}
        value={question}
        onChange={setQuestion}
        problem={form.problemOf('question')}
      />
      <CoordinatorField value={coordinatorId} onChange={setCoordinatorId} />
      {(['purpose', 'audience', 'workingAgreements'] as const).map((part) => (
        <TextArea
          key={part}
          label={t(`about.${part}`)}
          isOptional
          value={charter[part]}
          onChange={(value) => setCharter({ ...charter, [part]: value })}
          problem={form.problemOf(`charter.${part}`)}
        />
      ))}
      {(['houseRules', 'welcome'] as const).map((text) => (
        <TextArea
          key={text}
          label={t(`about.${text}`)}
          hint={t(`form.${text}Hint`)}
          isOptional
          autoFocus={text === beginAt}
          value={texts[text]}
          onChange={(value) => setTexts({ ...texts, [text]: value })}
          problem={form.problemOf(text)}
        />
      ))}
    </Form>
  );
}
