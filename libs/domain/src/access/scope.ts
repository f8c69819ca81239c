import { caseVisibilities } from '@kring/contracts';
import { isAtLeast } from '../cops/cop-roles.ts';
import type { CaseFacts, PersonFacts } from './facts.ts';
import { caseAudience, personAudience, ruleOf, type ActionOn } from './policy.ts';
import type { PersonPrincipal, Principal } from './principal.ts';
import { platformStandings, standingsOfRole } from './standings.ts';

/** Which CoPs an action is allowed in. */
export type CopScope =
  { readonly kind: 'none' | 'all' } | { readonly kind: 'some'; readonly copIds: readonly string[] };

/**
 * Which cases somebody sees, as data for a query: a case is in it when any of these holds.
 * `isHolderActive` of a case is a fact that the query has to look up.
 */
export type CaseScope =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'cases';
      /** Held by this person, in one of these CoPs. */
      readonly holderId: string;
      readonly holderCopIds: readonly string[];
      /** In one of these CoPs, with a holder who is not active. */
      readonly standInCopIds: readonly string[];
      /** In one of these CoPs, with one of these visibilities. */
      readonly memberCopIds: readonly string[];
      readonly memberVisibilities: readonly CaseFacts['visibility'][];
      /** Anywhere, with one of these visibilities. */
      readonly visibilities: readonly CaseFacts['visibility'][];
    };

/** Which people somebody sees: themselves, and those who can sign in and are in one of these CoPs. */
export type PersonScope =
  | { readonly kind: 'none' | 'all' }
  | { readonly kind: 'people'; readonly selfId: string; readonly copIds: readonly string[] };

/** The CoPs in which somebody may do something, whatever the state. Agrees with `can` for actions without states. */
export function copScope(principal: Principal, action: ActionOn<'cop'>): CopScope {
  if (principal.kind === 'anonymous') return { kind: 'none' };
  const { by } = ruleOf(action);
  if (by === 'whoever-sees-it' || platformStandings(principal).some((standing) => by.includes(standing))) {
    return { kind: 'all' };
  }
  const copIds = copIdsOf(principal, (role) =>
    standingsOfRole[role].some((standing) => by.includes(standing)),
  );
  return copIds.length > 0 ? { kind: 'some', copIds } : { kind: 'none' };
}

/** The cases that somebody sees, and with them their notes. Agrees with `can(…, 'case.read' | 'note.read', …)`. */
export function caseScope(principal: Principal): CaseScope {
  if (principal.kind === 'anonymous') return { kind: 'none' };
  return {
    kind: 'cases',
    holderId: principal.personId,
    holderCopIds: copIdsOf(principal, (role) => isAtLeast(role, 'participant')),
    standInCopIds: copIdsOf(principal, (role) => role === 'facilitator'),
    memberCopIds: copIdsOf(principal, () => true),
    memberVisibilities: visibilitiesFor(['member']),
    visibilities: visibilitiesFor(platformStandings(principal)),
  };
}

/** What the query that follows from a scope must find. */
export function isInCaseScope(scope: CaseScope, facts: CaseFacts): boolean {
  if (scope.kind === 'none') return false;
  return (
    (facts.holderId === scope.holderId && scope.holderCopIds.includes(facts.copId)) ||
    (!facts.isHolderActive && scope.standInCopIds.includes(facts.copId)) ||
    (scope.memberVisibilities.includes(facts.visibility) && scope.memberCopIds.includes(facts.copId)) ||
    scope.visibilities.includes(facts.visibility)
  );
}

/** The people that somebody sees. Agrees with `can(…, 'person.read', …)`. */
export function personScope(principal: Principal): PersonScope {
  if (principal.kind === 'anonymous') return { kind: 'none' };
  const everywhere = platformStandings(principal);
  if (personAudience.some((standing) => everywhere.includes(standing))) return { kind: 'all' };
  return { kind: 'people', selfId: principal.personId, copIds: copIdsOf(principal, () => true) };
}

/** What the query that follows from a scope must find. */
export function isInPersonScope(scope: PersonScope, facts: PersonFacts): boolean {
  if (scope.kind !== 'people') return scope.kind === 'all';
  return (
    facts.personId === scope.selfId ||
    (!facts.isDisabled && facts.copIds.some((copId) => scope.copIds.includes(copId)))
  );
}

function visibilitiesFor(has: readonly string[]): CaseFacts['visibility'][] {
  return caseVisibilities.filter((visibility) =>
    caseAudience[visibility].some((standing) => has.includes(standing)),
  );
}

function copIdsOf(
  { memberships }: PersonPrincipal,
  isMeant: (role: PersonPrincipal['memberships'][number]['role']) => boolean,
): string[] {
  return memberships.filter(({ role }) => isMeant(role)).map(({ copId }) => copId);
}
