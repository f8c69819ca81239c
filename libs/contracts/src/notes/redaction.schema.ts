import { z } from 'zod';
import { lineSchema } from '../common.ts';

/** How many words go at once, and how long each is. */
export const redactionLimits = { words: 20, shortest: 3, longest: 200, forms: 50 } as const;

export const redactInputSchema = z.strictObject({
  /** Whatever their case; what they are a part of goes as a whole. */
  words: z
    .array(lineSchema(redactionLimits.longest).pipe(z.string().min(redactionLimits.shortest)))
    .min(1)
    .max(redactionLimits.words),
  /** True only tells what would go. */
  isTrial: z.boolean(),
});
export type RedactInput = z.infer<typeof redactInputSchema>;

/** What words were taken out of, or would be. */
export const redactionSchema = z.strictObject({
  /** How they were written, the first ones. */
  forms: z.array(z.string()),
  /** Places in the text as it is now. */
  inText: z.number().int(),
  /** Versions, and what people saw last, that named them. */
  versions: z.number().int(),
  /** Conversations and comments beside the text. */
  comments: z.number().int(),
  /** Titles of the note and its versions, and names of its files. */
  titles: z.number().int(),
});
export type Redaction = z.infer<typeof redactionSchema>;
