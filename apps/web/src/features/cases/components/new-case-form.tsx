import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { useNavigate } from 'react-router';
import { endpoints, type CaseVisibility, type Cop, type Me } from '@kring/contracts';
import { Form } from '../../../components/form.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { call } from '../../../lib/api/call.ts';
import { useContractForm } from '../../../lib/form.ts';
import { CaseFields, type CaseFieldValues } from './case-fields.tsx';
import { TemplateField, useTemplateChoice } from './template-field.tsx';
import { VisibilityField } from './visibility-field.tsx';

/** Opens a case and goes straight to its first note. */
export function NewCaseForm({ cop, me }: { cop: Cop; me: Me }) {
  const { t } = useTranslation('cases');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [values, setValues] = useState<CaseFieldValues>({
    title: '',
    question: '',
    region: '',
    themes: [],
    holderId: me.id,
  });
  const [visibility, setVisibility] = useState<CaseVisibility>('cop');
  const template = useTemplateChoice(cop.id, 'default');
  const form = useContractForm(endpoints.createCase.body, async (input) => {
    const body = { ...input, templateId: await template.read() };
    const made = await call(endpoints.createCase, { params: { copId: cop.id }, body });
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: ['cops'] }),
      queryClient.invalidateQueries({ queryKey: ['cases'] }),
      queryClient.invalidateQueries({ queryKey: ['home'] }),
    ]);
    showToast(t('form.created'));
    const first = made.notes[0];
    await navigate(first ? `/cases/${made.id}/notes/${first.id}` : `/cases/${made.id}`);
  });
  const isOwnCase = values.holderId === me.id;
  const chosen = visibility === 'private' && !isOwnCase ? 'cop' : visibility;
  return (
    <Form
      form={form}
      submitLabel={t('form.submit')}
      onSubmit={() => void form.submit({ ...values, themes: [...values.themes], visibility: chosen })}
      onCancel={() => void navigate(`/cops/${cop.slug}/cases`)}
    >
      <CaseFields
        copId={cop.id}
        values={values}
        onChange={setValues}
        problemOf={form.problemOf}
        holder={me}
      />
      <TemplateField copId={cop.id} choice={template} />
      <VisibilityField value={chosen} onChange={setVisibility} isOwnCase={isOwnCase} />
    </Form>
  );
}
