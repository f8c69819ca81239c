import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { learningAgendaEndpoints, type LinkableCases } from '@kring/contracts';
import { ChecksField } from '../../../components/checks-field.tsx';
import { Form } from '../../../components/form.tsx';
import { QueryView } from '../../../components/states.tsx';
import { call } from '../../../lib/api/call.ts';
import { useContractForm } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { linkChanges } from '../model/questions.ts';
import type { QuestionFormProps } from './question-dialog.tsx';

/** Chooses the cases that feed a question, of those that this person may change. */
export function LinkCasesForm(props: QuestionFormProps) {
  const { t } = useTranslation('agenda');
  const questionId = props.question.id;
  const query = useQuery({
    queryKey: ['cases', 'linkable-to', questionId],
    queryFn: ({ signal }) =>
      call(learningAgendaEndpoints.listLinkableCases, { params: { questionId } }, signal),
    // What is chosen must be what is linked now.
    gcTime: 0,
    staleTime: 0,
  });
  return (
    <QueryView query={query} lines={4}>
      {(cases) => (cases.length === 0 ? <p>{t('link.noCases')}</p> : <Choose {...props} cases={cases} />)}
    </QueryView>
  );
}

function Choose({ question, cases, onSend, onClose }: QuestionFormProps & { cases: LinkableCases }) {
  const { t } = useTranslation('agenda');
  const { id: questionId, letter } = question;
  const [before] = useState(() => cases.filter(({ isLinked }) => isLinked).map(({ id }) => id));
  const [chosen, setChosen] = useState<string[]>(before);
  const form = useContractForm(learningAgendaEndpoints.linkCases.body, (body) =>
    onSend(
      () => call(learningAgendaEndpoints.linkCases, { params: { questionId }, body }),
      t('edited', { letter }),
    ),
  );
  return (
    <Form
      form={form}
      submitLabel={t('common:save')}
      onSubmit={() => void form.submit(linkChanges(before, chosen))}
      onCancel={onClose}
    >
      <ChecksField
        legend={t('link.legend')}
        hint={t('link.hint')}
        isOneColumn
        value={chosen}
        onChange={setChosen}
        groups={[{ checks: cases.map(({ id, title }) => ({ value: id, label: title })) }]}
      />
    </Form>
  );
}
