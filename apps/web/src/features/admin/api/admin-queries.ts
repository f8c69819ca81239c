import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { accountEndpoints, outboxEndpoints, type OutboxMail } from '@kring/contracts';
import { allPages } from '../../../lib/api/all-pages.ts';
import { call } from '../../../lib/api/call.ts';

/** Everybody, to name people by their id. */
export const accountsQuery = queryOptions({
  queryKey: ['accounts', 'all'],
  queryFn: ({ signal }) =>
    allPages((cursor) => call(accountEndpoints.listAccounts, { query: { cursor } }, signal)),
});

export const accountPagesQuery = (text: string) =>
  infiniteQueryOptions({
    queryKey: ['accounts', 'pages', text],
    queryFn: ({ signal, pageParam }) =>
      call(accountEndpoints.listAccounts, { query: { cursor: pageParam, ...(text && { text }) } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: (previous) => previous,
  });

const isOnItsWay = ({ state, failure }: OutboxMail) => state === 'waiting' && failure === null;

export const outboxQuery = infiniteQueryOptions({
  queryKey: ['outbox'],
  queryFn: ({ signal, pageParam }) =>
    call(outboxEndpoints.listOutbox, { query: { cursor: pageParam } }, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next,
  // What is on its way has soon been sent or refused.
  refetchInterval: ({ state }) =>
    state.data?.pages.some(({ items }) => items.some(isOnItsWay)) ? 2_000 : false,
});

export const auditQuery = infiniteQueryOptions({
  queryKey: ['audit'],
  queryFn: ({ signal, pageParam }) =>
    call(accountEndpoints.listAuditEvents, { query: { cursor: pageParam } }, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next,
});
