import { z } from 'zod';
import { idSchema } from '../common.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { redactInputSchema, redactionSchema } from './redaction.schema.ts';

export const redactionEndpoints = {
  redactNote: endpoint({
    method: 'POST',
    path: '/notes/:noteId/redactions',
    access: 'note.redact',
    summary: 'Takes words out of a note, its versions and its comments for good, or tells what would go.',
    params: z.strictObject({ noteId: idSchema }),
    body: redactInputSchema,
    response: redactionSchema,
    errors: ['too-many-attempts', 'unavailable'],
  }),
} as const satisfies Record<string, Endpoint>;
