import { useId, useState, type ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import type { BodyPartInput } from '@kring/contracts';
import { Button } from '../../../components/button.tsx';
import { toApiError, type ApiError } from '../../../lib/api/api-error.ts';
import { useErrorText } from '../../../lib/error-text.ts';
import { useTranslation } from '../../../lib/i18n/use-translation.ts';
import { toBody, type Typed } from '../body.ts';
import { MentionField } from './mention-field.tsx';
import styles from './composer.module.css';

interface ComposerProps {
  noteId: string;
  label: string;
  submitLabel: string;
  typed: Typed;
  autoFocus?: boolean;
  onChange: (typed: Typed) => void;
  /** Rejects when it could not be sent: what was typed then stays. */
  onSend: (body: BodyPartInput[]) => Promise<void>;
  onCancel: () => void;
  children?: ReactNode;
}

/** A field with its button. Mod+Enter sends, Escape leaves; what is typed stays until it has been sent. */
export function Composer(props: ComposerProps) {
  const { noteId, label, submitLabel, typed, autoFocus = true, onChange, onSend, onCancel, children } = props;
  const { t } = useTranslation('comments');
  const { t: common } = useTranslation('common');
  const id = useId();
  const errorText = useErrorText();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiError | null>(null);

  async function send() {
    const body = toBody(typed);
    if (body.length === 0 || isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      await onSend(body);
    } catch (error) {
      setProblem(toApiError(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className={styles.composer}>
      {children}
      <MentionField
        {...typed}
        noteId={noteId}
        label={label}
        autoFocus={autoFocus}
        describedBy={`${id}-hint`}
        onChange={onChange}
        onSubmit={() => void send()}
        onCancel={onCancel}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {t('composer.hint')}
      </p>
      {problem ? (
        <p role="alert" className={styles.problem}>
          <CircleAlert aria-hidden="true" />
          {`${errorText(problem)} ${t('composer.kept')}`}
        </p>
      ) : null}
      <div className={styles.actions}>
        <Button
          variant="primary"
          size="small"
          isBusy={isBusy}
          isDisabled={typed.text.trim() === ''}
          onPress={() => void send()}
        >
          {submitLabel}
        </Button>
        <Button size="small" variant="quiet" onPress={onCancel}>
          {common('cancel')}
        </Button>
      </div>
    </div>
  );
}
