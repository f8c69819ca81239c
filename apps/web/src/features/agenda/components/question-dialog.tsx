import { useQueryClient } from '@tanstack/react-query';
import {
  learningAgendaEndpoints,
  type Cop,
  type LearningAgenda,
  type LearningQuestion,
} from '@kring/contracts';
import { Dialog } from '../../../components/dialog.tsx';
import { showToast } from '../../../components/toast-queue.ts';
import { ApiError } from '../../../lib/api/api-error.ts';
import { call } from '../../../lib/api/call.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { agendaQuery } from '../../../lib/queries/agenda-queries.ts';
import { LinkCasesForm } from './link-cases-form.tsx';
import type { QuestionAct } from './question-card.tsx';
import { AddQuestionForm, EditQuestionForm, RewordQuestionForm, StatusForm } from './question-forms.tsx';
import { MergeForm, SplitForm } from './question-successor-forms.tsx';

interface QuestionDialogProps {
  cop: Cop;
  agenda: LearningAgenda;
  act: QuestionAct;
  onClose: () => void;
}

/** What the forms of a question have in common. */
export interface QuestionFormProps {
  question: LearningQuestion;
  onClose: () => void;
  /** Does the act on the newest version and tells that it was done; keeps what was typed when somebody was first. */
  onSend: (send: (version: number) => Promise<unknown>, done: string) => Promise<void>;
}

export function QuestionDialog({ cop, agenda, act, onClose }: QuestionDialogProps) {
  const { t } = useTranslation('agenda');
  const queryClient = useQueryClient();
  const query = agendaQuery(cop.id);

  /** The question as the page knows it now: after a refusal that is how somebody else left it. */
  function versionNow(): number {
    if (act.kind === 'add') return 1;
    const known = queryClient
      .getQueryData(query.queryKey)
      ?.questions.find(({ id }) => id === act.question.id);
    return known?.version ?? act.question.version;
  }
  async function send(work: (version: number) => Promise<unknown>, done: string): Promise<void> {
    try {
      await work(versionNow());
    } catch (error) {
      if (error instanceof ApiError && error.code === 'changed-meanwhile') {
        await queryClient.fetchQuery({ ...query, staleTime: 0 });
      }
      throw error;
    }
    await queryClient.invalidateQueries({ queryKey: query.queryKey });
    void queryClient.invalidateQueries({ queryKey: ['cases', 'questions-of'] });
    showToast(done);
    onClose();
  }
  if (act.kind === 'add') {
    return (
      <Dialog title={t('add')} isOpen onClose={onClose}>
        <AddQuestionForm
          copId={cop.id}
          onClose={onClose}
          onSend={async (body) => {
            const params = { copId: cop.id };
            const { letter } = await call(learningAgendaEndpoints.createLearningQuestion, { params, body });
            await send(() => Promise.resolve(), t('added', { letter }));
          }}
        />
      </Dialog>
    );
  }
  const { question } = act;
  const { letter } = question;
  const common: QuestionFormProps = { question, onClose, onSend: send };
  const forms = {
    reword: [t('rewordTitle', { letter }), <RewordQuestionForm key="reword" {...common} />],
    edit: [t('editTitle', { letter }), <EditQuestionForm key="edit" {...common} />],
    link: [t('link.title', { letter }), <LinkCasesForm key="link" {...common} />],
    status: [t('changeStatusTitle', { letter }), <StatusForm key="status" {...common} />],
    split: [t('splitTitle', { letter }), <SplitForm key="split" {...common} />],
    merge: [t('mergeTitle', { letter }), <MergeForm key="merge" {...common} agenda={agenda} />],
  } as const;
  const [title, form] = forms[act.kind];
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {form}
    </Dialog>
  );
}
