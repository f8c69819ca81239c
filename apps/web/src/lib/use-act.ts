import { useState } from 'react';
import { showToast, type ToastAction } from '../components/toast-queue.ts';
import { type ApiErrorCode, toApiError } from './api/api-error.ts';
import { useErrorText } from './error-text.ts';

interface Act {
  readonly isBusy: boolean;
  /** Does the work; tells the result in a toast. Answers whether it succeeded. */
  run(work: () => Promise<unknown>, done?: string, action?: ToastAction): Promise<boolean>;
}

/** One's own act on a page, outside a form. `words` tell what an error means for this act, instead of in general. */
export function useAct(words: Partial<Record<ApiErrorCode, string>> = {}): Act {
  const [isBusy, setBusy] = useState(false);
  const errorText = useErrorText();
  return {
    isBusy,
    async run(work, done, action) {
      setBusy(true);
      try {
        await work();
        if (done) showToast(done, action ? { action } : {});
        return true;
      } catch (error) {
        const apiError = toApiError(error);
        showToast(words[apiError.code] ?? errorText(apiError), { tone: 'failed' });
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
