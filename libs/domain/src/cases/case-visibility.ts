import { isWider, type CaseVisibility, type CopRole } from '@kring/contracts';
import { isAtLeast } from '../cops/cop-roles.ts';

/** Showing a case to more people cannot be taken back, so it is asked twice. */
export function needsConfirmation(current: CaseVisibility, next: CaseVisibility): boolean {
  return isWider(next, current);
}

/** What stands in the way of a case holder; `holderRole` is their role in the case's CoP. Null when nothing does. */
export function findHolderObstacle(choice: {
  readonly holderId: string;
  readonly holderRole: CopRole | null;
  readonly visibility: CaseVisibility;
  /** Who chooses. */
  readonly personId: string;
}): 'holder-not-member' | 'private-needs-own-holder' | null {
  if (choice.holderRole === null || !isAtLeast(choice.holderRole, 'participant')) return 'holder-not-member';
  // Whoever gave a private case to somebody else would lose sight of it, and nobody asked the other one.
  if (choice.visibility === 'private' && choice.holderId !== choice.personId) {
    return 'private-needs-own-holder';
  }
  return null;
}
