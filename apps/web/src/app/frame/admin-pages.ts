import type { Action, Me } from '@kring/contracts';

const needs = {
  people: 'person.list',
  organisations: 'organisation.create',
  invites: 'invite.list',
  outbox: 'outbox.read',
  audit: 'audit.read',
  state: 'system.read',
  settings: 'settings.read',
} as const satisfies Record<string, Action>;
export type AdminPage = keyof typeof needs;

/** The administration pages that this person may open. */
export function adminPages(me: Me): AdminPage[] {
  return (Object.keys(needs) as AdminPage[]).filter((page) => me.abilities.includes(needs[page]));
}
