import { describe, expect, it } from '@jest/globals';
import type { Notification } from '@kring/contracts';
import { groupNotifications } from './notification-groups.ts';

const told = (id: string, noteId: string | null, caseId: string | null = 'c'): Notification => ({
  id,
  kind: 'mention',
  copSlug: 'werk',
  copName: 'Werk',
  caseId,
  caseTitle: 'Casus',
  caseStatus: 'active',
  noteId,
  noteTitle: 'Notitie',
  threadId: null,
  sectionId: null,
  count: 1,
  actors: [],
  actorCount: 0,
  text: null,
  at: '2026-11-25T12:00:00.000Z',
  readAt: null,
});

describe('notifications by place', () => {
  it('stand together, the place of the newest first, each newest first', () => {
    const groups = groupNotifications([
      told('1', 'n1'),
      told('2', null),
      told('3', 'n1'),
      told('4', null, null),
    ]);
    expect(groups.map(({ key, items }) => [key, items.map(({ id }) => id)])).toEqual([
      ['note n1', ['1', '3']],
      ['case c', ['2']],
      ['werk', ['4']],
    ]);
  });

  it('show once what two pages both hold', () => {
    expect(groupNotifications([told('1', 'n1'), told('1', 'n1')])[0]?.items).toHaveLength(1);
  });
});
