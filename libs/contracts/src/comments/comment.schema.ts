import { z } from 'zod';
import { abilitiesSchema } from '../actions.ts';
import { idSchema, instantSchema } from '../common.ts';
import { personSchema } from '../identity/identity.schema.ts';

/** What a thread asks of whoever reads it. */
export const threadKinds = ['remark', 'question', 'required-change'] as const;
export const threadKindSchema = z.enum(threadKinds);
export type ThreadKind = z.infer<typeof threadKindSchema>;

/** The few ways to answer without words; each has a name on screen. */
export const reactions = ['agree', 'thanks', 'good-idea', 'doubt'] as const;
export const reactionSchema = z.enum(reactions);
export type Reaction = z.infer<typeof reactionSchema>;

export const commentLimits = {
  /** Characters of one comment, mentions left aside. */
  body: 5_000,
  mentions: 20,
  quote: 1_000,
  context: 64,
  spans: 200,
  commentsPerThread: 200,
  threadsPerNote: 2_000,
  /** For how long a removed comment can be brought back, in minutes; then its text is wiped. */
  undoMinutes: 15,
} as const;

/** Text as it was typed, line breaks included. Halves of characters cannot be stored as JSON. */
const typedText = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\p{Cs}]*$/u)
    .regex(/^[\P{Cc}\n\r\t]*$/u);

/** Items of a shared text by their ids in Yjs: who wrote, from which clock on, and how many. */
export const anchorSpanSchema = z.tuple([
  z.int().min(0),
  z.int().min(0),
  z
    .int()
    .min(1)
    .max(2 ** 31),
]);

/**
 * Where in the text a thread stands: the very characters by their ids, and their words for when those are gone. The
 * text before and after tells equal words apart.
 */
export const commentAnchorSchema = z.strictObject({
  spans: z.array(anchorSpanSchema).max(commentLimits.spans),
  quote: typedText(commentLimits.quote).min(1),
  before: typedText(commentLimits.context),
  after: typedText(commentLimits.context),
});
export type CommentAnchor = z.infer<typeof commentAnchorSchema>;

const bodyPartInputSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: typedText(commentLimits.body).min(1) }),
  z.strictObject({ type: z.literal('mention'), personId: idSchema }),
]);
export type BodyPartInput = z.infer<typeof bodyPartInputSchema>;

/** Plain text with mentions of people in between. */
export const commentBodyInputSchema = z
  .array(bodyPartInputSchema)
  .min(1)
  .max(2 * commentLimits.mentions + 1)
  .refine((parts) => parts.some((part) => part.type === 'mention' || part.text.trim() !== ''))
  .refine((parts) => lengthOf(parts) <= commentLimits.body)
  .refine((parts) => parts.filter(({ type }) => type === 'mention').length <= commentLimits.mentions);

function lengthOf(parts: readonly BodyPartInput[]): number {
  return parts.reduce((length, part) => length + (part.type === 'text' ? part.text.length : 0), 0);
}

const namedPersonSchema = z.strictObject({ id: idSchema, name: z.string() });
const bodyPartSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string() }),
  z.strictObject({ type: z.literal('mention'), person: namedPersonSchema }),
]);
export type BodyPart = z.infer<typeof bodyPartSchema>;

export const commentSchema = z.strictObject({
  id: idSchema,
  author: personSchema,
  /** Empty for a removed comment. */
  body: z.array(bodyPartSchema),
  createdAt: instantSchema,
  editedAt: instantSchema.nullable(),
  /** By whom and when it was removed. `canUndo`: whoever asks can bring it back now. */
  removed: z.strictObject({ at: instantSchema, by: namedPersonSchema, canUndo: z.boolean() }).nullable(),
  reactions: z.array(
    z.strictObject({ reaction: reactionSchema, people: z.array(namedPersonSchema), isMine: z.boolean() }),
  ),
  version: z.int(),
  abilities: abilitiesSchema,
});
export type Comment = z.infer<typeof commentSchema>;

export const commentThreadSchema = z.strictObject({
  id: idSchema,
  noteId: idSchema,
  caseId: idSchema,
  kind: threadKindSchema,
  /** Null: about the whole note. Without spans: the text was built anew since, only the words can be looked for. */
  anchor: commentAnchorSchema.nullable(),
  createdBy: namedPersonSchema,
  createdAt: instantSchema,
  lastActivityAt: instantSchema,
  resolved: z.strictObject({ at: instantSchema, by: namedPersonSchema }).nullable(),
  /** Comments that were not removed. */
  commentCount: z.int(),
  /** In a list the first and the last two; else all, oldest first. */
  comments: z.array(commentSchema),
  /** Whoever asks wrote in it. */
  isMine: z.boolean(),
  mentionsMe: z.boolean(),
  abilities: abilitiesSchema,
});
export type CommentThread = z.infer<typeof commentThreadSchema>;

export const threadFilters = ['open', 'resolved', 'mine', 'mentions-me'] as const;
export const threadFilterSchema = z.enum(threadFilters);
export type ThreadFilter = z.infer<typeof threadFilterSchema>;

export const commentThreadPageSchema = z.strictObject({
  threads: z.array(commentThreadSchema),
  /** What to give as `before` for the next page; null at the end. */
  next: idSchema.nullable(),
});
export type CommentThreadPage = z.infer<typeof commentThreadPageSchema>;
export const threadCountsSchema = z.strictObject({
  open: z.int(),
  resolved: z.int(),
  mine: z.int(),
  'mentions-me': z.int(),
});
export type ThreadCounts = z.infer<typeof threadCountsSchema>;

/** `requestId`: chosen by the page, the same when it tries again, so that nothing is said twice. */
export const createThreadInputSchema = z.strictObject({
  requestId: idSchema,
  kind: threadKindSchema,
  anchor: commentAnchorSchema.refine(({ spans }) => spans.length > 0).nullable(),
  body: commentBodyInputSchema,
});
export const createCommentInputSchema = z.strictObject({ requestId: idSchema, body: commentBodyInputSchema });
export const updateCommentInputSchema = z.strictObject({ version: z.int(), body: commentBodyInputSchema });
export const reactInputSchema = z.strictObject({ reaction: reactionSchema, isOn: z.boolean() });
