import { z } from 'zod';

/** Languages of the interface and of mails. Dutch is the default. */
export const languages = ['nl', 'en'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

export const idSchema = z.uuid();
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);
/** An e-mail address, trimmed and in lower case: the form in which addresses are stored and compared. */
export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());
/** A day, as `2026-11-24`. */
export const daySchema = z.iso.date();
/** An instant in ISO 8601 with offset, as `Date.toISOString()` writes it. */
export const instantSchema = z.iso.datetime({ offset: true });

// A control character in a name ends up in mail headers, logs and exports.
const noControlCharacters = /^\P{Cc}*$/u;
const onlyLineBreaksAndTabs = /^[\P{Cc}\n\r\t]*$/u;

/** One line of text that must say something. */
export const lineSchema = (max: number) => z.string().trim().min(1).max(max).regex(noControlCharacters);
/** Text of several lines; may be empty. */
export const textSchema = (max: number) => z.string().trim().max(max).regex(onlyLineBreaksAndTabs);

/** Opens in a browser and nowhere else; without a name and password in it. */
export const webAddressSchema = z
  .string()
  .trim()
  .max(1000)
  .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain }))
  .refine((url) => URL.canParse(url) && new URL(url).username === '' && new URL(url).password === '');

export const personNameSchema = lineSchema(120);

/** A 256-bit token in base64url, as it stands in the fragment of a mailed link. */
export const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** A text to keep as a file. Its name holds nothing that a file system or a header reads as a sign. */
export const fileSchema = z.strictObject({
  fileName: z.string().regex(/^[a-z0-9-]{1,80}\.[a-z]{2,4}$/),
  text: z.string(),
});
export type TextFile = z.infer<typeof fileSchema>;

/** The answer to an act that has nothing to return. */
export const doneSchema = z.strictObject({ done: z.literal(true) });
export type Done = z.infer<typeof doneSchema>;
