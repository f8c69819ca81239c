import { z } from 'zod';
import { caseStatusSchema } from '../cases/case.schema.ts';
import { idSchema, instantSchema, lineSchema, slugSchema } from '../common.ts';
import { personSchema } from '../identity/identity.schema.ts';
import { cursorSchema, pageQueryShape } from '../paging.ts';

/** What can be found. */
export const searchKinds = ['case', 'note', 'cop', 'learning-question', 'library-item', 'person'] as const;
export const searchKindSchema = z.enum(searchKinds);
export type SearchKind = z.infer<typeof searchKindSchema>;

/** Where in a thing the words were found. */
export const searchFields = [
  'title',
  'question',
  'region',
  'holder',
  'charter',
  'job-title',
  'organisation',
  'description',
  'file',
  'text',
] as const;
export const searchFieldSchema = z.enum(searchFields);
export type SearchField = z.infer<typeof searchFieldSchema>;

/** Text in pieces, of which some were looked for. Plain text, never HTML. */
export const markedTextSchema = z.array(z.strictObject({ text: z.string(), isMatch: z.boolean() }));
export type MarkedText = z.infer<typeof markedTextSchema>;

export const searchHitSchema = z.strictObject({
  kind: searchKindSchema,
  id: idSchema,
  title: markedTextSchema,
  /** Some words around what was found, or the beginning. */
  excerpt: markedTextSchema,
  /** Why it was found. */
  foundIn: z.array(searchFieldSchema),
  /** Found by a spelling that is like the one that was typed. */
  isNear: z.boolean(),
  isArchived: z.boolean(),
  changedAt: instantSchema,
  /** The CoP that it is in; of a CoP itself, for its address. */
  cop: z.strictObject({ id: idSchema, slug: slugSchema, name: z.string() }).nullable(),
  /** The case, or that of the note. */
  case: z.strictObject({ id: idSchema, title: z.string(), status: caseStatusSchema }).nullable(),
  /** Of a learning question, for its address. */
  letter: z.string().nullable(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

/** What somebody typed to look for. */
export const searchTextSchema = lineSchema(200);

export const searchQuerySchema = z.strictObject({
  ...pageQueryShape,
  q: searchTextSchema,
  kind: searchKindSchema.optional(),
  copId: idSchema.optional(),
  /** Compared as a whole, in any case and without accents. */
  region: lineSchema(120).optional(),
  status: caseStatusSchema.optional(),
  /** `true`: what is archived as well. */
  archived: z.enum(['true', 'false']).optional(),
});
export type SearchQuery = z.infer<typeof searchQuerySchema>;

const countSchema = z.strictObject({ count: z.number().int(), isMore: z.boolean() });
export const searchPageSchema = z.strictObject({
  items: z.array(searchHitSchema),
  next: cursorSchema.nullable(),
  /** How many there are of each kind whatever the kind asked for; `isMore` when counting stopped early. Null but on the first page. */
  counts: z.record(searchKindSchema, countSchema).nullable(),
  /** The words as they are spelled in what was found, when only near spellings were. */
  suggestion: z.string().nullable(),
  /** How many there would be without filters, when there are none with them. */
  withoutFilters: countSchema.nullable(),
});
export type SearchPage = z.infer<typeof searchPageSchema>;

export const searchTitlesQuerySchema = z.strictObject({ q: searchTextSchema });
export const searchTitlesSchema = z.strictObject({ items: z.array(searchHitSchema) });

/** A person as those who share a CoP with them see them. */
export const directoryPersonSchema = personSchema.extend({
  /** CoPs in which both are; all of them for administrators and for oneself. */
  cops: z.array(z.strictObject({ id: idSchema, slug: slugSchema, name: z.string() })),
});
export type DirectoryPerson = z.infer<typeof directoryPersonSchema>;
