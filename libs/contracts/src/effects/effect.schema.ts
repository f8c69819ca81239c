import { z } from 'zod';
import { abilitiesSchema } from '../actions.ts';
import { idSchema, instantSchema, lineSchema, slugSchema, textSchema } from '../common.ts';
import { personSchema } from '../identity/identity.schema.ts';

/** Sets of themes with which a case can be looked at; their blocks and names are data in `libs/domain`. */
export const frameworkIds = ['dialoog-8x3', 'cbs-14', 'planbureaus-8', 'klavervier-4', 'telos-3'] as const;
export const frameworkIdSchema = z.enum(frameworkIds);
export type FrameworkId = z.infer<typeof frameworkIdSchema>;

/** The columns of a matrix; `effect` is the only one of a framework that makes no such difference. */
export const effectDimensions = ['here-now', 'later', 'elsewhere', 'effect'] as const;
export const effectDimensionSchema = z.enum(effectDimensions);
export type EffectDimension = z.infer<typeof effectDimensionSchema>;

/** In the order in which they are shown. They are words, never numbers: nothing may add them up. */
export const effectDirections = [
  'strongly-positive',
  'positive',
  'neutral',
  'negative',
  'strongly-negative',
  'mixed',
  'unknown',
  'not-applicable',
] as const;
export const effectDirectionSchema = z.enum(effectDirections);
export type EffectDirection = z.infer<typeof effectDirectionSchema>;

export const effectCertainties = ['low', 'middle', 'high'] as const;
export const effectCertaintySchema = z.enum(effectCertainties);
export const effectBases = ['figure', 'research', 'expert', 'experience', 'residents', 'assumption'] as const;
export const effectBasisSchema = z.enum(effectBases);
export const effectDistributions = ['even', 'uneven'] as const;
export const elsewhereScopes = ['other-region', 'abroad'] as const;

/** What somebody, or the group, thinks of one cell. `why` may not stay empty: a direction alone says nothing. */
export const effectEntrySchema = z.strictObject({
  direction: effectDirectionSchema,
  why: textSchema(600),
  certainty: effectCertaintySchema.nullable(),
  basis: z
    .array(effectBasisSchema)
    .max(effectBases.length)
    .refine((list) => new Set(list).size === list.length),
  /** Groups and places that feel it most. */
  who: textSchema(200),
  distribution: z.enum(effectDistributions).nullable(),
  /** Only of cells about elsewhere. */
  elsewhereScope: z.enum(elsewhereScopes).nullable(),
  /** A year or a range of years; only of cells about later. */
  horizon: z
    .string()
    .trim()
    .regex(/^(\d{4}(-\d{4})?)?$/),
});
export type EffectEntry = z.infer<typeof effectEntrySchema>;

export const effectEvidenceSchema = z.strictObject({
  label: lineSchema(120),
  url: z
    .string()
    .trim()
    .max(500)
    .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain })),
});
/** Another view that stays beside what was noted: whose by role, never by name. */
export const effectDissentSchema = z.strictObject({
  direction: effectDirectionSchema,
  role: lineSchema(80),
  why: lineSchema(400),
});
/** What the group noted after talking about a cell. */
export const effectAgreementSchema = effectEntrySchema.extend({
  evidence: z.array(effectEvidenceSchema).max(10),
  dissent: z.array(effectDissentSchema).max(10),
});
export type EffectAgreement = z.infer<typeof effectAgreementSchema>;

/** How often each direction was chosen; only directions that were. Never a total or an average. */
export const effectSpreadSchema = z.array(
  z.strictObject({ direction: effectDirectionSchema, count: z.number().int().positive() }),
);
export type EffectSpread = z.infer<typeof effectSpreadSchema>;

export const effectTheorySchema = z.strictObject({
  /** "Als …" */
  condition: textSchema(300),
  /** "dan …"; of the zero option: what happens if nothing is done. */
  consequence: textSchema(300),
  /** "omdat …" */
  reason: textSchema(300),
});
export type EffectTheory = z.infer<typeof effectTheorySchema>;

export const effectOptionSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  theory: effectTheorySchema,
  isZero: z.boolean(),
  isRemoved: z.boolean(),
  version: z.number().int(),
});
export type EffectOption = z.infer<typeof effectOptionSchema>;

export const myEffectInputSchema = z.strictObject({ version: z.number().int(), entry: effectEntrySchema });
export type MyEffectInput = z.infer<typeof myEffectInputSchema>;

export const effectCellSchema = z.strictObject({
  id: idSchema,
  optionId: idSchema,
  theme: z.string(),
  dimension: effectDimensionSchema,
  version: z.number().int(),
  /** Number of the private round that is or was the last one. */
  round: z.number().int(),
  /** The round is open: everybody sees their own input only. */
  isCollecting: z.boolean(),
  /** Of the person who asks, in the round that is open. */
  mine: myEffectInputSchema.nullable(),
  /** Of the last round that was revealed; null when none was. */
  spread: effectSpreadSchema.nullable(),
  agreed: effectAgreementSchema.extend({ notedBy: z.string(), notedAt: instantSchema }).nullable(),
});
export type EffectCell = z.infer<typeof effectCellSchema>;

