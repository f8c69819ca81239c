import { z } from 'zod';
import { idSchema, instantSchema, lineSchema, textSchema } from '../common.ts';

/** Somebody who worked in a note. Without a name: no longer a member of the CoP, or of Kring. */
export const workerSchema = z.strictObject({ id: idSchema, name: z.string().nullable() });
export type Worker = z.infer<typeof workerSchema>;

/**
 * `automatic`: after a burst of work. `named`: kept by somebody, for ever. `before-restore`: what stood there when an
 * older version was put back. `restored`: what stood there afterwards.
 */
export const versionKinds = ['automatic', 'named', 'before-restore', 'restored'] as const;
export const versionKindSchema = z.enum(versionKinds);
export type VersionKind = z.infer<typeof versionKindSchema>;

export const noteVersionSchema = z.strictObject({
  id: idSchema,
  kind: versionKindSchema,
  /** Of the note at that moment. */
  title: z.string(),
  name: z.string().nullable(),
  description: z.string(),
  createdAt: instantSchema,
  /** Who named it or put another version back; null for the server itself. */
  createdBy: workerSchema.nullable(),
  /** Who worked in the note since the version before. */
  people: z.array(workerSchema),
  wordCount: z.number().int(),
  /** The version that was put back, where it still exists. */
  restoredFrom: z
    .strictObject({ id: idSchema, name: z.string().nullable(), createdAt: instantSchema })
    .nullable(),
  version: z.number().int(),
});
export type NoteVersion = z.infer<typeof noteVersionSchema>;

export const noteVersionPageSchema = z.strictObject({
  versions: z.array(noteVersionSchema),
  /** Ask for `before` this id to go on; null at the end. */
  next: idSchema.nullable(),
});
export type NoteVersionPage = z.infer<typeof noteVersionPageSchema>;

/** A text of a note as it was at one moment. */
export const noteContentSchema = z.strictObject({
  schemaVersion: z.number().int(),
  wordCount: z.number().int(),
  /** JSON of ProseMirror, of the schema of a note. */
  content: z.looseObject({ type: z.literal('doc') }),
  /** So many characters of the text, in its order, by one of `people`; -1 where it cannot be told. */
  authors: z.array(z.tuple([z.number().int(), z.number().int()])),
  people: z.array(workerSchema),
  at: instantSchema,
});
export type NoteContent = z.infer<typeof noteContentSchema>;

export const versionNameInputSchema = z.strictObject({
  name: lineSchema(120),
  description: textSchema(1_000).default(''),
});
export const renameVersionInputSchema = versionNameInputSchema.extend({ version: z.number().int() });

/** What somebody saw last. */
export const lastVisitSchema = z.strictObject({
  /** When the visit before this one ended; null for a first visit. */
  at: instantSchema.nullable(),
  /** Whether the note says something else since because of what others wrote. */
  isChanged: z.boolean(),
});
export type LastVisit = z.infer<typeof lastVisitSchema>;

/** `isCaughtUp`: changes up to now have been seen, so that later ones are told against this moment. */
export const visitInputSchema = z.strictObject({ isCaughtUp: z.boolean() });
