import type { CopRole, PlatformRole } from '@kring/contracts';

export interface AnonymousPrincipal {
  readonly kind: 'anonymous';
}

export interface Membership {
  readonly copId: string;
  readonly role: CopRole;
}

export interface PersonPrincipal {
  readonly kind: 'person';
  readonly personId: string;
  readonly platformRole: PlatformRole;
  /** At most one for each CoP. */
  readonly memberships: readonly Membership[];
}

/** Whoever asks, with all that the policy needs to know about them. */
export type Principal = AnonymousPrincipal | PersonPrincipal;

export const anonymous: AnonymousPrincipal = { kind: 'anonymous' };

/** The role that somebody has in a CoP, or null for somebody who is not a member of it. */
export function roleIn(principal: Principal, copId: string): CopRole | null {
  if (principal.kind === 'anonymous') return null;
  return principal.memberships.find((membership) => membership.copId === copId)?.role ?? null;
}

/** The same person with the role that they have in a CoP at this moment; null for none. */
export function withRoleIn(principal: Principal, copId: string, role: CopRole | null): Principal {
  if (principal.kind === 'anonymous') return principal;
  const others = principal.memberships.filter((membership) => membership.copId !== copId);
  return { ...principal, memberships: role === null ? others : [...others, { copId, role }] };
}
