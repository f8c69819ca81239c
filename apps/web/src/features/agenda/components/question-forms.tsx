import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { learningAgendaEndpoints, openQuestionStatuses, type EndpointInput } from '@kring/contracts';
import { ChoiceField, SelectField, TextArea } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { call } from '../../../lib/api/call.ts';
import { useContractForm } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { membersQuery } from '../../../lib/queries/cop-queries.ts';
import type { QuestionFormProps } from './question-dialog.tsx';

const parts = ['why', 'tried', 'learned', 'nextStep'] as const;
// The version is filled in when it is sent.
const anyVersion = 1;

function OwnerField({
  copId,
  value,
  onChange,
}: {
  copId: string;
  value: string;
  onChange: (id: string) => void;
}) {
  const { t } = useTranslation('agenda');
  const members = useQuery(membersQuery(copId));
  return (
    <SelectField
      label={t('form.owner')}
      value={value}
      onChange={onChange}
      options={[
        { value: '', label: t('form.nobody') },
        ...(members.data ?? []).map(({ person }) => ({ value: person.id, label: person.name })),
      ]}
    />
  );
}

interface AddQuestionFormProps {
  copId: string;
  onClose: () => void;
  onSend: (
    body: EndpointInput<typeof learningAgendaEndpoints.createLearningQuestion>['body'],
  ) => Promise<void>;
}

export function AddQuestionForm({ copId, onClose, onSend }: AddQuestionFormProps) {
  const { t } = useTranslation('agenda');
  const [text, setText] = useState('');
  const [why, setWhy] = useState('');
  const [ownerId, setOwnerId] = useState('');
  const form = useContractForm(learningAgendaEndpoints.createLearningQuestion.body, onSend);
  return (
    <Form
      form={form}
      submitLabel={t('add')}
      onSubmit={() => void form.submit({ text, why, ownerId: ownerId || null })}
      onCancel={onClose}
    >
      <TextArea
        label={t('form.text')}
        hint={t('form.textHint')}
        rows={3}
        autoFocus
        value={text}
        onChange={setText}
        problem={form.problemOf('text')}
      />
      <TextArea
        label={t('part.why')}
        isOptional
        rows={3}
        value={why}
        onChange={setWhy}
        problem={form.problemOf('why')}
      />
      <OwnerField copId={copId} value={ownerId} onChange={setOwnerId} />
    </Form>
  );
}

export function RewordQuestionForm({ question, onClose, onSend }: QuestionFormProps) {
  const { t } = useTranslation('agenda');
  const { id: questionId, letter, versions } = question;
  const [text, setText] = useState(versions.at(-1)?.text ?? '');
  const [changedBecause, setChangedBecause] = useState('');
  const form = useContractForm(learningAgendaEndpoints.rewordLearningQuestion.body, (body) =>
    onSend(
      (version) =>
        call(learningAgendaEndpoints.rewordLearningQuestion, {
          params: { questionId },
          body: { ...body, version },
        }),
      t('reworded', { letter }),
    ),
  );
  return (
    <Form
      form={form}
      submitLabel={t('rewordSubmit')}
      onSubmit={() => void form.submit({ version: anyVersion, text, changedBecause })}
      onCancel={onClose}
    >
      <TextArea
        label={t('form.text')}
        hint={t('form.textHint')}
        rows={3}
        autoFocus
        value={text}
        onChange={setText}
        problem={form.problemOf('text')}
      />
      <TextArea
        label={t('form.changedBecause')}
        hint={t('form.changedBecauseHint')}
        rows={3}
        value={changedBecause}
        onChange={setChangedBecause}
        problem={form.problemOf('changedBecause')}
      />
    </Form>
  );
}

export function EditQuestionForm({ question, onClose, onSend }: QuestionFormProps) {
  const { t } = useTranslation('agenda');
  const { id: questionId, letter, copId, why, tried, learned, nextStep } = question;
  const [ownerId, setOwnerId] = useState(question.owner?.id ?? '');
  const [texts, setTexts] = useState({ why, tried, learned, nextStep });
  const form = useContractForm(learningAgendaEndpoints.updateLearningQuestion.body, (body) =>
    onSend(
      (version) =>
        call(learningAgendaEndpoints.updateLearningQuestion, {
          params: { questionId },
          body: { ...body, version },
        }),
      t('edited', { letter }),
    ),
  );
  return (
    <Form
      form={form}
      submitLabel={t('common:save')}
      onSubmit={() => void form.submit({ version: anyVersion, ownerId: ownerId || null, ...texts })}
      onCancel={onClose}
    >
      <OwnerField copId={copId} value={ownerId} onChange={setOwnerId} />
      {parts.map((part) => (
        <TextArea
          key={part}
          label={t(`part.${part}`)}
          isOptional
          rows={3}
          value={texts[part]}
          onChange={(value) => setTexts({ ...texts, [part]: value })}
          problem={form.problemOf(part)}
        />
      ))}
    </Form>
  );
}

export function StatusForm({ question, onClose, onSend }: QuestionFormProps) {
  const { t } = useTranslation('agenda');
  const { id: questionId, letter } = question;
  const [status, setStatus] = useState(
    () => openQuestionStatuses.find((known) => known === question.status) ?? 'open',
  );
  const form = useContractForm(learningAgendaEndpoints.changeLearningQuestionStatus.body, (body) =>
    onSend(
      (version) =>
        call(learningAgendaEndpoints.changeLearningQuestionStatus, {
          params: { questionId },
          body: { ...body, version },
        }),
      t('edited', { letter }),
    ),
  );
  return (
    <Form
      form={form}
      submitLabel={t('common:save')}
      onSubmit={() => void form.submit({ version: anyVersion, status })}
      onCancel={onClose}
    >
      <ChoiceField
        legend={t('form.status')}
        value={status}
        onChange={setStatus}
        options={openQuestionStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
    </Form>
  );
}
