import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { endpoints, type SearchQuery } from '@kring/contracts';
import { call } from '../../../lib/api/call.ts';

export type SearchFilters = Omit<SearchQuery, 'q' | 'cursor'>;

export const searchQuery = (q: string, filters: SearchFilters) =>
  infiniteQueryOptions({
    queryKey: ['search', q, filters],
    queryFn: ({ signal, pageParam }) =>
      call(endpoints.search, { query: { q, ...filters, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    // What may be seen can change at any moment.
    staleTime: 0,
  });

export const titlesQuery = (q: string) =>
  queryOptions({
    queryKey: ['search-titles', q],
    queryFn: ({ signal }) => call(endpoints.searchTitles, { query: { q } }, signal),
    enabled: q !== '',
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
