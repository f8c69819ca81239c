import { z } from 'zod';
import { idSchema, instantSchema, lineSchema } from '../common.ts';
import { abilitiesSchema } from '../actions.ts';

export const noteSummarySchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  createdBy: z.string(),
  createdAt: instantSchema,
  archivedAt: instantSchema.nullable(),
  /** Threads beside its text that nobody has resolved. */
  openThreadCount: z.number().int(),
});
export type NoteSummary = z.infer<typeof noteSummarySchema>;

/** Why somebody who can read a note cannot write in it, in the order in which it is told. */
export const readOnlyReasons = [
  'note-archived',
  'case-archived',
  'case-concluded',
  'role-observer',
  'role-commenter',
  'not-member',
] as const;
export const readOnlyReasonSchema = z.enum(readOnlyReasons);
export type ReadOnlyReason = z.infer<typeof readOnlyReasonSchema>;

export const noteSchema = noteSummarySchema.extend({
  caseId: idSchema,
  /** Name of the live room that holds the text, `note:<id>`. */
  room: z.string(),
  version: z.number().int(),
  readOnlyReason: readOnlyReasonSchema.nullable(),
  abilities: abilitiesSchema,
});
export type Note = z.infer<typeof noteSchema>;

export const createNoteInputSchema = z.strictObject({
  title: lineSchema(160),
  /** What the note begins with; null for an empty one. */
  templateId: idSchema.nullable().default(null),
});
export const updateNoteInputSchema = z.strictObject({ version: z.number().int(), title: lineSchema(160) });
