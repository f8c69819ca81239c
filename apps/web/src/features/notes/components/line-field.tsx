import { useId } from 'react';
import styles from './line-field.module.css';

interface LineFieldProps {
  label: string;
  hint?: string;
  value: string;
  error?: string | null;
  maxLength?: number;
  inputMode?: 'url' | 'text';
  isLarge?: boolean;
  autoFocus?: boolean;
  onChange: (value: string) => void;
}

/** A line of text whose error is words, not a code of the server. */
export function LineField({ label, hint, error, isLarge, onChange, ...input }: LineFieldProps) {
  const id = useId();
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {hint ? (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      ) : null}
      <input
        {...input}
        id={id}
        className={isLarge ? `${styles.input} ${styles.large}` : styles.input}
        aria-describedby={describedBy || undefined}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={`${id}-error`} role="alert" className={styles.error}>
        {error ?? ''}
      </span>
    </div>
  );
}
