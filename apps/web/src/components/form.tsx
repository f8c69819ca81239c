import type { FormEvent, ReactNode, RefObject } from 'react';
import { useTranslation } from '../lib/i18n/use-translation.ts';
import type { ApiError } from '../lib/api/api-error.ts';
import { Button } from './button.tsx';
import { Actions } from './dialog.tsx';
import { FormFailure, FormStack } from './fields.tsx';

interface FormProps {
  form: { failure: ApiError | null; isBusy: boolean; ref: RefObject<HTMLFormElement | null> };
  onSubmit: () => void;
  submitLabel: string;
  onCancel?: () => void;
  /** Other ways, beside the buttons. */
  aside?: ReactNode;
  children: ReactNode;
}

/** Fields under each other, what went wrong, and the buttons. */
export function Form({ form, onSubmit, submitLabel, onCancel, aside, children }: FormProps) {
  const { t } = useTranslation('common');
  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    if (!form.isBusy) onSubmit();
  }
  return (
    <form ref={form.ref} noValidate onSubmit={handleSubmit}>
      <FormStack>
        {children}
        <FormFailure failure={form.failure} />
        <Actions>
          <Button type="submit" variant="primary" isBusy={form.isBusy}>
            {submitLabel}
          </Button>
          {onCancel ? <Button onPress={onCancel}>{t('cancel')}</Button> : null}
          {aside}
        </Actions>
      </FormStack>
    </form>
  );
}
