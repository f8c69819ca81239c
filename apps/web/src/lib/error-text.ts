import { useTranslation } from './i18n/use-translation.ts';
import type { ApiError } from './api/api-error.ts';
import type { FieldProblem } from './form.ts';

/** Zod's, and what only the server can find wrong with a field. */
const knownCodes = [
  'invalid_type',
  'too_small',
  'too_big',
  'invalid_format',
  'not_multiple_of',
  'unrecognized_keys',
  'invalid_union',
  'invalid_key',
  'invalid_element',
  'invalid_value',
  'ended',
  'in-future',
  'too-early',
  'contrast-light',
  'contrast-dark',
  'not-offered',
  'custom',
] as const;
type KnownCode = (typeof knownCodes)[number];

/** What an error of the server means, in the language of the page. */
export function useErrorText(): (error: ApiError) => string {
  const { t } = useTranslation('errors');
  return (error) => {
    const text = t(`codes.${error.code}`);
    if (error.retryAfterSeconds === null) return text;
    return `${text} ${t('retryAfter', { count: Math.max(1, Math.ceil(error.retryAfterSeconds / 60)) })}`;
  };
}

/** What is wrong with a field, in the language of the page. */
export function useFieldErrorText(): (problem: FieldProblem | null) => string | null {
  const { t } = useTranslation('errors');
  return (problem) => {
    if (!problem) return null;
    const { code, minimum, maximum } = problem;
    if (code === 'too_small' && (minimum ?? 0) <= 1) return t('fields.required');
    if (code === 'too_small' && minimum !== undefined) return t('fields.tooShort', { minimum });
    if (code === 'too_big' && maximum !== undefined) return t('fields.tooLong', { maximum });
    if (code === 'invalid_format' && problem.isEmail) return t('fields.email');
    return t(`fields.${toKnownCode(code)}`);
  };
}

function toKnownCode(code: string): KnownCode {
  return knownCodes.find((known) => known === code) ?? 'custom';
}
