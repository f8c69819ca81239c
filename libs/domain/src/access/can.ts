import { actions, type Action, type ReadOnlyReason } from '@kring/contracts';
import { caseFactsOf, noteFactsOf, type Facts, type FactsKind, type NoteFacts } from './facts.ts';
import { caseAudience, personAudience, ruleOf, type ActionOn, type BlockingState } from './policy.ts';
import type { Principal } from './principal.ts';
import { standingsOf, type Standing } from './standings.ts';

export type Refusal = 'not-signed-in' | 'not-visible' | 'not-allowed' | BlockingState;

/** `isVisible` is false when the object must answer as if it were not there. */
export type Decision =
  | { readonly isAllowed: true }
  | { readonly isAllowed: false; readonly isVisible: boolean; readonly reason: Refusal };

type FactsOf<K extends FactsKind> = Extract<Facts, { kind: K }>;

/**
 * Whether somebody may do something to an object. Facts must be as they are now. Refuses what the policy does not
 * name; standing comes before state, so that nobody learns of a state from an act that is not theirs.
 */
export function can<K extends FactsKind>(
  principal: Principal,
  action: ActionOn<K>,
  facts: FactsOf<K>,
): Decision {
  return decide(principal, action, facts);
}

/** What somebody may do to an object, in the order of the catalogue of actions. */
export function abilities(principal: Principal, facts: Facts): Action[] {
  return actions.filter(
    (action) => ruleOf(action).on === facts.kind && decide(principal, action, facts).isAllowed,
  );
}

const writingStates = ['note-archived', 'case-archived', 'case-concluded'] as const;

/** Why somebody who can read a note cannot write in it; null for those who can. */
export function noteReadOnlyReason(principal: Principal, facts: NoteFacts): ReadOnlyReason | null {
  const state = writingStates.find((candidate) => isInState(principal, facts, candidate));
  if (state !== undefined) return state;
  if (decide(principal, 'note.write', facts).isAllowed) return null;
  const has = standingsOf(principal, facts);
  if (has.has('commenter')) return 'role-commenter';
  return has.has('member') ? 'role-observer' : 'not-member';
}

function decide(principal: Principal, action: Action, facts: Facts): Decision {
  if (principal.kind === 'anonymous') return { isAllowed: false, isVisible: false, reason: 'not-signed-in' };
  const rule = ruleOf(action);
  const has = standingsOf(principal, facts);
  if (!isVisible(has, facts)) return { isAllowed: false, isVisible: false, reason: 'not-visible' };
  const isEntitled =
    rule.on === facts.kind &&
    (rule.by === 'whoever-sees-it' || rule.by.some((standing) => has.has(standing)));
  if (!isEntitled) return { isAllowed: false, isVisible: true, reason: 'not-allowed' };
  const state = blockingState(principal, facts, rule.notWhen ?? []);
  return state === null ? { isAllowed: true } : { isAllowed: false, isVisible: true, reason: state };
}

function isVisible(has: ReadonlySet<Standing>, facts: Facts): boolean {
  if (facts.kind === 'person') return personAudience.some((standing) => has.has(standing));
  if (facts.kind === 'learning-question' || facts.kind === 'library-item') return has.has('member');
  const ofCase = caseFactsOf(facts);
  if (ofCase === null) return has.has('signed-in');
  return caseAudience[ofCase.visibility].some((standing) => has.has(standing));
}

function blockingState(
  principal: Principal,
  facts: Facts,
  states: readonly BlockingState[],
): BlockingState | null {
  return states.find((state) => isInState(principal, facts, state)) ?? null;
}

function isInState(principal: Principal, facts: Facts, state: BlockingState): boolean {
  const ofCase = caseFactsOf(facts);
  switch (state) {
    case 'already-member':
      return facts.kind === 'cop' && standingsOf(principal, facts).has('member');
    case 'question-closed':
      return facts.kind === 'learning-question' && facts.isClosed;
    case 'note-archived':
      return noteFactsOf(facts)?.isArchived === true;
    case 'case-archived':
      return ofCase?.isArchived === true;
    case 'case-concluded':
      return ofCase?.status === 'concluded';
    case 'thread-resolved':
      return facts.kind === 'thread' && facts.isResolved;
    case 'comment-removed':
      return facts.kind === 'comment' && facts.isRemoved;
  }
}
