import { queryOptions } from '@tanstack/react-query';
import { endpoints, type Organisation } from '@kring/contracts';
import { allPages } from '../api/all-pages.ts';
import { call } from '../api/call.ts';

/** All organisations, to choose one of them. */
export const organisationsQuery = queryOptions({
  queryKey: ['organisations'],
  queryFn: ({ signal }) =>
    allPages((cursor) => call(endpoints.listOrganisations, { query: { cursor } }, signal)),
});

/** Those that can be chosen: they go on, or it is the present choice. */
export function organisationsToChoose<O extends Pick<Organisation, 'id' | 'endedOn'>>(
  all: readonly O[],
  chosenId: string | null | undefined,
): O[] {
  return all.filter(({ id, endedOn }) => endedOn === null || id === chosenId);
}
