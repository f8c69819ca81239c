import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { learningAgendaEndpoints, type Case, type CaseLearningQuestions } from '@kring/contracts';
import { ChecksField } from '../../../components/checks-field.tsx';
import { Form } from '../../../components/form.tsx';
import { QueryView } from '../../../components/states.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { call } from '../../../lib/api/call.ts';
import { useContractForm } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { agendaQuery, caseQuestionsQuery } from '../../../lib/queries/agenda-queries.ts';
import { isClosed, linkChanges } from '../model/questions.ts';

interface CaseQuestionsFormProps {
  openCase: Case;
  linked: NonNullable<CaseLearningQuestions['questions']>;
  onClose: () => void;
}

/** Chooses the learning questions that a case is about. */
export function CaseQuestionsForm({ openCase, linked, onClose }: CaseQuestionsFormProps) {
  const { t } = useTranslation('agenda');
  const queryClient = useQueryClient();
  const agenda = useQuery(agendaQuery(openCase.cop.id));
  const before = linked.map(({ id }) => id);
  const [chosen, setChosen] = useState<string[]>(before);
  const form = useContractForm(learningAgendaEndpoints.linkLearningQuestions.body, async (body) => {
    const saved = await call(learningAgendaEndpoints.linkLearningQuestions, {
      params: { caseId: openCase.id },
      body,
    });
    queryClient.setQueryData(caseQuestionsQuery(openCase.id).queryKey, saved);
    void queryClient.invalidateQueries({ queryKey: agendaQuery(openCase.cop.id).queryKey });
    showToast(t('ofCase.saved'));
    onClose();
  });
  return (
    <QueryView query={agenda} lines={4}>
      {({ questions }) => {
        // One that is closed cannot be chosen any more, but can be let go.
        const shown = questions.filter((question) => !isClosed(question) || before.includes(question.id));
        if (shown.length === 0) {
          return (
            <p>
              {t('ofCase.noQuestions')}{' '}
              <Link to={`/cops/${openCase.cop.slug}/agenda`}>{t('ofCase.toAgenda')}</Link>
            </p>
          );
        }
        return (
          <Form
            form={form}
            submitLabel={t('common:save')}
            onSubmit={() => void form.submit(linkChanges(before, chosen))}
            onCancel={onClose}
          >
            <ChecksField
              legend={t('ofCase.legend')}
              isOneColumn
              value={chosen}
              onChange={setChosen}
              groups={[
                {
                  checks: shown.map(({ id, letter, status, versions }) => ({
                    value: id,
                    label: `${letter}. ${versions.at(-1)?.text ?? ''}`,
                    text: t(`status.${status}`),
                  })),
                },
              ]}
            />
          </Form>
        );
      }}
    </QueryView>
  );
}
