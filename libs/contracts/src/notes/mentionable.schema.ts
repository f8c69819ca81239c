import { z } from 'zod';
import { idSchema } from '../common.ts';

/** What was typed after `@`; empty for who is nearest. */
export const mentionableQuerySchema = z.strictObject({
  query: z
    .string()
    .trim()
    .max(60)
    .regex(/^\P{Cc}*$/u)
    .default(''),
});

/** How many of each kind an answer holds at most. */
export const mentionableLimit = 8;

const named = z.strictObject({ id: idSchema, label: z.string() });

/** What somebody who writes in a note can name in it: never more than they may see. */
export const mentionableSchema = z.strictObject({
  /** Members of the CoP of the note who may read it. */
  people: z.array(named.extend({ affiliation: z.string() })),
  cases: z.array(named.extend({ cop: z.string() })),
  organisations: z.array(named),
});
export type Mentionable = z.infer<typeof mentionableSchema>;
