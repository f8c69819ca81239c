import { z } from 'zod';

/**
 * The closed catalogue of errors with the HTTP status each has. Codes are stable; clients translate them.
 * `not-found` is also the answer for what one may not see.
 */
export const errorStatus = {
  'bad-request': 400,
  'invalid-input': 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'cross-site-request': 403,
  'not-allowed': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'payload-too-large': 413,
  'unsupported-media-type': 415,
  'too-many-attempts': 429,
  'internal-error': 500,
  unavailable: 503,
  'database-unavailable': 503,
  'link-not-valid': 410,
  'invite-for-other-address': 409,
  'setup-done': 409,
  'password-too-weak': 422,
  'email-taken': 409,
  'slug-taken': 409,
  'already-member': 409,
  'already-requested': 409,
  'declined-recently': 409,
  'already-decided': 409,
  'last-facilitator': 409,
  'last-administrator': 409,
  'not-yourself': 409,
  'organisation-cycle': 409,
  'organisation-ended': 409,
  'setting-fixed': 409,
  'mail-outdated': 409,
  'no-mail-server': 409,
  'holder-not-member': 422,
  'private-needs-own-holder': 422,
  'status-not-possible': 409,
  'question-missing': 422,
  'widening-needs-confirmation': 409,
  'case-archived': 409,
  'case-concluded': 409,
  'note-archived': 409,
  'template-not-usable': 422,
  'too-many-templates': 409,
  'owner-not-member': 422,
  'question-closed': 409,
  'file-not-allowed': 415,
  'image-unreadable': 422,
  'note-full': 409,
  'library-full': 409,
  'changed-meanwhile': 409,
  'round-closed': 409,
  'round-open': 409,
  'too-many-versions': 409,
  'thread-resolved': 409,
  'comment-removed': 409,
  'undo-too-late': 409,
  'discussion-full': 409,
  'mention-not-possible': 422,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof errorStatus;
export const errorCodeSchema = z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]);

/** What is wrong with one field. `code` is Zod's issue code or one of ours; `path` is the field, dotted. */
export const fieldErrorSchema = z.strictObject({
  path: z.string(),
  code: z.string(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});
export type FieldError = z.infer<typeof fieldErrorSchema>;

/** RFC 9457 problem details. `type` is `urn:kring:error:<code>`; never holds a stack or the payload. */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: errorCodeSchema,
  correlationId: z.string(),
  errors: z.array(fieldErrorSchema).optional(),
  retryAfterSeconds: z.number().int().optional(),
});
export type Problem = z.infer<typeof problemSchema>;
