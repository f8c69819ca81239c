import type { CaseStatus } from '@kring/contracts';

/** exploring <-> active -> concluded, and back to active when a case is opened again. */
export const nextCaseStatuses: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  exploring: ['active'],
  active: ['exploring', 'concluded'],
  concluded: ['active'],
};

/** What stands in the way of a new status; null when nothing does. */
export function findStatusObstacle(
  current: { readonly status: CaseStatus; readonly question: string },
  next: CaseStatus,
): 'status-not-possible' | 'question-missing' | null {
  if (!nextCaseStatuses[current.status].includes(next)) return 'status-not-possible';
  // Nobody can work on, or conclude, a case that asks nothing.
  if (next !== 'exploring' && current.question.trim() === '') return 'question-missing';
  return null;
}
