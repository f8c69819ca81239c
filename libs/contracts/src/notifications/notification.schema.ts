import { z } from 'zod';
import { caseStatusSchema } from '../cases/case.schema.ts';
import { idSchema, instantSchema, slugSchema, tokenSchema } from '../common.ts';
import {
  followTargetSchema,
  mailTimingSchema,
  notificationClassSchema,
  notificationKindSchema,
} from './notification-kinds.ts';

/** Where a notification is about: a note, a case or a CoP, and the thread or section in it. */
export const notificationPlaceSchema = z.strictObject({
  kind: notificationKindSchema,
  copSlug: slugSchema,
  caseId: idSchema.nullable(),
  noteId: idSchema.nullable(),
  threadId: idSchema.nullable(),
  sectionId: z.string().nullable(),
});
export type NotificationPlace = z.infer<typeof notificationPlaceSchema>;

/** Everything of one kind about one object that somebody has not read yet, as one. */
export const notificationSchema = notificationPlaceSchema.extend({
  id: idSchema,
  copName: z.string(),
  caseTitle: z.string().nullable(),
  /** As it is now. */
  caseStatus: caseStatusSchema.nullable(),
  noteTitle: z.string().nullable(),
  /** How often it happened. */
  count: z.number().int(),
  /** Who did it last, newest first; at most three. */
  actors: z.array(z.string()),
  actorCount: z.number().int(),
  /** Of the newest comment, where it is about one that is still there. */
  text: z.strictObject({ quote: z.string(), excerpt: z.string() }).nullable(),
  at: instantSchema,
  readAt: instantSchema.nullable(),
});
export type Notification = z.infer<typeof notificationSchema>;

/** How many groups somebody has not read yet, of what they may see now. */
export const unreadCountsSchema = z.strictObject({
  forMe: z.number().int(),
  following: z.number().int(),
});
export type UnreadCounts = z.infer<typeof unreadCountsSchema>;

export const notificationPageSchema = z.strictObject({
  items: z.array(notificationSchema),
  /** Give it as `after` for what comes next; null at the end. */
  next: z.string().nullable(),
  unread: unreadCountsSchema,
});
export type NotificationPage = z.infer<typeof notificationPageSchema>;

/** Place of the last item that the caller has: its time and id. */
export const notificationCursorSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_[0-9a-f-]{36}$/);

export const listNotificationsQuerySchema = z.strictObject({
  class: notificationClassSchema,
  after: notificationCursorSchema.optional(),
  unread: z.enum(['true', 'false']).optional(),
});

export const markNotificationsInputSchema = z.strictObject({
  ids: z.array(idSchema).min(1).max(100),
  isRead: z.boolean(),
});
/** Marks what was there at a moment, so that what came in meanwhile stays unread. */
export const markAllNotificationsInputSchema = z.strictObject({
  class: notificationClassSchema,
  upTo: instantSchema,
});

export const digestFrequencies = ['off', 'daily', 'weekly'] as const;
export const digestPlanSchema = z.strictObject({
  frequency: z.enum(digestFrequencies),
  /** For a weekly one: Monday is 1, Sunday 7. */
  weekday: z.number().int().min(1).max(7),
  /** On the clock of Amsterdam. */
  hour: z.number().int().min(0).max(23),
});
export type DigestPlan = z.infer<typeof digestPlanSchema>;
export const defaultDigestPlan: DigestPlan = { frequency: 'weekly', weekday: 1, hour: 8 };

export const notificationPreferenceSchema = z.strictObject({
  kind: notificationKindSchema,
  inApp: z.boolean(),
  mail: mailTimingSchema,
});
export const notificationPreferencesSchema = z.strictObject({
  /** One for each kind. */
  kinds: z.array(notificationPreferenceSchema),
  digest: digestPlanSchema,
});
export type NotificationPreferences = z.infer<typeof notificationPreferencesSchema>;
export const updateNotificationPreferencesInputSchema = z.strictObject({
  kinds: z.array(notificationPreferenceSchema).max(100).default([]),
  digest: digestPlanSchema.optional(),
});

/** What a link in a mail switches off: mails at once, or the digest. */
export const unsubscribeTopicSchema = z.enum(['now', 'digest']);
export type UnsubscribeTopic = z.infer<typeof unsubscribeTopicSchema>;
export const unsubscribeInputSchema = z.strictObject({ token: tokenSchema });
export const unsubscribeViewSchema = z.strictObject({ topic: unsubscribeTopicSchema });

export const followInputSchema = z.strictObject({ isFollowing: z.boolean() });
export const followStateSchema = z.strictObject({ isFollowing: z.boolean() });
/** Something that somebody follows, as far as they may see it now. */
export const followSchema = z.strictObject({
  target: followTargetSchema,
  id: idSchema,
  title: z.string(),
  copSlug: slugSchema,
  caseId: idSchema.nullable(),
  /** Kring began it, because they work there. */
  isAutomatic: z.boolean(),
});
export type Follow = z.infer<typeof followSchema>;

export const mentionInputSchema = z.strictObject({ personId: idSchema });
/** `cannot-read`: nobody was told, for the person is not there or may not read the note; which of the two is not said. */
export const mentionAnswerSchema = z.strictObject({ outcome: z.enum(['told', 'cannot-read']) });
