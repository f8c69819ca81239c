import { z } from 'zod';
import {
  emailSchema,
  idSchema,
  instantSchema,
  languageSchema,
  personNameSchema,
  textSchema,
  tokenSchema,
} from '../common.ts';
import { actionSchema } from '../actions.ts';

export const platformRoles = ['member', 'administrator', 'auditor'] as const;
export const platformRoleSchema = z.enum(platformRoles);
export type PlatformRole = z.infer<typeof platformRoleSchema>;

/** Passwords: length only, no composition rules; the server also refuses common ones and the own address. */
export const passwordSchema = z.string().min(12).max(128);
const givenPasswordSchema = z.string().min(1).max(128);

/** A person as other people see it. */
export const personSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  jobTitle: z.string(),
  organisation: z.strictObject({ id: idSchema, name: z.string() }).nullable(),
});
export type Person = z.infer<typeof personSchema>;

/** The person who is signed in, as they see themselves. */
export const meSchema = personSchema.extend({
  email: z.string(),
  language: languageSchema,
  platformRole: platformRoleSchema,
  hasPassword: z.boolean(),
  /** Platform-wide actions only; objects carry their own abilities. */
  abilities: z.array(actionSchema),
});
export type Me = z.infer<typeof meSchema>;

/** What a page needs first: who is signed in, and what kind of installation this is. */
export const appStateSchema = z.strictObject({
  me: meSchema.nullable(),
  /** What this platform is called: Kring, unless administrators call it otherwise. */
  name: z.string(),
  networkName: z.string(),
  /** Where people can ask for help; null when nobody says. */
  contactEmail: z.string().nullable(),
  /** Who runs this platform; null when nobody says. */
  operator: z.string().nullable(),
  /** Where the statements on privacy and on accessibility can be read. */
  privacyUrl: z.string().nullable(),
  accessibilityUrl: z.string().nullable(),
  defaultLanguage: languageSchema,
  /** Those that people can choose. */
  languages: z.array(languageSchema),
  /** Where the logo can be had; null for Kring's own. */
  logoPath: z.string().nullable(),
  isDemo: z.boolean(),
  /** True until the first administrator exists. */
  needsSetup: z.boolean(),
  version: z.string(),
});
export type AppState = z.infer<typeof appStateSchema>;

export const updateMeInputSchema = z.strictObject({
  name: personNameSchema.optional(),
  jobTitle: textSchema(120).optional(),
  organisationId: idSchema.nullable().optional(),
  language: languageSchema.optional(),
});
export const requestLinkInputSchema = z.strictObject({
  email: emailSchema,
  /** Path within Kring to open after signing in. */
  next: z
    .string()
    .max(300)
    .regex(/^\/(?![/\\])[\w\-./?=&%#]*$/)
    .optional(),
});
export const useLinkInputSchema = z.strictObject({ token: tokenSchema });
/** Where to go after signing in, a path within Kring. */
export const signedInSchema = z.strictObject({ me: meSchema, next: z.string() });
export type SignedIn = z.infer<typeof signedInSchema>;

export const passwordSignInInputSchema = z.strictObject({
  email: emailSchema,
  password: givenPasswordSchema,
});
export const requestResetInputSchema = z.strictObject({ email: emailSchema });
export const resetPasswordInputSchema = z.strictObject({ token: tokenSchema, password: passwordSchema });
/** `currentPassword` is required where there is one. */
export const setPasswordInputSchema = z.strictObject({
  currentPassword: givenPasswordSchema.optional(),
  newPassword: passwordSchema,
});
export const setupInputSchema = z.strictObject({
  /** The one-time code that the server printed at its first start. */
  code: z.string().trim().min(8).max(64),
  name: personNameSchema,
  email: emailSchema,
  language: languageSchema,
});

export const loginSessionSchema = z.strictObject({
  id: idSchema,
  isCurrent: z.boolean(),
  /** Browser and system in words, from the User-Agent, e.g. "Firefox, Windows". */
  device: z.string(),
  createdAt: instantSchema,
  lastSeenAt: instantSchema,
  expiresAt: instantSchema,
});
export type LoginSession = z.infer<typeof loginSessionSchema>;
