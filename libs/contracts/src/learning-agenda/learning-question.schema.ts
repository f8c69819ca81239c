import { z } from 'zod';
import { abilitiesSchema } from '../actions.ts';
import { idSchema, instantSchema, lineSchema, textSchema } from '../common.ts';
import { personSchema } from '../identity/identity.schema.ts';

/** What people can say of a question; `split` and `merged` come with the act of that name alone. */
export const openQuestionStatuses = [
  'open',
  'in-progress',
  'partly-answered',
  'answered',
  'dropped',
] as const;
export const learningQuestionStatuses = [...openQuestionStatuses, 'split', 'merged'] as const;
export const learningQuestionStatusSchema = z.enum(learningQuestionStatuses);
export type LearningQuestionStatus = z.infer<typeof learningQuestionStatusSchema>;

const questionLinkSchema = z.strictObject({ id: idSchema, letter: z.string() });

/** One wording of a question. The agenda shows them side by side, the first at the left. */
export const learningQuestionVersionSchema = z.strictObject({
  number: z.number().int(),
  text: z.string(),
  /** Empty for the first wording. */
  changedBecause: z.string(),
  by: z.string(),
  at: instantSchema,
});
export type LearningQuestionVersion = z.infer<typeof learningQuestionVersionSchema>;

export const learningQuestionSchema = z.strictObject({
  id: idSchema,
  copId: idSchema,
  /** A name that stays, not a ranking: A, B, … Z, AA. */
  letter: z.string(),
  status: learningQuestionStatusSchema,
  owner: personSchema.nullable(),
  why: z.string(),
  tried: z.string(),
  learned: z.string(),
  nextStep: z.string(),
  /** Oldest first; at least one. */
  versions: z.array(learningQuestionVersionSchema).min(1),
  /** The questions that were split or merged into this one. */
  cameFrom: z.array(questionLinkSchema),
  wentInto: z.array(questionLinkSchema),
  /** Cases about it that the person who asks can see. */
  cases: z.array(
    z.strictObject({
      id: idSchema,
      title: z.string(),
      /** It was a knowledge gap in the effect matrix of this case. */
      isFromGap: z.boolean(),
    }),
  ),
  openedAt: instantSchema,
  version: z.number().int(),
  abilities: abilitiesSchema,
});
export type LearningQuestion = z.infer<typeof learningQuestionSchema>;

export const learningAgendaSchema = z.strictObject({
  /** In the order of their letters. */
  questions: z.array(learningQuestionSchema),
  abilities: abilitiesSchema,
});
export type LearningAgenda = z.infer<typeof learningAgendaSchema>;

const questionTextSchema = lineSchema(400);
const becauseSchema = textSchema(600);
const version = z.number().int();

export const createLearningQuestionInputSchema = z.strictObject({
  text: questionTextSchema,
  why: textSchema(2000).default(''),
  ownerId: idSchema.nullable().default(null),
});
export const updateLearningQuestionInputSchema = z.strictObject({
  version,
  ownerId: idSchema.nullable().optional(),
  why: textSchema(2000).optional(),
  tried: textSchema(4000).optional(),
  learned: textSchema(4000).optional(),
  nextStep: textSchema(2000).optional(),
});
export const rewordLearningQuestionInputSchema = z.strictObject({
  version,
  text: questionTextSchema,
  changedBecause: becauseSchema.min(1),
});
export const changeQuestionStatusInputSchema = z.strictObject({
  version,
  status: z.enum(openQuestionStatuses),
});
export const splitLearningQuestionInputSchema = z.strictObject({
  version,
  texts: z.array(questionTextSchema).min(2).max(5),
});
export const mergeLearningQuestionsInputSchema = z.strictObject({
  /** At least two, each once. */
  questionIds: z.array(idSchema).min(2).max(5),
  text: questionTextSchema,
});

/** What is added and what is taken away, so that two people who link at once do not undo each other. */
const linkChangesSchema = z.strictObject({
  add: z.array(idSchema).max(50).default([]),
  remove: z.array(idSchema).max(50).default([]),
});
/** Ids of questions. */
export const linkLearningQuestionsInputSchema = linkChangesSchema;
/** Ids of cases. */
export const linkCasesInputSchema = linkChangesSchema;

/** The learning questions that a case is about; null for who does not see the agenda of its CoP. */
export const caseLearningQuestionsSchema = z.strictObject({
  questions: z
    .array(
      z.strictObject({
        id: idSchema,
        letter: z.string(),
        /** As it is worded now. */
        text: z.string(),
        status: learningQuestionStatusSchema,
      }),
    )
    .nullable(),
});
export type CaseLearningQuestions = z.infer<typeof caseLearningQuestionsSchema>;

/** Cases that a person may link to a question. */
export const linkableCasesSchema = z.array(
  z.strictObject({ id: idSchema, title: z.string(), isLinked: z.boolean() }),
);
export type LinkableCases = z.infer<typeof linkableCasesSchema>;