export const effectLinkKinds = ['trade-off', 'synergy', 'burden-shift', 'condition'] as const;
export const effectLinkKindSchema = z.enum(effectLinkKinds);
export const effectLinkSizes = ['small', 'middle', 'large', 'unknown'] as const;
export const effectLinkSizeSchema = z.enum(effectLinkSizes);

export const effectLinkSchema = z.strictObject({
  id: idSchema,
  kind: effectLinkKindSchema,
  fromCellId: idSchema,
  toCellId: idSchema,
  explanation: z.string(),
  size: effectLinkSizeSchema,
  /** Who decides about it. */
  decidedBy: z.string(),
  isRemoved: z.boolean(),
  version: z.number().int(),
});
export type EffectLink = z.infer<typeof effectLinkSchema>;

/** What nobody knows yet: the proposal of a learning question. */
export const knowledgeGapSchema = z.strictObject({
  id: idSchema,
  /** Where it came up. */
  cellId: idSchema,
  question: z.string(),
  notedBy: z.string(),
  /** What it has become on the agenda of the CoP; null as well for who does not see that agenda. */
  learningQuestion: z.strictObject({ id: idSchema, letter: z.string(), copSlug: slugSchema }).nullable(),
  isRemoved: z.boolean(),
  version: z.number().int(),
});
export type KnowledgeGap = z.infer<typeof knowledgeGapSchema>;

export const effectMatrixSchema = z.strictObject({
  framework: z.strictObject({ id: frameworkIdSchema, version: z.number().int() }),
  options: z.array(effectOptionSchema),
  /** Of all options, those that were taken away apart. */
  cells: z.array(effectCellSchema),
  links: z.array(effectLinkSchema),
  gaps: z.array(knowledgeGapSchema),
  /** People, not inputs: who has filled in anything in an open round, of all who can. Null when no round is open. */
  progress: z.strictObject({ filled: z.number().int(), of: z.number().int() }).nullable(),
});
export type EffectMatrix = z.infer<typeof effectMatrixSchema>;

/** Changes whenever somebody else's page has something new to show; says nothing else. */
export const effectsStampSchema = z.strictObject({ stamp: z.string() });
export const caseEffectsSchema = effectsStampSchema.extend({
  caseId: idSchema,
  /** Null as long as nobody has started it. */
  matrix: effectMatrixSchema.nullable(),
  abilities: abilitiesSchema,
});
export type CaseEffects = z.infer<typeof caseEffectsSchema>;

/** One input of the last revealed round. Whose it is, is told within the CoP. */
export const revealedInputSchema = z.strictObject({ person: personSchema, entry: effectEntrySchema });
export type RevealedInput = z.infer<typeof revealedInputSchema>;
export const effectCellInputsSchema = z.strictObject({
  cellId: idSchema,
  /** Null for who reads the case from outside its CoP: they see the spread only. */
  inputs: z.array(revealedInputSchema).nullable(),
});
export type EffectCellInputs = z.infer<typeof effectCellInputsSchema>;

/** What is added carries its id along, so that a second click or try adds nothing. */
export const startEffectsInputSchema = z.strictObject({ frameworkId: frameworkIdSchema });
export const addEffectOptionInputSchema = z.strictObject({
  id: idSchema,
  title: lineSchema(120),
  theory: effectTheorySchema,
});
export const updateEffectOptionInputSchema = z.strictObject({
  version: z.number().int(),
  title: lineSchema(120).optional(),
  theory: effectTheorySchema.optional(),
  /** Its place among the options, from 0. */
  position: z.number().int().min(0).max(50).optional(),
  isRemoved: z.boolean().optional(),
});
/** False when there was nobody left to ask: they filled in something, or were asked less than an hour ago. */
export const askForEffectsAnswerSchema = z.strictObject({ isAsked: z.boolean() });
export const revealEffectsInputSchema = z.strictObject({
  /** Null reveals all options. */
  optionId: idSchema.nullable(),
});
export const saveEffectInputInputSchema = z.strictObject({
  /** The round that the person sees. */
  round: z.number().int(),
  /** Of one's own input as last seen; 0 when there is none. */
  version: z.number().int(),
  /** Null takes it back. */
  entry: effectEntrySchema.nullable(),
});
export const noteEffectInputSchema = z.strictObject({
  version: z.number().int(),
  agreed: effectAgreementSchema,
});
export const reopenEffectCellInputSchema = z.strictObject({
  /** The round that was revealed: the one after it is opened. */
  round: z.number().int(),
});
export const addEffectLinkInputSchema = z.strictObject({
  id: idSchema,
  kind: effectLinkKindSchema,
  fromCellId: idSchema,
  toCellId: idSchema,
  explanation: lineSchema(600),
  size: effectLinkSizeSchema,
  decidedBy: textSchema(120),
});
export const updateEffectLinkInputSchema = z.strictObject({
  version: z.number().int(),
  kind: effectLinkKindSchema.optional(),
  explanation: lineSchema(600).optional(),
  size: effectLinkSizeSchema.optional(),
  decidedBy: textSchema(120).optional(),
  isRemoved: z.boolean().optional(),
});
export const addKnowledgeGapInputSchema = z.strictObject({ id: idSchema, question: lineSchema(300) });
export const updateKnowledgeGapInputSchema = z.strictObject({
  version: z.number().int(),
  question: lineSchema(300).optional(),
  isRemoved: z.boolean().optional(),
});
