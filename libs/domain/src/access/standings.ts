import type { CopRole } from '@kring/contracts';
import { caseFactsOf, type CaseFacts, type Facts, type PersonFacts } from './facts.ts';
import { roleIn, type PersonPrincipal, type Principal } from './principal.ts';

/** How somebody stands to an object. One person has several at once: a facilitator is a participant and a member too. */
export const standings = [
  'signed-in',
  'member-of-any-cop',
  'member',
  'commenter',
  'participant',
  'facilitator',
  'author',
  'holder',
  'stand-in',
  'self',
  'fellow-member',
  'administrator',
  'auditor',
] as const;
export type Standing = (typeof standings)[number];

/** What a role in a CoP stands for there. */
export const standingsOfRole: Readonly<Record<CopRole, readonly Standing[]>> = {
  observer: ['member'],
  commenter: ['member', 'commenter'],
  participant: ['member', 'commenter', 'participant'],
  facilitator: ['member', 'commenter', 'participant', 'facilitator'],
};

/** What somebody is everywhere, whatever the object. */
export function platformStandings(principal: Principal): Standing[] {
  if (principal.kind === 'anonymous') return [];
  const found: Standing[] = ['signed-in'];
  if (principal.memberships.length > 0) found.push('member-of-any-cop');
  if (principal.platformRole !== 'member') found.push(principal.platformRole);
  return found;
}

/** All that somebody is to an object. Nobody is anything to an object that they are not signed in for. */
export function standingsOf(principal: Principal, facts: Facts): ReadonlySet<Standing> {
  const found = new Set(platformStandings(principal));
  if (principal.kind === 'anonymous' || facts.kind === 'platform') return found;
  if (facts.kind === 'person') return addPersonStandings(found, principal, facts);
  const ofCase = caseFactsOf(facts);
  const copId = 'copId' in facts ? facts.copId : (ofCase?.copId ?? '');
  const role = roleIn(principal, copId);
  for (const standing of role ? standingsOfRole[role] : []) found.add(standing);
  if (ofCase) addCaseStandings(found, principal, ofCase);
  if (isAuthor(found, principal, facts)) found.add('author');
  return found;
}

/** Who made something has a say in it only while they may still make such a thing. */
function isAuthor(has: ReadonlySet<Standing>, { personId }: PersonPrincipal, facts: Facts): boolean {
  if (facts.kind === 'note' || facts.kind === 'library-item')
    return has.has('participant') && facts.createdById === personId;
  if (facts.kind !== 'thread' && facts.kind !== 'comment') return false;
  return has.has('commenter') && facts.createdById === personId;
}

function addPersonStandings(
  found: Set<Standing>,
  principal: PersonPrincipal,
  facts: PersonFacts,
): ReadonlySet<Standing> {
  if (facts.personId === principal.personId) found.add('self');
  if (!facts.isDisabled && facts.copIds.some((copId) => roleIn(principal, copId))) found.add('fellow-member');
  return found;
}

function addCaseStandings(found: Set<Standing>, principal: PersonPrincipal, facts: CaseFacts): void {
  if (facts.holderId === principal.personId && found.has('participant')) found.add('holder');
  if (!facts.isHolderActive && found.has('facilitator')) found.add('stand-in');
}
