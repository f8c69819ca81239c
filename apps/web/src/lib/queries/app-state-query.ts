import { queryOptions } from '@tanstack/react-query';
import { endpoints } from '@kring/contracts';
import { call } from '../api/call.ts';

export const appStateQuery = queryOptions({
  queryKey: ['state'],
  queryFn: ({ signal }) => call(endpoints.getAppState, {}, signal),
  staleTime: 60_000,
  // It is asked for before there is a page: the page knows at once that it failed.
  retryOnMount: false,
  refetchInterval: (query) => (query.state.status === 'error' ? 5_000 : false),
});
