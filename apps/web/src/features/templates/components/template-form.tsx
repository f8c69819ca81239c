import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import {
  templateEndpoints,
  createTemplateInputSchema,
  languages,
  type Cop,
  type Language,
  type Template,
} from '@kring/contracts';
import { SelectField, TextArea, TextField } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { ApiError } from '../../../lib/api/api-error.ts';
import { call } from '../../../lib/api/call.ts';
import { useContractForm } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { templateQuery } from '../../../lib/queries/template-queries.ts';
import { newSection, SectionFields } from './section-fields.tsx';
import styles from './templates.module.css';

interface TemplateFormProps {
  cop: Cop;
  /** Null: a new one. */
  template: Template | null;
  language: Language;
}

/** Makes or changes a template. A change by somebody else meanwhile keeps what was typed. */
export function TemplateForm({ cop, template, language }: TemplateFormProps) {
  const { t } = useTranslation('templates');
  const navigate = useNavigate();
  const back = `/cops/${cop.slug}/templates`;
  const [values, setValues] = useState({
    name: template?.name ?? '',
    description: template?.description ?? '',
    language: template?.language ?? language,
    sections: template?.sections ?? [newSection()],
  });
  const save = useSave(cop, template);
  const form = useContractForm(createTemplateInputSchema, async (input) => {
    await save(input);
    showToast(t(template ? 'form.saved' : 'form.created'));
    await navigate(back);
  });
  return (
    <div className={styles.form}>
      <Form
        form={form}
        submitLabel={t(template ? 'form.save' : 'form.create')}
        onSubmit={() => void form.submit(values)}
        onCancel={() => void navigate(back)}
      >
        <TextField
          label={t('form.name')}
          value={values.name}
          onChange={(name) => setValues({ ...values, name })}
          problem={form.problemOf('name')}
        />
        <TextArea
          label={t('form.description')}
          isOptional
          rows={2}
          value={values.description}
          onChange={(description) => setValues({ ...values, description })}
          problem={form.problemOf('description')}
        />
        <SelectField
          label={t('form.language')}
          value={values.language}
          onChange={(chosen) => setValues({ ...values, language: chosen })}
          options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
        />
        <SectionFields
          sections={values.sections}
          onChange={(sections) => setValues({ ...values, sections })}
          problemOf={form.problemOf}
        />
      </Form>
    </div>
  );
}

type TemplateInput = (typeof createTemplateInputSchema)['_output'];

function useSave(cop: Cop, template: Template | null): (input: TemplateInput) => Promise<void> {
  const queryClient = useQueryClient();
  const copId = cop.id;
  const [version, setVersion] = useState(template?.version ?? 0);
  return async (body) => {
    if (template === null) {
      await call(templateEndpoints.createTemplate, { params: { copId }, body });
    } else {
      const params = { copId, templateId: template.id };
      try {
        await call(templateEndpoints.updateTemplate, { params, body: { version, ...body } });
      } catch (error) {
        if (error instanceof ApiError && error.code === 'changed-meanwhile') {
          // The next save is then a choice made knowingly.
          const query = { ...templateQuery(copId, template.id), staleTime: 0 };
          setVersion((await queryClient.fetchQuery(query)).version);
        }
        throw error;
      }
    }
    await queryClient.invalidateQueries({ queryKey: ['templates', copId] });
  };
}
