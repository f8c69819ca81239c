import { copRoles, type CopRole } from '@kring/contracts';
import { roleIn, type Principal } from '../access/principal.ts';

export function isAtLeast(role: CopRole, least: CopRole): boolean {
  return copRoles.indexOf(role) >= copRoles.indexOf(least);
}

export function higherRole(one: CopRole, other: CopRole): CopRole {
  return isAtLeast(one, other) ? one : other;
}

/** Nobody gives a role above their own; administrators give any, to get a CoP going. */
export function canGiveRole(principal: Principal, copId: string, role: CopRole): boolean {
  if (principal.kind === 'anonymous') return false;
  if (principal.platformRole === 'administrator') return true;
  const own = roleIn(principal, copId);
  return own !== null && isAtLeast(own, role);
}

/** A CoP always keeps a facilitator: whether it still has one when somebody gets this role, or leaves (null). */
export function keepsFacilitator(
  facilitatorIds: readonly string[],
  personId: string,
  newRole: CopRole | null,
): boolean {
  return newRole === 'facilitator' || facilitatorIds.some((id) => id !== personId);
}
