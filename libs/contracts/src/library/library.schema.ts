import { z } from 'zod';
import { abilitiesSchema } from '../actions.ts';
import { attachmentLimits, attachmentMediaTypes } from '../attachments/attachment.schema.ts';
import { idSchema, instantSchema, lineSchema, textSchema, webAddressSchema } from '../common.ts';
import { personSchema } from '../identity/identity.schema.ts';
import { pageQueryShape } from '../paging.ts';

export const libraryKinds = ['file', 'link'] as const;
export const libraryKindSchema = z.enum(libraryKinds);
export type LibraryKind = z.infer<typeof libraryKindSchema>;

/** In bytes; of one file the same as of an attachment. */
export const libraryLimits = {
  bytes: attachmentLimits.bytes,
  /** All files of one CoP together. */
  bytesPerCop: 1024 * 1024 * 1024,
} as const;

export const libraryItemSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  description: z.string(),
  addedBy: personSchema,
  addedAt: instantSchema,
  /** One of the two is there. */
  link: z.strictObject({ url: z.string() }).nullable(),
  file: z
    .strictObject({
      name: z.string(),
      mediaType: z.enum(attachmentMediaTypes),
      /** In bytes, as stored. */
      size: z.number().int(),
    })
    .nullable(),
  version: z.number().int(),
  abilities: abilitiesSchema,
});
export type LibraryItem = z.infer<typeof libraryItemSchema>;

/** Which things of a library: of one kind, and with all these words in title, description, address or file name. */
export const libraryQuerySchema = z.strictObject({
  ...pageQueryShape,
  kind: libraryKindSchema.optional(),
  q: lineSchema(100).optional(),
});
export type LibraryQuery = z.infer<typeof libraryQuerySchema>;

const titleSchema = lineSchema(160);
const descriptionSchema = textSchema(600);
export const addLibraryLinkInputSchema = z.strictObject({
  title: titleSchema,
  url: webAddressSchema,
  description: descriptionSchema.default(''),
});
/** Beside the bytes of a file. */
export const addLibraryFileQuerySchema = z.strictObject({
  name: lineSchema(255),
  title: titleSchema,
  description: descriptionSchema.default(''),
});
export const updateLibraryItemInputSchema = z.strictObject({
  version: z.number().int(),
  title: titleSchema.optional(),
  description: descriptionSchema.optional(),
  /** Of a link only. */
  url: webAddressSchema.optional(),
});
export const removeLibraryItemInputSchema = z.strictObject({ isRemoved: z.boolean() });
