import type { Decision } from '@kring/domain';
import { AppError } from './app-error.ts';

/**
 * Turns a refusal of the policy into its error. What may not be seen answers as if it were not there; a state that
 * stands in the way is named only to those whose act it would be.
 */
export function requireAllowed(decision: Decision): void {
  if (decision.isAllowed) return;
  if (decision.reason === 'not-signed-in') throw new AppError('not-signed-in');
  throw new AppError(decision.isVisible && decision.reason !== 'not-visible' ? decision.reason : 'not-found');
}
