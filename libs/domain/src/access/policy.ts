import type { Action, CaseVisibility } from '@kring/contracts';
import type { FactsKind } from './facts.ts';
import type { Standing } from './standings.ts';

/** States of an object in which an act is refused to everybody, named as the error that tells it. */
export type BlockingState =
  | 'already-member'
  | 'note-archived'
  | 'case-archived'
  | 'case-concluded'
  | 'question-closed'
  | 'thread-resolved'
  | 'comment-removed';

export interface Rule {
  /** What the action is about. */
  readonly on: FactsKind;
  /** Any one of these is enough, provided that the object can be seen. */
  readonly by: readonly Standing[] | 'whoever-sees-it';
  readonly notWhen?: readonly BlockingState[];
}

/**
 * Who sees a case and its notes, by visibility. Only these see a private case: facilitators do not, and administrators
 * see no content at all unless they are one of these.
 */
export const caseAudience = {
  private: ['holder', 'stand-in'],
  cop: ['holder', 'stand-in', 'member'],
  'all-cops': ['holder', 'stand-in', 'member', 'member-of-any-cop'],
  network: ['holder', 'stand-in', 'member', 'member-of-any-cop', 'signed-in'],
} as const satisfies Record<CaseVisibility, readonly Standing[]>;

const writingEnds = ['note-archived', 'case-archived', 'case-concluded'] as const;

/** Who sees somebody: those who share a CoP with them. Administrators see everybody, also who can no longer sign in. */
export const personAudience = [
  'self',
  'fellow-member',
  'administrator',
] as const satisfies readonly Standing[];

