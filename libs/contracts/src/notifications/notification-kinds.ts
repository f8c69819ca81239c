import { z } from 'zod';

/** Asked of somebody (*voor mij*), or about something that they follow (*wat je volgt*). */
export const notificationClasses = ['for-me', 'following'] as const;
export const notificationClassSchema = z.enum(notificationClasses);
export type NotificationClass = z.infer<typeof notificationClassSchema>;

/** The closed list of what people are told, each of one class. The order is that of the preferences. */
export const notificationClassOf = {
  /** Named in the text of a note. */
  mention: 'for-me',
  /** Named in a comment. */
  'comment-mention': 'for-me',
  /** An answer in a thread that one takes part in. */
  'comment-reply': 'for-me',
  /** Made owner of a section. */
  'section-owner': 'for-me',
  /** Made case holder. */
  'case-holder': 'for-me',
  /** Asked to fill in an effect matrix. */
  'matrix-asked': 'for-me',
  /** Somebody asks to join a CoP that one facilitates. */
  'join-request': 'for-me',
  'note-changed': 'following',
  'note-created': 'following',
  /** A note was put back to an earlier version. */
  'note-restored': 'following',
  'section-ready': 'following',
  'comment-added': 'following',
  'comment-resolved': 'following',
  'case-created': 'following',
  'case-status': 'following',
  /** What everybody filled in privately can now be seen. */
  'matrix-revealed': 'following',
  /** Somebody whom one invited has joined. */
  'invite-accepted': 'following',
} as const satisfies Record<string, NotificationClass>;

export type NotificationKind = keyof typeof notificationClassOf;
export const notificationKinds = Object.keys(notificationClassOf) as [
  NotificationKind,
  ...NotificationKind[],
];
export const notificationKindSchema = z.enum(notificationKinds);

export function notificationKindsOf(wanted: NotificationClass): NotificationKind[] {
  return notificationKinds.filter((kind) => notificationClassOf[kind] === wanted);
}

/** When a kind is mailed: never, soon after it happened, or together with others at a chosen time. */
export const mailTimings = ['off', 'now', 'digest'] as const;
export const mailTimingSchema = z.enum(mailTimings);
export type MailTiming = z.infer<typeof mailTimingSchema>;

/** What somebody can follow. */
export const followTargets = ['cop', 'case', 'note'] as const;
export const followTargetSchema = z.enum(followTargets);
export type FollowTarget = z.infer<typeof followTargetSchema>;
