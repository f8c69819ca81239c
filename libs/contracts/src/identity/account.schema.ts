import { z } from 'zod';
import { idSchema, instantSchema, lineSchema } from '../common.ts';
import { pageQueryShape } from '../paging.ts';
import { personSchema, platformRoleSchema } from './identity.schema.ts';

/** A person as administrators see it. */
export const accountSchema = personSchema.extend({
  email: z.string(),
  platformRole: platformRoleSchema,
  isDisabled: z.boolean(),
  lastSeenAt: instantSchema.nullable(),
});
export type Account = z.infer<typeof accountSchema>;
/** `text` finds people by parts of their name, address or organisation. */
export const accountListQuerySchema = z.strictObject({ ...pageQueryShape, text: lineSchema(120).optional() });
export const updateAccountInputSchema = z.strictObject({
  platformRole: platformRoleSchema.optional(),
  isDisabled: z.boolean().optional(),
  organisationId: idSchema.nullable().optional(),
});

export const auditEventSchema = z.strictObject({
  id: idSchema,
  at: instantSchema,
  actorName: z.string().nullable(),
  action: lineSchema(80),
  objectType: z.string(),
  objectId: z.string().nullable(),
  result: z.enum(['done', 'refused']),
});
export type AuditEvent = z.infer<typeof auditEventSchema>;
