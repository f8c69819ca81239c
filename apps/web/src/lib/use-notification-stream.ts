import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { endpoints } from '@kring/contracts';
import { urlOf } from './api/call.ts';
import { notificationsKey } from './queries/notification-queries.ts';

/**
 * Looks again whenever the server says so. Only while the page can be seen: a browser allows few connections to one
 * host, and a page in the background has nobody to tell; it looks when it comes back.
 */
export function useNotificationStream(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    let source: EventSource | null = null;
    const look = () => {
      void queryClient.invalidateQueries({ queryKey: notificationsKey });
      void queryClient.invalidateQueries({ queryKey: ['home'] });
    };
    const follow = () => {
      if (document.visibilityState === 'hidden') {
        source?.close();
        source = null;
      } else if (!source || source.readyState === EventSource.CLOSED) {
        source = new EventSource(urlOf(endpoints.streamNotifications, {}));
        source.addEventListener('changed', look);
      }
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    window.addEventListener('online', follow);
    // A browser gives up by itself after an answer such as 503; the next try is ours.
    const retry = setInterval(follow, 15_000);
    return () => {
      clearInterval(retry);
      document.removeEventListener('visibilitychange', follow);
      window.removeEventListener('online', follow);
      source?.close();
    };
  }, [queryClient]);
}
