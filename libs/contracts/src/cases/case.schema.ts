import { z } from 'zod';
import { idSchema, instantSchema, lineSchema, slugSchema, textSchema } from '../common.ts';
import { abilitiesSchema } from '../actions.ts';
import { pageQueryShape } from '../paging.ts';
import { caseVisibilitySchema } from '../visibility.ts';
import { personSchema } from '../identity/identity.schema.ts';
import { noteSummarySchema } from '../notes/note.schema.ts';

/** The life of a case: `exploring` (verkennen) -> `active` (in behandeling) -> `concluded` (afgerond). */
export const caseStatuses = ['exploring', 'active', 'concluded'] as const;
export const caseStatusSchema = z.enum(caseStatuses);
export type CaseStatus = z.infer<typeof caseStatusSchema>;

/**
 * What a case is about: the themes of the framework `cbs-14` in `libs/domain`, so that cases of all CoPs can be put
 * beside each other and beside their effects.
 */
export const caseThemes = [
  'subjective-well-being',
  'material-well-being',
  'health',
  'labour-and-leisure',
  'housing',
  'society',
  'safety',
  'environment',
  'economic-capital',
  'natural-capital',
  'human-capital',
  'social-capital',
  'trade-and-aid',
  'environment-and-resources',
] as const;
export const caseThemeSchema = z.enum(caseThemes);
export type CaseTheme = z.infer<typeof caseThemeSchema>;
/** With more, a theme no longer tells cases apart. */
export const mostThemesOfCase = 5;

export const caseSummarySchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  question: z.string(),
  region: z.string(),
  themes: z.array(caseThemeSchema),
  holder: personSchema,
  status: caseStatusSchema,
  visibility: caseVisibilitySchema,
  isExample: z.boolean(),
  archivedAt: instantSchema.nullable(),
  /** When the case, or the text of one of its notes, was changed last. */
  updatedAt: instantSchema,
  noteCount: z.number().int(),
  cop: z.strictObject({ id: idSchema, slug: slugSchema, name: z.string() }),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;

export const caseSchema = caseSummarySchema.extend({
  version: z.number().int(),
  notes: z.array(noteSummarySchema),
  /** Statuses that this person may give it now. */
  nextStatuses: z.array(caseStatusSchema),
  abilities: abilitiesSchema,
});
export type Case = z.infer<typeof caseSchema>;

/** Which cases of a CoP; without `archived` those that are not put away. `region` is compared as a whole, in any case. */
export const caseListQuerySchema = z.strictObject({
  ...pageQueryShape,
  archived: z.enum(['true', 'false']).optional(),
  status: caseStatusSchema.optional(),
  region: lineSchema(120).optional(),
  theme: caseThemeSchema.optional(),
});
export type CaseListQuery = z.infer<typeof caseListQuerySchema>;
export const caseFacetsQuerySchema = caseListQuerySchema.omit({ cursor: true });
export type CaseFacetsQuery = z.infer<typeof caseFacetsQuerySchema>;

/**
 * How many of the cases that the person can see there are behind each filter. What is counted of one filter heeds the
 * other filters, so that each number is what choosing it shows.
 */
export const caseFacetsSchema = z.strictObject({
  /** With all filters. */
  found: z.number().int(),
  /** Without any. */
  all: z.number().int(),
  statuses: z.array(z.strictObject({ status: caseStatusSchema, count: z.number().int() })),
  /** The regions that most cases are about, by name. */
  regions: z.array(z.strictObject({ region: z.string(), count: z.number().int() })),
  themes: z.array(z.strictObject({ theme: caseThemeSchema, count: z.number().int() })),
});
export type CaseFacets = z.infer<typeof caseFacetsSchema>;

const themesInputSchema = z
  .array(caseThemeSchema)
  .max(mostThemesOfCase)
  .refine((themes) => new Set(themes).size === themes.length);

export const createCaseInputSchema = z.strictObject({
  title: lineSchema(160),
  question: textSchema(600).default(''),
  region: textSchema(120).default(''),
  themes: themesInputSchema.default([]),
  holderId: idSchema,
  visibility: caseVisibilitySchema,
  /** What the first note begins with; null for an empty one. */
  templateId: idSchema.nullable().default(null),
});
export const updateCaseInputSchema = z.strictObject({
  version: z.number().int(),
  title: lineSchema(160).optional(),
  question: textSchema(600).optional(),
  region: textSchema(120).optional(),
  themes: themesInputSchema.optional(),
  holderId: idSchema.optional(),
});
export const changeStatusInputSchema = z.strictObject({ status: caseStatusSchema });
/** Widening is refused with `widening-needs-confirmation` unless `confirmed` is true. */
export const changeVisibilityInputSchema = z.strictObject({
  visibility: caseVisibilitySchema,
  confirmed: z.boolean().default(false),
});
