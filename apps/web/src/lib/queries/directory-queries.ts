import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { directoryEndpoints, type DirectoryQuery } from '@kring/contracts';
import { call } from '../api/call.ts';

export type DirectoryFilter = Omit<DirectoryQuery, 'cursor'>;

export const directoryQuery = (filter: DirectoryFilter) =>
  infiniteQueryOptions({
    queryKey: ['people', 'directory', filter],
    queryFn: ({ signal, pageParam }) =>
      call(directoryEndpoints.listDirectory, { query: { ...filter, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
