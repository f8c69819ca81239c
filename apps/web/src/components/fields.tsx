import { useId, useState, type ReactNode, type SelectHTMLAttributes } from 'react';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from '../lib/i18n/use-translation.ts';
import { useErrorText, useFieldErrorText } from '../lib/error-text.ts';
import type { ApiError } from '../lib/api/api-error.ts';
import type { FieldProblem } from '../lib/form.ts';
import styles from './fields.module.css';

interface FieldProps {
  label: string;
  /** Says what is expected, before anything goes wrong. */
  hint?: string;
  problem?: FieldProblem | null;
  isOptional?: boolean;
}

interface Described extends FieldProps {
  children: (props: {
    id: string;
    onInput: () => void;
    'aria-describedby': string | undefined;
    'aria-invalid': boolean;
  }) => ReactNode;
}

/** A problem is told until the person writes something else; the next check tells it anew. */
function Field({ label, hint, problem = null, isOptional = false, children }: Described) {
  const { t } = useTranslation('common');
  const id = useId();
  const [answered, setAnswered] = useState<FieldProblem | null>(null);
  const error = useFieldErrorText()(problem === answered ? null : problem);
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {isOptional ? <span className={styles.optional}> ({t('optional')})</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      {children({
        id,
        onInput: () => setAnswered(problem),
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error !== null,
      })}
      {error ? (
        <p id={`${id}-error`} className={styles.error}>
          <CircleAlert aria-hidden="true" />
          {error}
        </p>
      ) : null}
    </div>
  );
}

interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  name?: string;
  type?: 'text' | 'email' | 'password' | 'search' | 'date' | 'time' | 'url';
  autoComplete?: string;
  maxLength?: number;
  /** The last day that can be chosen, for a date. */
  max?: string;
  isReadOnly?: boolean;
  autoFocus?: boolean;
  spellCheck?: boolean;
}

export function TextField({
  label,
  hint,
  problem,
  isOptional,
  onChange,
  isReadOnly,
  ...input
}: TextFieldProps) {
  return (
    <Field label={label} hint={hint} problem={problem} isOptional={isOptional}>
      {(field) => (
        <input
          {...input}
          {...field}
          readOnly={isReadOnly ?? false}
          className={styles.input}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  problem,
  isOptional,
  rows = 4,
  onChange,
  ...input
}: Omit<TextFieldProps, 'type' | 'isReadOnly'> & { rows?: number }) {
  return (
    <Field label={label} hint={hint} problem={problem} isOptional={isOptional}>
      {(field) => (
        <textarea
          {...input}
          {...field}
          rows={rows}
          className={`${styles.input} ${styles.area}`}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface SelectFieldProps<V extends string> extends FieldProps {
  value: V;
  onChange: (value: V) => void;
  options: readonly { value: V; label: string }[];
  isDisabled?: boolean;
}

/** The browser's own select: every phone and screen reader knows it. */
export function SelectField<V extends string>({
  label,
  hint,
  problem,
  isOptional,
  ...select
}: SelectFieldProps<V>) {
  return (
    <Field label={label} hint={hint} problem={problem} isOptional={isOptional}>
      {(field) => <PlainSelect {...select} {...field} />}
    </Field>
  );
}

interface PlainSelectProps<V extends string> extends Omit<
  SelectHTMLAttributes<HTMLSelectElement>,
  'value' | 'onChange' | 'className'
> {
  value: V;
  onChange: (value: V) => void;
  options: readonly { value: V; label: string }[];
  isDisabled?: boolean;
}

/** A select without its own label line; give `aria-label` or use it inside a field. */
export function PlainSelect<V extends string>({
  value,
  onChange,
  options,
  isDisabled,
  ...rest
}: PlainSelectProps<V>) {
  return (
    <select
      {...rest}
      className={`${styles.input} ${styles.select}`}
      value={value}
      disabled={isDisabled ?? false}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

interface ChoiceFieldProps<V extends string> {
  legend: string;
  hint?: string;
  value: V;
  onChange: (value: V) => void;
  options: readonly { value: V; label: string; text?: string; icon?: ReactNode; isDisabled?: boolean }[];
}

/** One choice out of a few, each with a line of explanation. */
export function ChoiceField<V extends string>({
  legend,
  hint,
  value,
  onChange,
  options,
}: ChoiceFieldProps<V>) {
  const id = useId();
  return (
    <fieldset className={styles.field} aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend className={styles.label}>{legend}</legend>
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      <div className={styles.choices}>
        {options.map((option) => (
          <label key={option.value} className={styles.choice}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={value === option.value}
              disabled={option.isDisabled ?? false}
              aria-describedby={option.text ? `${id}-${option.value}` : undefined}
              onChange={() => onChange(option.value)}
            />
            {option.icon}
            <span>
              <span className={styles.choiceLabel}>{option.label}</span>
              {option.text ? (
                <span id={`${id}-${option.value}`} className={styles.choiceText} aria-hidden="true">
                  {option.text}
                </span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What went wrong with a whole form; spoken at once. What was typed stays. */
export function FormFailure({ failure }: { failure: ApiError | null }) {
  const { t } = useTranslation('common');
  const errorText = useErrorText();
  if (!failure) return <div role="alert" />;
  const isChanged = failure.code === 'changed-meanwhile';
  return (
    <div role="alert" className={styles.failure}>
      <CircleAlert aria-hidden="true" />
      <div>
        <strong>{isChanged ? t('changedMeanwhile.title') : t('formFailed')}</strong>
        <p>{isChanged ? t('changedMeanwhile.text') : errorText(failure)}</p>
        {failure.code === 'internal-error' && failure.correlationId ? (
          <p className={styles.hint}>{t('reference', { id: failure.correlationId })}</p>
        ) : null}
      </div>
    </div>
  );
}

export function FormStack({ children }: { children: ReactNode }) {
  return <div className={styles.stack}>{children}</div>;
}
