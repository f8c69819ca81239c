import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { historyEndpoints } from '@kring/contracts';
import { call } from '../../../lib/api/call.ts';

export const versionsQuery = (noteId: string) =>
  infiniteQueryOptions({
    queryKey: ['history', noteId, 'versions'],
    queryFn: ({ signal, pageParam }) =>
      call(historyEndpoints.listNoteVersions, { params: { noteId }, query: { before: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });

/** What a version said: it never changes. */
export const versionTextQuery = (noteId: string, versionId: string) =>
  queryOptions({
    queryKey: ['history', noteId, 'text', versionId],
    queryFn: ({ signal }) => call(historyEndpoints.getNoteVersion, { params: { noteId, versionId } }, signal),
    staleTime: Infinity,
  });

export const nowTextQuery = (noteId: string) =>
  queryOptions({
    queryKey: ['history', noteId, 'now'],
    queryFn: ({ signal }) => call(historyEndpoints.getNoteText, { params: { noteId } }, signal),
    // Another text each time one looks.
    staleTime: 0,
    refetchOnWindowFocus: false,
  });

export const lastVisitQuery = (noteId: string) =>
  queryOptions({
    queryKey: ['history', noteId, 'last-visit'],
    queryFn: ({ signal }) => call(historyEndpoints.getLastVisit, { params: { noteId } }, signal),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });

export const lastSeenTextQuery = (noteId: string) =>
  queryOptions({
    queryKey: ['history', noteId, 'last-seen'],
    queryFn: ({ signal }) => call(historyEndpoints.getLastSeenText, { params: { noteId } }, signal),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
