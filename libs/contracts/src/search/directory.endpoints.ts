import { z } from 'zod';
import { idSchema, lineSchema } from '../common.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { pageOf, pageQueryShape } from '../paging.ts';
import { directoryPersonSchema } from './search.schema.ts';

/** Which people: with all these words in name, function or organisation, of an organisation, and in a CoP. */
export const directoryQuerySchema = z.strictObject({
  ...pageQueryShape,
  q: lineSchema(100).optional(),
  organisationId: idSchema.optional(),
  copId: idSchema.optional(),
});
export type DirectoryQuery = z.infer<typeof directoryQuerySchema>;

export const directoryEndpoints = {
  listDirectory: endpoint({
    method: 'GET',
    path: '/directory',
    access: 'search.use',
    summary: 'People whom the person can see and who can sign in, by name, 50 at a time.',
    query: directoryQuerySchema,
    response: pageOf(directoryPersonSchema),
    errors: ['not-found'],
  }),
} as const satisfies Record<string, Endpoint>;
