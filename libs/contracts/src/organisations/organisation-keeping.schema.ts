import { z } from 'zod';
import { daySchema, idSchema, lineSchema, slugSchema } from '../common.ts';
import { organisationKindSchema, organisationSchema } from './organisation.schema.ts';

export const createOrganisationInputSchema = z.strictObject({
  name: lineSchema(160),
  abbreviation: z.string().trim().max(40).default(''),
  kind: organisationKindSchema,
  region: z.string().trim().max(80).default(''),
  parentId: idSchema.nullable().default(null),
});
/** A new `name` moves the present one to `formerNames`; `renamedOn` is since when, today when left out. */
export const updateOrganisationInputSchema = z.strictObject({
  name: lineSchema(160).optional(),
  renamedOn: daySchema.optional(),
  abbreviation: z.string().trim().max(40).optional(),
  kind: organisationKindSchema.optional(),
  region: z.string().trim().max(80).optional(),
  parentId: idSchema.nullable().optional(),
});

/** Days of what has happened: none lies in the future. */
export const endOrganisationInputSchema = z.strictObject({ on: daySchema });
export const mergeOrganisationInputSchema = z.strictObject({ successorId: idSchema, on: daySchema });

/** What refers to an organisation, and moves when it goes up in another one. */
export const organisationUseSchema = z.strictObject({
  people: z.number().int(),
  cops: z.number().int(),
  parts: z.number().int(),
});
export type OrganisationUse = z.infer<typeof organisationUseSchema>;

const namedOrganisationSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  endedOn: daySchema.nullable(),
});
/** An organisation with those around it, past and present. */
export const organisationPageSchema = organisationSchema.extend({
  parent: namedOrganisationSchema.nullable(),
  parts: z.array(namedOrganisationSchema),
  successor: namedOrganisationSchema.nullable(),
  /** What went up in this one. */
  predecessors: z.array(namedOrganisationSchema),
  cops: z.array(z.strictObject({ slug: slugSchema, name: z.string() })),
});
export type OrganisationPage = z.infer<typeof organisationPageSchema>;
