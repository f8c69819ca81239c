import type { ApiError } from './api-error.ts';

/** Whether a mailed link cannot be used: it has run out, or was cut off on its way. */
export function isLinkBroken({ code }: ApiError): boolean {
  return code === 'link-not-valid' || code === 'invalid-input';
}
