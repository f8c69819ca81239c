import { useId } from 'react';
import { CircleAlert } from 'lucide-react';
import { useFieldErrorText } from '../lib/error-text.ts';
import type { FieldProblem } from '../lib/form.ts';
import styles from './checks-field.module.css';

export interface Check<V extends string> {
  readonly value: V;
  readonly label: string;
  /** A line below the label. */
  readonly text?: string;
  readonly isDisabled?: boolean;
}

interface ChecksFieldProps<V extends string> {
  legend: string;
  hint?: string;
  problem?: FieldProblem | null;
  value: readonly V[];
  onChange: (value: V[]) => void;
  /** Choices that belong together stand under one heading. */
  groups: readonly { readonly label?: string; readonly checks: readonly Check<V>[] }[];
  /** For long labels. */
  isOneColumn?: boolean;
  /** When this many are chosen, the others cannot be. */
  most?: number;
}

/** Any number of choices out of a list. */
export function ChecksField<V extends string>({
  legend,
  hint,
  problem = null,
  value,
  onChange,
  groups,
  isOneColumn = false,
  most = Number.POSITIVE_INFINITY,
}: ChecksFieldProps<V>) {
  const id = useId();
  const error = useFieldErrorText()(problem);
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const toggle = (one: V, isOn: boolean) =>
    onChange(isOn ? [...value, one] : value.filter((other) => other !== one));
  return (
    <fieldset className={styles.field} aria-describedby={describedBy || undefined}>
      <legend className={styles.legend}>{legend}</legend>
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      {groups.map(({ label, checks }, at) => (
        <div
          key={label ?? at}
          role={label ? 'group' : undefined}
          aria-labelledby={label ? `${id}-${at}` : undefined}
          className={`${styles.group} ${isOneColumn ? styles.oneColumn : ''}`}
        >
          {label ? (
            <p id={`${id}-${at}`} className={styles.groupLabel}>
              {label}
            </p>
          ) : null}
          {checks.map((check) => {
            const isOn = value.includes(check.value);
            return (
              <label key={check.value} className={styles.check}>
                <input
                  type="checkbox"
                  checked={isOn}
                  disabled={check.isDisabled ?? (!isOn && value.length >= most)}
                  onChange={(event) => toggle(check.value, event.target.checked)}
                />
                <span>
                  {check.label}
                  {check.text ? <span className={styles.text}>{check.text}</span> : null}
                </span>
              </label>
            );
          })}
        </div>
      ))}
      {error ? (
        <p id={`${id}-error`} className={styles.error}>
          <CircleAlert aria-hidden="true" />
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
