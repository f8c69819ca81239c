import type { CaseStatus, CaseVisibility } from '@kring/contracts';

/** Kring as a whole: its people, organisations and settings. */
export interface PlatformFacts {
  readonly kind: 'platform';
}

export interface CopFacts {
  readonly kind: 'cop';
  readonly copId: string;
}

export interface LearningQuestionFacts {
  readonly kind: 'learning-question';
  readonly copId: string;
  /** It was split or merged: others go on. */
  readonly isClosed: boolean;
}

/** A file or link in the library of a CoP. */
export interface LibraryItemFacts {
  readonly kind: 'library-item';
  readonly copId: string;
  readonly createdById: string;
}

export interface CaseFacts {
  readonly kind: 'case';
  readonly copId: string;
  readonly holderId: string;
  /** The holder is now a participant or facilitator of the CoP; if not, its facilitators stand in. */
  readonly isHolderActive: boolean;
  readonly visibility: CaseVisibility;
  readonly status: CaseStatus;
  readonly isArchived: boolean;
}

export interface NoteFacts {
  readonly kind: 'note';
  /** Of the case in which the note is. */
  readonly case: CaseFacts;
  readonly createdById: string;
  readonly isArchived: boolean;
}

/** A conversation beside the text of a note. */
export interface ThreadFacts {
  readonly kind: 'thread';
  readonly note: NoteFacts;
  readonly createdById: string;
  readonly isResolved: boolean;
}

export interface CommentFacts {
  readonly kind: 'comment';
  readonly note: NoteFacts;
  readonly createdById: string;
  readonly isRemoved: boolean;
}

/** Somebody as other people see them: name, function, organisation. */
export interface PersonFacts {
  readonly kind: 'person';
  readonly personId: string;
  /** The CoPs that they are a member of. */
  readonly copIds: readonly string[];
  readonly isDisabled: boolean;
}

/** What the policy needs to know about an object, all of it as it is now. */
export type Facts =
  | PlatformFacts
  | CopFacts
  | LearningQuestionFacts
  | LibraryItemFacts
  | CaseFacts
  | NoteFacts
  | ThreadFacts
  | CommentFacts
  | PersonFacts;
export type FactsKind = Facts['kind'];

export const platform: PlatformFacts = { kind: 'platform' };

/** The case that an object is or belongs to; null for what stands above cases. */
export function caseFactsOf(facts: Facts): CaseFacts | null {
  switch (facts.kind) {
    case 'platform':
    case 'cop':
    case 'person':
    case 'learning-question':
    case 'library-item':
      return null;
    case 'case':
      return facts;
    case 'note':
      return facts.case;
    case 'thread':
    case 'comment':
      return facts.note.case;
  }
}

/** The note that an object is or belongs to; null for what is not in one. */
export function noteFactsOf(facts: Facts): NoteFacts | null {
  if (facts.kind === 'note') return facts;
  return facts.kind === 'thread' || facts.kind === 'comment' ? facts.note : null;
}
