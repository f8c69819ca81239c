import { z } from 'zod';
import { abilitiesSchema } from '../actions.ts';
import { idSchema, instantSchema, languageSchema, lineSchema, textSchema } from '../common.ts';

/** Most sections that a template, and with it a new note, can have. */
export const mostSections = 40;

/** Stays with a section whatever it is called: by it, versions, links and people find it again. */
export const sectionKeySchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40);

/** A page of the case that a section is about; the section then leads to it. */
export const sectionTools = ['effect-matrix'] as const;
export const sectionToolSchema = z.enum(sectionTools);
export type SectionTool = z.infer<typeof sectionToolSchema>;

export const templateSectionSchema = z.strictObject({
  key: sectionKeySchema,
  title: lineSchema(120),
  /** What belongs here, for whoever is going to write it. */
  guidance: textSchema(1_500).default(''),
  isRequired: z.boolean().default(false),
  tool: sectionToolSchema.nullable().default(null),
});
export type TemplateSection = z.infer<typeof templateSectionSchema>;

/** Sections in their order, each key once. */
export const templateSectionsSchema = z
  .array(templateSectionSchema)
  .min(1)
  .max(mostSections)
  .refine((sections) => new Set(sections.map(({ key }) => key)).size === sections.length);

export const templateSummarySchema = z.strictObject({
  id: idSchema,
  /** Null: of the whole network, for every CoP. */
  copId: idSchema.nullable(),
  name: z.string(),
  description: z.string(),
  language: languageSchema,
  sectionCount: z.number().int(),
  /** Chosen beforehand for who opens a case in this CoP; at most one of a list is. */
  isDefault: z.boolean(),
  archivedAt: instantSchema.nullable(),
  updatedAt: instantSchema,
  abilities: abilitiesSchema,
});
export type TemplateSummary = z.infer<typeof templateSummarySchema>;

export const templateSchema = templateSummarySchema.extend({
  sections: z.array(templateSectionSchema),
  version: z.number().int(),
});
export type Template = z.infer<typeof templateSchema>;

const fields = {
  name: lineSchema(120),
  description: textSchema(400).default(''),
  language: languageSchema,
  sections: templateSectionsSchema,
};
export const createTemplateInputSchema = z.strictObject(fields);
export const updateTemplateInputSchema = z.strictObject({ version: z.number().int(), ...fields });
export const copyTemplateInputSchema = z.strictObject({ name: lineSchema(120) });
/** Null: the template of the network. */
export const chooseDefaultTemplateInputSchema = z.strictObject({ templateId: idSchema.nullable() });
