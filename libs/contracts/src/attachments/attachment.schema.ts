import { z } from 'zod';
import { idSchema, lineSchema } from '../common.ts';

/** What can stand in a note beside text. Images are written anew by the server; the rest is only downloaded. */
export const attachmentMediaTypes = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'text/plain',
] as const;
export type AttachmentMediaType = (typeof attachmentMediaTypes)[number];

/** In bytes; of an image also its pixels. */
export const attachmentLimits = {
  bytes: 20 * 1024 * 1024,
  pixels: 50_000_000,
  /** All attachments of one note together. */
  bytesPerNote: 250 * 1024 * 1024,
} as const;

export const attachmentSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  mediaType: z.enum(attachmentMediaTypes),
  /** In bytes, as stored. */
  size: z.number().int(),
  /** Of an image, in pixels. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** The name as people see it; nothing on the server is called by it. */
export const attachmentNameSchema = lineSchema(255);
