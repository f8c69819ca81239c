import { useEffect } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { endpoints } from '@kring/contracts';
import { call } from './api/call.ts';
import { notificationsKey, unreadQuery } from './queries/notification-queries.ts';

type Page = 'note' | 'case' | 'effects';

const markOf = {
  note: (noteId: string) => call(endpoints.markNoteNotifications, { params: { noteId } }),
  case: (caseId: string) => call(endpoints.markCaseNotifications, { params: { caseId } }),
  effects: (caseId: string) => call(endpoints.markEffectsNotifications, { params: { caseId } }),
} as const satisfies Record<Page, (id: string) => Promise<unknown>>;

/** Somebody has this page before them, of a note or of a case: what they were told about it counts as read. */
export function useNotificationsRead(page: Page, id: string): void {
  const queryClient = useQueryClient();
  const { data } = useQuery(unreadQuery);
  const unread = data ? data.forMe + data.following : 0;
  useEffect(() => {
    if (unread === 0 || document.visibilityState === 'hidden') return;
    // Not the page's own business: when it fails they stay unread.
    void markOf[page](id).then(
      () => queryClient.invalidateQueries({ queryKey: notificationsKey }),
      () => undefined,
    );
  }, [queryClient, unread, page, id]);
}
