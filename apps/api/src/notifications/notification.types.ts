import type { NotificationKind } from '@kring/contracts';

/** Where something happened. What is in a note names the note; what is in a case names the case. */
export type NotificationAbout =
  | { readonly noteId: string; readonly threadId?: string; readonly sectionId?: string }
  | { readonly caseId: string }
  | { readonly copId: string };

/** Something to tell people. */
export interface Telling {
  readonly kind: NotificationKind;
  /** Who did it, and is told nothing; null where nobody did. */
  readonly actor: { readonly personId: string } | null;
  /** By id, or everybody who follows what it is about. Whoever may not see it is left out. */
  readonly recipients: readonly string[] | 'followers';
  /** People who have been told already, for instance that they are mentioned in the same comment. */
  readonly except?: readonly string[];
  readonly about: NotificationAbout;
  /** The comment that it is about; its text is looked up when it is shown or mailed. */
  readonly commentId?: string;
  /** Names the event: a second telling with the same key tells nobody twice. */
  readonly eventKey?: string;
  /** When it happened, for what is told afterwards: nobody gets a mail at once about it. */
  readonly happenedAt?: Date;
  /** Not again within this time when the same person did the same to the same object. */
  readonly quietMs?: number;
}

/** The part of a comment that a notification shows. */
export interface NotificationText {
  readonly quote: string;
  readonly excerpt: string;
}
