import { z } from 'zod';
import { emailSchema, idSchema, lineSchema, textSchema } from '../common.ts';

const charterInputSchema = z.strictObject({
  purpose: textSchema(4000),
  audience: textSchema(2000),
  workingAgreements: textSchema(4000),
});
export const createCopInputSchema = z.strictObject({
  name: lineSchema(120),
  question: lineSchema(400),
  coordinatorId: idSchema.nullable().default(null),
  charter: charterInputSchema.default({ purpose: '', audience: '', workingAgreements: '' }),
  /** The first facilitator: an existing person, or somebody who is invited by this address. */
  facilitatorEmail: emailSchema,
});
export const updateCopInputSchema = z.strictObject({
  version: z.number().int(),
  name: lineSchema(120).optional(),
  question: lineSchema(400).optional(),
  coordinatorId: idSchema.nullable().optional(),
  charter: charterInputSchema.optional(),
  welcome: textSchema(2000).optional(),
  houseRules: textSchema(4000).optional(),
});
