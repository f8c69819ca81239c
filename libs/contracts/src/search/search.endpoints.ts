import { z } from 'zod';
import { idSchema } from '../common.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import * as search from './search.schema.ts';

export const searchEndpoints = {
  search: endpoint({
    method: 'GET',
    path: '/search',
    access: 'search.use',
    summary: 'Finds CoPs, cases, notes and people that the person can see, 20 at a time.',
    query: search.searchQuerySchema,
    response: search.searchPageSchema,
  }),
  searchTitles: endpoint({
    method: 'GET',
    path: '/search/titles',
    access: 'search.use',
    summary: 'The first few titles and names that begin to match, to go to one of them.',
    query: search.searchTitlesQuerySchema,
    response: search.searchTitlesSchema,
  }),
  getPerson: endpoint({
    method: 'GET',
    path: '/people/:personId',
    access: 'person.read',
    summary: 'Somebody with whom one shares a CoP.',
    params: z.strictObject({ personId: idSchema }),
    response: search.directoryPersonSchema,
  }),
} as const satisfies Record<string, Endpoint>;
