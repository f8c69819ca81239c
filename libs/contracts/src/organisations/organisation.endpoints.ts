import { endpoint, type Endpoint } from '../endpoint.ts';
import { pageOf, pageQuerySchema } from '../paging.ts';
import * as organisations from './organisation.schema.ts';

export const organisationEndpoints = {
  listOrganisations: endpoint({
    method: 'GET',
    path: '/organisations',
    access: 'organisation.list',
    summary: 'All organisations, by name, 200 at a time.',
    query: pageQuerySchema,
    response: pageOf(organisations.organisationSchema),
  }),
} as const satisfies Record<string, Endpoint>;
