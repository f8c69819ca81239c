import { useState } from 'react';
import { Plus } from 'lucide-react';
import { learningAgendaEndpoints, type LearningAgenda } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { TextArea } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { call } from '../../../lib/api/call.ts';
import { useContractForm } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import type { QuestionFormProps } from './question-dialog.tsx';
import styles from './learning-agenda.module.css';

const most = 5;

export function SplitForm({ question, onClose, onSend }: QuestionFormProps) {
  const { t } = useTranslation('agenda');
  const { id: questionId, letter, versions } = question;
  const [texts, setTexts] = useState([versions.at(-1)?.text ?? '', '']);
  const form = useContractForm(learningAgendaEndpoints.splitLearningQuestion.body, (body) =>
    onSend(
      (version) =>
        call(learningAgendaEndpoints.splitLearningQuestion, {
          params: { questionId },
          body: { ...body, version },
        }),
      t('splitDone', { letter }),
    ),
  );
  return (
    <Form
      form={form}
      submitLabel={t('splitSubmit')}
      onSubmit={() => void form.submit({ version: 1, texts })}
      onCancel={onClose}
    >
      <p>{t('splitText')}</p>
      {texts.map((text, at) => (
        <TextArea
          key={at}
          label={t('form.partText', { number: at + 1 })}
          rows={2}
          value={text}
          onChange={(value) => setTexts(texts.with(at, value))}
          problem={form.problemOf(`texts.${at}`)}
        />
      ))}
      {texts.length < most ? (
        <Button size="small" icon={<Plus />} onPress={() => setTexts([...texts, ''])}>
          {t('form.another')}
        </Button>
      ) : null}
    </Form>
  );
}

export function MergeForm({
  question,
  onClose,
  onSend,
  agenda,
}: QuestionFormProps & { agenda: LearningAgenda }) {
  const { t } = useTranslation('agenda');
  const { id, copId } = question;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [needsChoice, setNeedsChoice] = useState(false);
  const others = agenda.questions.filter(
    (other) => other.id !== id && other.abilities.includes('learning-question.conclude'),
  );
  const form = useContractForm(learningAgendaEndpoints.mergeLearningQuestions.body, (body) =>
    onSend(
      () => call(learningAgendaEndpoints.mergeLearningQuestions, { params: { copId }, body }),
      t('merged'),
    ),
  );
  if (others.length === 0) return <p>{t('form.mergeNone')}</p>;
  return (
    <Form
      form={form}
      submitLabel={t('mergeSubmit')}
      onSubmit={() => {
        setNeedsChoice(chosen.length === 0);
        if (chosen.length > 0) void form.submit({ questionIds: [id, ...chosen], text });
      }}
      onCancel={onClose}
    >
      <p>{t('mergeText')}</p>
      <fieldset className={styles.choices} aria-describedby={needsChoice ? 'merge-needs-choice' : undefined}>
        <legend>{t('form.mergeWith')}</legend>
        {others.map((other) => (
          <label key={other.id} className={styles.choice}>
            <input
              type="checkbox"
              checked={chosen.includes(other.id)}
              disabled={!chosen.includes(other.id) && chosen.length >= most - 1}
              onChange={({ target }) =>
                setChosen(
                  target.checked ? [...chosen, other.id] : chosen.filter((known) => known !== other.id),
                )
              }
            />
            <span>
              <strong>{other.letter}</strong> {other.versions.at(-1)?.text}
            </span>
          </label>
        ))}
        {needsChoice ? (
          <p id="merge-needs-choice" role="alert" className={styles.problem}>
            {t('form.mergeChoose')}
          </p>
        ) : null}
      </fieldset>
      <TextArea
        label={t('form.text')}
        hint={t('form.textHint')}
        rows={3}
        value={text}
        onChange={setText}
        problem={form.problemOf('text')}
      />
    </Form>
  );
}
