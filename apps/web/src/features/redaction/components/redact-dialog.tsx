import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { redactInputSchema, redactionEndpoints, type Note, type Redaction } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { Actions, Dialog } from '../../../components/dialog.tsx';
import { FormFailure, FormStack, TextArea } from '../../../components/fields.tsx';
import { Form } from '../../../components/form.tsx';
import { toApiError, type ApiError } from '../../../lib/api/api-error.ts';
import { call } from '../../../lib/api/call.ts';
import { useContractForm } from '../../../lib/form.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import styles from './redact-dialog.module.css';

interface RedactDialogProps {
  note: Pick<Note, 'id' | 'title'>;
  onClose: () => void;
}

interface Trial {
  readonly words: readonly string[];
  readonly result: Redaction;
}

/** Takes words out of a note for good: first it tells what would go. */
export function RedactDialog({ note, onClose }: RedactDialogProps) {
  const { t } = useTranslation('redaction');
  const [text, setText] = useState('');
  const [trial, setTrial] = useState<Trial | null>(null);
  const queryClient = useQueryClient();
  const send = (words: readonly string[], isTrial: boolean) =>
    call(redactionEndpoints.redactNote, {
      params: { noteId: note.id },
      body: { words: [...words], isTrial },
    });
  return (
    <Dialog title={t('title', { title: note.title })} isOpen onClose={onClose}>
      {trial ? (
        <Outcome
          {...trial}
          onBack={() => setTrial(null)}
          onRedact={async () => {
            await send(trial.words, false);
            onClose();
            // Whatever shows words of this note asks for them anew.
            await queryClient.invalidateQueries();
          }}
        />
      ) : (
        <WordsForm
          text={text}
          onChange={setText}
          onClose={onClose}
          onSearch={async (words) => setTrial({ words, result: await send(words, true) })}
        />
      )}
    </Dialog>
  );
}

interface WordsFormProps {
  text: string;
  onChange: (text: string) => void;
  onClose: () => void;
  onSearch: (words: readonly string[]) => Promise<void>;
}

function WordsForm({ text, onChange, onClose, onSearch }: WordsFormProps) {
  const { t } = useTranslation('redaction');
  const form = useContractForm(redactInputSchema, ({ words }) => onSearch(words));
  const words = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const paths = ['words', ...words.map((_, index) => `words.${index}`)];
  const problem = paths.map((path) => form.problemOf(path)).find((found) => found !== null);
  return (
    <Form
      form={form}
      submitLabel={t('search')}
      onSubmit={() => void form.submit({ words, isTrial: true })}
      onCancel={onClose}
    >
      <p>{t('lead')}</p>
      <TextArea
        label={t('words')}
        hint={t('wordsHint')}
        value={text}
        onChange={onChange}
        problem={problem ?? null}
        rows={3}
        spellCheck={false}
        autoComplete="off"
        autoFocus
      />
      {form.isBusy ? <p role="status">{t('searching')}</p> : null}
    </Form>
  );
}

interface OutcomeProps extends Trial {
  onBack: () => void;
  onRedact: () => Promise<void>;
}

function Outcome({ result, onBack, onRedact }: OutcomeProps) {
  const { t } = useTranslation('redaction');
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const places = (['inText', 'versions', 'comments', 'titles'] as const).filter((place) => result[place] > 0);

  async function redact() {
    setBusy(true);
    setFailure(null);
    try {
      await onRedact();
    } catch (error) {
      setFailure(toApiError(error));
      setBusy(false);
    }
  }
  return (
    <FormStack>
      <section role="status" className={styles.found}>
        {places.length === 0 ? (
          <p>{t('nowhere')}</p>
        ) : (
          <>
            <h3 className={styles.heading}>{t('found')}</h3>
            <ul className={styles.forms}>
              {result.forms.map((form) => (
                <li key={form}>{form}</li>
              ))}
            </ul>
            <ul>
              {places.map((place) => (
                <li key={place}>{t(place, { count: result[place] })}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <p className={styles.apart}>{t('notThere')}</p>
      <p>
        <strong>{t('forGood')}</strong>
      </p>
      <FormFailure failure={failure} />
      <Actions>
        <Button variant="danger" isBusy={isBusy} onPress={() => void redact()}>
          {t('redact')}
        </Button>
        <Button onPress={onBack} autoFocus>
          {t('back')}
        </Button>
      </Actions>
    </FormStack>
  );
}
