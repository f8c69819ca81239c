import { z } from 'zod';
import {
  emailSchema,
  idSchema,
  instantSchema,
  languageSchema,
  personNameSchema,
  slugSchema,
  textSchema,
  tokenSchema,
} from '../common.ts';
import { abilitiesSchema } from '../actions.ts';
import { meSchema, personSchema } from '../identity/identity.schema.ts';

/** Roles in a CoP, from least to most. */
export const copRoles = ['observer', 'commenter', 'participant', 'facilitator'] as const;
export const copRoleSchema = z.enum(copRoles);
export type CopRole = z.infer<typeof copRoleSchema>;

export const copSummarySchema = z.strictObject({
  id: idSchema,
  slug: slugSchema,
  name: z.string(),
  /** The CoP's central question. */
  question: z.string(),
  coordinator: z.strictObject({ id: idSchema, name: z.string() }).nullable(),
  memberCount: z.number().int(),
  /** Cases that the person who asks can see. */
  caseCount: z.number().int(),
  myRole: copRoleSchema.nullable(),
  hasAskedToJoin: z.boolean(),
  abilities: abilitiesSchema,
});
export type CopSummary = z.infer<typeof copSummarySchema>;

/** The charter says why the CoP exists, for whom, and how people work together. */
export const charterSchema = z.strictObject({
  purpose: z.string(),
  audience: z.string(),
  workingAgreements: z.string(),
});
export const copSchema = copSummarySchema.extend({
  charter: charterSchema,
  /** What a new member reads first. For members only: empty for anybody else. */
  welcome: z.string(),
  /** What everybody keeps to. Also for who asks to join. */
  houseRules: z.string(),
  /** Whether the welcome still waits for the person who asks, who became a member since it was written. */
  isWelcomeOpen: z.boolean(),
  createdAt: instantSchema,
  /** Send it back with an update; a different one means that somebody changed it meanwhile. */
  version: z.number().int(),
});
export type Cop = z.infer<typeof copSchema>;

export const copMemberSchema = z.strictObject({
  person: personSchema,
  role: copRoleSchema,
  since: instantSchema,
  isMe: z.boolean(),
});
export type CopMember = z.infer<typeof copMemberSchema>;
export const changeRoleInputSchema = z.strictObject({ role: copRoleSchema });

export const inviteSchema = z.strictObject({
  id: idSchema,
  email: z.string(),
  name: z.string(),
  role: copRoleSchema,
  invitedBy: z.string(),
  createdAt: instantSchema,
  expiresAt: instantSchema,
  isExpired: z.boolean(),
});
export type Invite = z.infer<typeof inviteSchema>;
export const createInviteInputSchema = z.strictObject({
  email: emailSchema,
  name: z.union([personNameSchema, z.literal('')]).default(''),
  role: copRoleSchema,
  language: languageSchema.default('nl'),
});

/** What somebody with the link sees before accepting. */
export const inviteViewSchema = z.strictObject({
  email: z.string(),
  name: z.string(),
  role: copRoleSchema,
  invitedBy: z.string(),
  cop: z.strictObject({ name: z.string(), question: z.string() }),
  /** False: accepting asks for a name first. */
  hasAccount: z.boolean(),
});
export type InviteView = z.infer<typeof inviteViewSchema>;
export const viewInviteInputSchema = z.strictObject({ token: tokenSchema });
/** `name` is required for people without an account. Accepting signs in: the mailed link proves the address. */
export const acceptInviteInputSchema = z.strictObject({
  token: tokenSchema,
  name: personNameSchema.optional(),
  jobTitle: textSchema(120).optional(),
  organisationId: idSchema.nullable().optional(),
});
export const inviteAcceptedSchema = z.strictObject({ me: meSchema, copSlug: slugSchema });

export const joinRequestSchema = z.strictObject({
  id: idSchema,
  person: personSchema,
  motivation: z.string(),
  createdAt: instantSchema,
});
export type JoinRequest = z.infer<typeof joinRequestSchema>;
export const createJoinRequestInputSchema = z.strictObject({ motivation: textSchema(1000).default('') });
export const decideJoinRequestInputSchema = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('accept'), role: copRoleSchema }),
  z.strictObject({ decision: z.literal('decline') }),
]);
