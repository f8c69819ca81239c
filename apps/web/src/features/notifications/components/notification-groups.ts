import type { Notification } from '@kring/contracts';

export interface NotificationGroup {
  /** Of the place: `note <id>`, `case <id>` or the CoP's slug. */
  readonly key: string;
  /** Newest first; never empty. */
  readonly items: readonly [Notification, ...Notification[]];
}

function keyOf({ noteId, caseId, copSlug }: Notification): string {
  if (noteId !== null) return `note ${noteId}`;
  return caseId === null ? copSlug : `case ${caseId}`;
}

/** Everything about one place together, the place of the newest first. An item that comes twice counts once. */
export function groupNotifications(items: readonly Notification[]): NotificationGroup[] {
  const groups = new Map<string, [Notification, ...Notification[]]>();
  const seen = new Set<string>();
  for (const item of items) {
    if (seen.has(item.id)) continue;
    seen.add(item.id);
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].map(([key, ofPlace]) => ({ key, items: ofPlace }));
}
