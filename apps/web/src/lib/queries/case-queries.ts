import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { endpoints, type CaseFacetsQuery } from '@kring/contracts';
import { call } from '../api/call.ts';

export type CaseFilter = CaseFacetsQuery;

export const casesQuery = (copId: string, filter: CaseFilter) =>
  infiniteQueryOptions({
    queryKey: ['cases', 'of-cop', copId, filter],
    queryFn: ({ signal, pageParam }) =>
      call(endpoints.listCases, { params: { copId }, query: { ...filter, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });

export const caseCountsQuery = (copId: string, filter: CaseFilter) =>
  queryOptions({
    queryKey: ['cases', 'of-cop', copId, 'counts', filter],
    queryFn: ({ signal }) => call(endpoints.countCases, { params: { copId }, query: filter }, signal),
    placeholderData: keepPreviousData,
  });

export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', 'one', caseId],
    queryFn: ({ signal }) => call(endpoints.getCase, { params: { caseId } }, signal),
  });

export const noteQuery = (noteId: string) =>
  queryOptions({
    queryKey: ['notes', noteId],
    queryFn: ({ signal }) => call(endpoints.getNote, { params: { noteId } }, signal),
  });
