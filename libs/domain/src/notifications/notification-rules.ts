import {
  notificationClassOf,
  type FollowTarget,
  type MailTiming,
  type NotificationKind,
} from '@kring/contracts';
import { can } from '../access/can.ts';
import type { CaseFacts, CopFacts, NoteFacts } from '../access/facts.ts';
import type { ActionOn } from '../access/policy.ts';
import type { Principal } from '../access/principal.ts';

type Rule =
  | { readonly on: 'note'; readonly needs: ActionOn<'note'>; readonly reach: readonly FollowTarget[] }
  | { readonly on: 'case'; readonly needs: ActionOn<'case'>; readonly reach: readonly FollowTarget[] }
  | { readonly on: 'cop'; readonly needs: ActionOn<'cop'>; readonly reach: readonly FollowTarget[] };

const inNote = (...reach: FollowTarget[]) => ({ on: 'note', needs: 'note.read', reach }) as const;
const inCase = (...reach: FollowTarget[]) => ({ on: 'case', needs: 'case.read', reach }) as const;
const inCop = { on: 'cop', needs: 'cop.manage-members', reach: [] } as const;

/**
 * What each kind of notification is about, what one must be allowed to do there to be told, and whoever follows what
 * is told: a follower of a CoP hears of its cases, not of every word in them.
 */
export const notificationRules = {
  mention: inNote(),
  'comment-mention': inNote(),
  'comment-reply': inNote(),
  'section-owner': inNote(),
  'case-holder': inCase(),
  'matrix-asked': inCase(),
  'join-request': inCop,
  'note-changed': inNote('note', 'case'),
  'note-created': inNote('case'),
  'note-restored': inNote('note', 'case'),
  'section-ready': inNote('note', 'case'),
  'comment-added': inNote('note', 'case'),
  'comment-resolved': inNote('note', 'case'),
  'case-created': inCase('cop'),
  'case-status': inCase('case', 'cop'),
  'matrix-revealed': inCase('case', 'cop'),
  'invite-accepted': inCop,
} as const satisfies Record<NotificationKind, Rule>;

export type NotificationFacts = NoteFacts | CaseFacts | CopFacts;

/** Whether somebody may know of this now. The one question behind telling, listing, counting and mailing. */
export function mayBeTold(principal: Principal, kind: NotificationKind, facts: NotificationFacts): boolean {
  const rule: Rule = notificationRules[kind];
  if (rule.on === 'note') return facts.kind === 'note' && can(principal, rule.needs, facts).isAllowed;
  if (rule.on === 'case') return facts.kind === 'case' && can(principal, rule.needs, facts).isAllowed;
  return facts.kind === 'cop' && can(principal, rule.needs, facts).isAllowed;
}

export interface NotificationPreference {
  /** Stands in the list in Kring. */
  readonly inApp: boolean;
  readonly mail: MailTiming;
}

/** What holds for somebody who has chosen nothing: at once what is asked of them, the rest together. */
export function defaultPreference(kind: NotificationKind): NotificationPreference {
  return { inApp: true, mail: notificationClassOf[kind] === 'for-me' ? 'now' : 'digest' };
}

/** What somebody said about following each of these, from near to far; undefined for nothing. */
export type FollowChoices = Readonly<Partial<Record<FollowTarget, boolean>>>;

const fromNear = ['note', 'case', 'cop'] as const;

/** Whether somebody hears of a kind as a follower. The nearest choice counts: who unfollows a note of a case that they follow, hears of its other notes only. */
export function hearsAsFollower(kind: NotificationKind, choices: FollowChoices): boolean {
  const { reach }: Rule = notificationRules[kind];
  for (const target of fromNear) {
    const choice = choices[target];
    if (choice === undefined) continue;
    if (!choice) return false;
    if (reach.includes(target)) return true;
  }
  return false;
}
