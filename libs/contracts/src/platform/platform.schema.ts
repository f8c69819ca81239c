import { z } from 'zod';
import {
  emailSchema,
  idSchema,
  instantSchema,
  languageSchema,
  lineSchema,
  slugSchema,
  webAddressSchema,
} from '../common.ts';
import { inviteSchema } from '../cops/cop.schema.ts';
import { mailFailureSchema } from '../outbox/outbox.schema.ts';

/** A colour as browsers write it, in lower case. */
export const colorSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/);
/** The colour of buttons and links, one for each theme. */
export const accentSchema = z.strictObject({ light: colorSchema, dark: colorSchema });
export type Accent = z.infer<typeof accentSchema>;

/** What the environment decides on: its value wins, and cannot be changed here. */
export const fixableSettings = ['name', 'networkName'] as const;
export type FixableSetting = (typeof fixableSettings)[number];

export const platformSettingsSchema = z.strictObject({
  version: z.number().int(),
  name: z.string(),
  networkName: z.string(),
  contactEmail: z.string().nullable(),
  /** Who runs this platform; null when nobody says. */
  operator: z.string().nullable(),
  /** Where the statements on privacy and on accessibility can be read. */
  privacyUrl: z.string().nullable(),
  accessibilityUrl: z.string().nullable(),
  defaultLanguage: languageSchema,
  /** Those that people can choose. */
  languages: z.array(languageSchema),
  /** Null for Kring's own colours. */
  accent: accentSchema.nullable(),
  /** Where the logo can be had; null for Kring's own. */
  logoPath: z.string().nullable(),
  /** Set by the environment, which wins. */
  fixed: z.array(z.enum(fixableSettings)),
  mail: z.strictObject({
    hasServer: z.boolean(),
    sender: z.string(),
    /** When a test mail last went out. */
    testedAt: instantSchema.nullable(),
  }),
});
export type PlatformSettings = z.infer<typeof platformSettingsSchema>;

export const updateSettingsInputSchema = z.strictObject({
  version: z.number().int(),
  name: lineSchema(40).optional(),
  networkName: lineSchema(120).optional(),
  contactEmail: emailSchema.nullable().optional(),
  operator: lineSchema(120).nullable().optional(),
  privacyUrl: webAddressSchema.nullable().optional(),
  accessibilityUrl: webAddressSchema.nullable().optional(),
  defaultLanguage: languageSchema.optional(),
  languages: z.array(languageSchema).min(1).max(8).optional(),
  accent: accentSchema.nullable().optional(),
});

/** Of the logo that is sent in. */
export const logoLimits = { bytes: 2 * 1024 * 1024, pixels: 16_000_000 } as const;

export const mailTestSchema = z.strictObject({
  to: z.string(),
  isSent: z.boolean(),
  failure: mailFailureSchema.nullable(),
  /** How long the mail server took, in milliseconds. */
  took: z.number().int(),
});
export type MailTest = z.infer<typeof mailTestSchema>;

/** What an installation can still lack before people's work depends on it. */
export const readinessCodes = [
  'mail-server',
  'mail-test',
  'mail-sender',
  'mails-failed',
  'address-local',
  'secret-generated',
  'backup-none',
  'backup-old',
  'demo-accounts',
  'one-administrator',
  'notes-nearly-full',
  'people-at-ended',
  'no-contact',
  'no-statements',
] as const;
export type ReadinessCode = (typeof readinessCodes)[number];
export const readinessSchema = z.strictObject({
  /** What is missing, the most important first; `count` where there are several. */
  items: z.array(
    z.strictObject({
      code: z.enum(readinessCodes),
      isUrgent: z.boolean(),
      count: z.number().int().nullable(),
      since: instantSchema.nullable(),
    }),
  ),
});
export type Readiness = z.infer<typeof readinessSchema>;
export type ReadinessItem = Readiness['items'][number];

/** An open invite with its CoP, as administrators see all of them. */
export const openInviteSchema = inviteSchema.extend({
  cop: z.strictObject({ id: idSchema, slug: slugSchema, name: z.string() }),
});
export type OpenInvite = z.infer<typeof openInviteSchema>;
