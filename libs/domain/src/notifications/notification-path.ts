import type { NotificationPlace } from '@kring/contracts';

/** Where a notification leads: the page in Kring, at the very thread, section or mention. */
export function notificationPath(place: NotificationPlace): `/${string}` {
  const { kind, copSlug, caseId, noteId, threadId, sectionId } = place;
  if (noteId !== null && caseId !== null) {
    const query = new URLSearchParams();
    if (threadId !== null) query.set('thread', threadId);
    if (sectionId !== null) query.set('section', sectionId);
    if (kind === 'mention') query.set('mention', 'me');
    return `/cases/${caseId}/notes/${noteId}${query.size > 0 ? `?${query.toString()}` : ''}`;
  }
  if (caseId !== null) {
    return kind === 'matrix-asked' || kind === 'matrix-revealed'
      ? `/cases/${caseId}/effects`
      : `/cases/${caseId}`;
  }
  return `/cops/${copSlug}/members`;
}
