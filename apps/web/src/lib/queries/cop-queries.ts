import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { endpoints } from '@kring/contracts';
import { allPages } from '../api/all-pages.ts';
import { call } from '../api/call.ts';

export const copsQuery = queryOptions({
  queryKey: ['cops', 'list'],
  queryFn: ({ signal }) => call(endpoints.listCops, {}, signal),
});

export const copQuery = (slug: string) =>
  queryOptions({
    queryKey: ['cops', 'by-slug', slug],
    queryFn: ({ signal }) => call(endpoints.getCop, { params: { slug } }, signal),
  });

/** All members, to choose one of them. */
export const membersQuery = (copId: string) =>
  queryOptions({
    queryKey: ['cops', copId, 'members', 'all'],
    queryFn: ({ signal }) =>
      allPages((cursor) => call(endpoints.listMembers, { params: { copId }, query: { cursor } }, signal)),
  });

export const memberPagesQuery = (copId: string) =>
  infiniteQueryOptions({
    queryKey: ['cops', copId, 'members', 'pages'],
    queryFn: ({ signal, pageParam }) =>
      call(endpoints.listMembers, { params: { copId }, query: { cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });

export const invitesQuery = (copId: string) =>
  queryOptions({
    queryKey: ['cops', copId, 'invites'],
    queryFn: ({ signal }) => call(endpoints.listInvites, { params: { copId } }, signal),
  });

export const joinRequestsQuery = (copId: string) =>
  queryOptions({
    queryKey: ['cops', copId, 'join-requests'],
    queryFn: ({ signal }) => call(endpoints.listJoinRequests, { params: { copId } }, signal),
  });
