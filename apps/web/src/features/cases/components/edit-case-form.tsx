import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { endpoints, type Case } from '@kring/contracts';
import { Form } from '../../../components/form.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { ApiError } from '../../../lib/api/api-error.ts';
import { call } from '../../../lib/api/call.ts';
import { useContractForm } from '../../../lib/form.ts';
import { caseQuery } from '../../../lib/queries/case-queries.ts';
import { CaseFields, type CaseFieldValues } from './case-fields.tsx';

/** Changes a case. A change by somebody else meanwhile keeps what was typed. */
export function EditCaseForm({ openCase, onClose }: { openCase: Case; onClose: () => void }) {
  const { t } = useTranslation('cases');
  const queryClient = useQueryClient();
  const [version, setVersion] = useState(openCase.version);
  const [values, setValues] = useState<CaseFieldValues>({
    title: openCase.title,
    question: openCase.question,
    region: openCase.region,
    themes: openCase.themes,
    holderId: openCase.holder.id,
  });
  const form = useContractForm(endpoints.updateCase.body, async (body) => {
    try {
      const saved = await call(endpoints.updateCase, { params: { caseId: openCase.id }, body });
      queryClient.setQueryData(caseQuery(openCase.id).queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: ['cases', 'of-cop'] });
      showToast(t('saved'));
      onClose();
    } catch (error) {
      if (error instanceof ApiError && error.code === 'changed-meanwhile') {
        // The next save is then a choice made knowingly.
        setVersion((await queryClient.fetchQuery({ ...caseQuery(openCase.id), staleTime: 0 })).version);
      }
      throw error;
    }
  });
  return (
    <Form
      form={form}
      submitLabel={t('common:save')}
      onSubmit={() => void form.submit({ version, ...values, themes: [...values.themes] })}
      onCancel={onClose}
    >
      <CaseFields
        copId={openCase.cop.id}
        values={values}
        onChange={setValues}
        problemOf={form.problemOf}
        holder={openCase.holder}
      />
    </Form>
  );
}
