import { z } from 'zod';
import { abilitiesSchema } from '../actions.ts';
import { daySchema, idSchema, lineSchema, slugSchema, textSchema } from '../common.ts';

const fields = {
  title: lineSchema(120),
  day: daySchema,
  /** "13:30", where the date is; empty when it is not known. */
  time: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/),
  place: textSchema(120).refine((text) => !text.includes('\n')),
  /** Where to take part or to read more; empty when there is nothing to open. */
  url: z
    .string()
    .trim()
    .max(500)
    .refine(
      (text) =>
        text === '' || z.url({ protocol: /^https$/, hostname: z.regexes.domain }).safeParse(text).success,
    ),
  /** Also on the first page, for people without an account. */
  isPublic: z.boolean(),
};

export const createCopDateInputSchema = z.strictObject({
  ...fields,
  time: fields.time.default(''),
  place: fields.place.default(''),
  url: fields.url.default(''),
  isPublic: z.boolean().default(false),
});
export const updateCopDateInputSchema = z.strictObject({ version: z.number().int(), ...fields });

/** A day on which a CoP does something. */
export const copDateSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  day: daySchema,
  time: z.string(),
  place: z.string(),
  url: z.string(),
  isPublic: z.boolean(),
  isPast: z.boolean(),
  version: z.number().int(),
  abilities: abilitiesSchema,
});
export type CopDate = z.infer<typeof copDateSchema>;

/** A date with the CoP that it is of, for lists of several CoPs. */
export const timelineDateSchema = copDateSchema
  .omit({ version: true, abilities: true, isPublic: true })
  .extend({ cop: z.strictObject({ slug: slugSchema, name: z.string() }) });
export type TimelineDate = z.infer<typeof timelineDateSchema>;
