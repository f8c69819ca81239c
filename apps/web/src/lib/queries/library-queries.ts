import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { libraryEndpoints, type LibraryQuery } from '@kring/contracts';
import { call } from '../api/call.ts';

export type LibraryFilter = Omit<LibraryQuery, 'cursor'>;

export const libraryQuery = (copId: string, filter: LibraryFilter) =>
  infiniteQueryOptions({
    queryKey: ['library', copId, filter],
    queryFn: ({ signal, pageParam }) =>
      call(
        libraryEndpoints.listLibrary,
        { params: { copId }, query: { ...filter, cursor: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
