import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { endpoints, type NotificationClass } from '@kring/contracts';
import { call } from '../api/call.ts';

/** Everything that the stream of notifications makes out of date. */
export const notificationsKey = ['notifications'] as const;

export const unreadQuery = queryOptions({
  queryKey: [...notificationsKey, 'unread'],
  queryFn: ({ signal }) => call(endpoints.countUnread, {}, signal),
});

export const notificationsQuery = (ofClass: NotificationClass) =>
  infiniteQueryOptions({
    queryKey: [...notificationsKey, 'list', ofClass],
    queryFn: ({ signal, pageParam }) =>
      call(endpoints.listNotifications, { query: { class: ofClass, after: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const followsQuery = queryOptions({
  queryKey: ['follows'],
  queryFn: ({ signal }) => call(endpoints.listFollows, {}, signal),
});

export const notificationPreferencesQuery = queryOptions({
  queryKey: ['notification-preferences'],
  queryFn: ({ signal }) => call(endpoints.getNotificationPreferences, {}, signal),
});
