import { z } from 'zod';
import { idSchema, instantSchema } from '../common.ts';

/** Why a mail did not go out, from what the mail server said. */
export const mailFailureReasons = [
  'unreachable',
  'too-slow',
  'not-secure',
  'not-signed-in',
  'recipient-refused',
  'sender-refused',
  'message-refused',
  'unknown',
] as const;
export const mailFailureSchema = z.strictObject({
  reason: z.enum(mailFailureReasons),
  /** The words of the mail server; empty when it said nothing. */
  answer: z.string(),
});
export type MailFailure = z.infer<typeof mailFailureSchema>;

/** `kept`: no mail server is set, so administrators pass it on. `dropped`: when it could go, it had nothing more to say. */
export const mailStates = ['waiting', 'sent', 'failed', 'kept', 'dropped'] as const;
/** A mail in the outbox. `text` is empty for mails that are written when they are sent: their content is not kept. */
export const outboxMailSchema = z.strictObject({
  id: idSchema,
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  state: z.enum(mailStates),
  createdAt: instantSchema,
  sentAt: instantSchema.nullable(),
  attempts: z.number().int(),
  /** Why the last attempt did not succeed. */
  failure: mailFailureSchema.nullable(),
  /** Its link no longer works, so that sending it again would help nobody. */
  isOutdated: z.boolean(),
  /** It did not go out, and sending it again could help. */
  canRetry: z.boolean(),
});
export type OutboxMail = z.infer<typeof outboxMailSchema>;

/** How often mails were put back on their way; those whose link no longer works are left. */
export const mailsRetriedSchema = z.strictObject({ retried: z.number().int(), outdated: z.number().int() });
export type MailsRetried = z.infer<typeof mailsRetriedSchema>;
