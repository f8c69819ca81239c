import { z } from 'zod';
import { daySchema, idSchema, instantSchema, slugSchema } from '../common.ts';
import { abilitiesSchema } from '../actions.ts';

export const organisationKinds = [
  'planning-bureau',
  'ministry',
  'province',
  'municipality',
  'region',
  'knowledge-institute',
  'education',
  'other',
] as const;
export const organisationKindSchema = z.enum(organisationKinds);

export const organisationSchema = z.strictObject({
  id: idSchema,
  slug: slugSchema,
  name: z.string(),
  abbreviation: z.string(),
  kind: organisationKindSchema,
  region: z.string(),
  parentId: idSchema.nullable(),
  /** Earlier names, newest first; `until` is when the name ended. */
  formerNames: z.array(z.strictObject({ name: z.string(), until: instantSchema })),
  /** The day on which it ended; nobody new can be part of it. */
  endedOn: daySchema.nullable(),
  /** What it went up in; only for one that has ended. */
  successorId: idSchema.nullable(),
  abilities: abilitiesSchema,
});
export type Organisation = z.infer<typeof organisationSchema>;