/** The whole policy. What does not stand here is refused. */
export const policy = {
  'search.use': { on: 'platform', by: ['signed-in'] },
  'person.list': { on: 'platform', by: ['administrator'] },
  'person.update': { on: 'platform', by: ['administrator'] },
  'organisation.list': { on: 'platform', by: ['signed-in'] },
  'organisation.create': { on: 'platform', by: ['administrator'] },
  'organisation.update': { on: 'platform', by: ['administrator'] },
  'organisation.merge': { on: 'platform', by: ['administrator'] },
  'organisation.end': { on: 'platform', by: ['administrator'] },
  'outbox.read': { on: 'platform', by: ['administrator'] },
  'outbox.retry': { on: 'platform', by: ['administrator'] },
  'settings.read': { on: 'platform', by: ['administrator'] },
  'settings.update': { on: 'platform', by: ['administrator'] },
  'system.read': { on: 'platform', by: ['administrator'] },
  'invite.list': { on: 'platform', by: ['administrator'] },
  'audit.read': { on: 'platform', by: ['administrator', 'auditor'] },
  'cop.list': { on: 'platform', by: ['signed-in'] },
  'cop.create': { on: 'platform', by: ['administrator'] },

  'person.read': { on: 'person', by: 'whoever-sees-it' },

  'cop.read': { on: 'cop', by: ['signed-in'] },
  'cop.update': { on: 'cop', by: ['facilitator'] },
  'cop.join': { on: 'cop', by: ['signed-in'], notWhen: ['already-member'] },
  'cop.leave': { on: 'cop', by: ['member'] },
  'cop.dismiss-welcome': { on: 'cop', by: ['member'] },
  'cop.read-members': { on: 'cop', by: ['member', 'administrator'] },
  'cop.manage-members': { on: 'cop', by: ['facilitator'] },
  'cop.invite': { on: 'cop', by: ['facilitator', 'administrator'] },
  'library-item.list': { on: 'cop', by: ['member'] },
  'library-item.create': { on: 'cop', by: ['participant'] },
  'learning-question.list': { on: 'cop', by: ['member'] },
  'learning-question.create': { on: 'cop', by: ['participant'] },
  'learning-question.merge': { on: 'cop', by: ['facilitator'] },
  'case.create': { on: 'cop', by: ['participant'] },
  'date.list': { on: 'cop', by: ['member'] },
  'date.manage': { on: 'cop', by: ['facilitator'] },
  'template.list': { on: 'cop', by: ['participant'] },
  'template.manage': { on: 'cop', by: ['facilitator'] },

  'library-item.read': { on: 'library-item', by: 'whoever-sees-it' },
  'library-item.update': { on: 'library-item', by: ['author', 'facilitator'] },

  'learning-question.read': { on: 'learning-question', by: 'whoever-sees-it' },
  'learning-question.update': { on: 'learning-question', by: ['participant'], notWhen: ['question-closed'] },
  // The other half is the right to change the case.
  'learning-question.link': { on: 'learning-question', by: ['participant'], notWhen: ['question-closed'] },
  'learning-question.conclude': {
    on: 'learning-question',
    by: ['facilitator'],
    notWhen: ['question-closed'],
  },

  'case.read': { on: 'case', by: 'whoever-sees-it' },
  'case.update': { on: 'case', by: ['facilitator', 'holder', 'stand-in'], notWhen: ['case-archived'] },
  'case.change-status': { on: 'case', by: ['facilitator', 'holder', 'stand-in'], notWhen: ['case-archived'] },
  'case.change-visibility': { on: 'case', by: ['holder', 'stand-in'], notWhen: ['case-archived'] },
  'case.archive': { on: 'case', by: ['facilitator', 'holder', 'stand-in'] },
  'effect.read': { on: 'case', by: 'whoever-sees-it' },
  'effect.contribute': { on: 'case', by: ['participant'], notWhen: ['case-archived', 'case-concluded'] },
  // What nobody knew stays a question when the case is concluded.
  'effect.propose-question': { on: 'case', by: ['participant'], notWhen: ['case-archived'] },
  'effect.manage': {
    on: 'case',
    by: ['facilitator', 'holder', 'stand-in'],
    notWhen: ['case-archived', 'case-concluded'],
  },
  'note.create': { on: 'case', by: ['participant'], notWhen: ['case-archived', 'case-concluded'] },

  'note.read': { on: 'note', by: 'whoever-sees-it' },
  'note.write': {
    on: 'note',
    by: ['participant'],
    notWhen: writingEnds,
  },
  'note.update': {
    on: 'note',
    by: ['author', 'facilitator', 'holder', 'stand-in'],
    notWhen: ['note-archived', 'case-archived'],
  },
  'note.archive': {
    on: 'note',
    by: ['author', 'facilitator', 'holder', 'stand-in'],
    notWhen: ['case-archived'],
  },
  // What must go has to go, also from what is concluded or archived.
  'note.redact': { on: 'note', by: ['facilitator', 'holder', 'stand-in'] },

  // What a note said before is for whoever reads it; what is done with that is for whoever writes in it.
  'version.read': { on: 'note', by: 'whoever-sees-it' },
  'version.create': { on: 'note', by: ['participant'], notWhen: writingEnds },
  'version.name': { on: 'note', by: ['participant'], notWhen: writingEnds },
  'version.restore': { on: 'note', by: ['participant'], notWhen: writingEnds },

  // About a concluded case one can still ask and answer: its text stands still, what people make of it need not.
  'comment.read': { on: 'note', by: 'whoever-sees-it' },
  'comment.create': { on: 'note', by: ['commenter'], notWhen: ['note-archived', 'case-archived'] },
  'comment.reply': {
    on: 'thread',
    by: ['commenter'],
    notWhen: ['thread-resolved', 'note-archived', 'case-archived'],
  },
  'comment.resolve': {
    on: 'thread',
    by: ['participant', 'author'],
    notWhen: ['note-archived', 'case-archived'],
  },
  'comment.edit': {
    on: 'comment',
    by: ['author'],
    notWhen: ['comment-removed', 'note-archived', 'case-archived'],
  },
  // Somebody can always take their own words back, also from an archive.
  'comment.remove': { on: 'comment', by: ['author', 'facilitator', 'holder', 'stand-in'] },
  'comment.react': {
    on: 'comment',
    by: ['commenter'],
    notWhen: ['comment-removed', 'note-archived', 'case-archived'],
  },
} as const satisfies Record<Action, Rule>;

/** The actions that are about one kind of object. */
export type ActionOn<K extends FactsKind> = {
  [A in Action]: (typeof policy)[A]['on'] extends K ? A : never;
}[Action];

export function ruleOf(action: Action): Rule {
  return policy[action];
}
