import { infiniteQueryOptions } from '@tanstack/react-query';
import { platformEndpoints } from '@kring/contracts';
import { call } from '../../lib/api/call.ts';

export const openInvitesQuery = infiniteQueryOptions({
  queryKey: ['open-invites'],
  queryFn: ({ signal, pageParam }) =>
    call(platformEndpoints.listOpenInvites, { query: { cursor: pageParam } }, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next,
});
