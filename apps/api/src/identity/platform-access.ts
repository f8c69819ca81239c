import type { Action, EndpointAccess, PlatformRole } from '@kring/contracts';
import { abilities, can, platform, ruleOf, type ActionOn, type Principal } from '@kring/domain';

/** Whether somebody may do something to Kring as a whole. All of it can be seen: who may not, is `not-allowed`. */
export function mayOnPlatform(principal: Principal, action: ActionOn<'platform'>): boolean {
  return can(principal, action, platform).isAllowed;
}

export function isPlatformAction(access: EndpointAccess): access is ActionOn<'platform'> {
  return access !== 'public' && access !== 'signed-in' && ruleOf(access).on === 'platform';
}

export function platformAbilities(person: { id: string; platformRole: PlatformRole }): Action[] {
  const principal = {
    kind: 'person',
    personId: person.id,
    platformRole: person.platformRole,
    memberships: [],
  } as const;
  return abilities(principal, platform);
}
