import { notificationKinds, type DigestPlan } from '@kring/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CaseFacts, NoteFacts } from '../access/facts.ts';
import type { PersonPrincipal } from '../access/principal.ts';
import { nextDigestAt } from './digest-plan.ts';
import { notificationPath } from './notification-path.ts';
import { hearsAsFollower, mayBeTold, notificationRules } from './notification-rules.ts';
import { sayNotification } from './notification-words.ts';

describe('who may be told', () => {
  const openCase: CaseFacts = {
    kind: 'case',
    copId: 'here',
    holderId: 'holder',
    isHolderActive: true,
    visibility: 'cop',
    status: 'active',
    isArchived: false,
  };
  const note: NoteFacts = { kind: 'note', case: openCase, createdById: 'author', isArchived: false };
  const person = (role?: 'observer' | 'facilitator'): PersonPrincipal => ({
    kind: 'person',
    personId: 'someone',
    platformRole: 'member',
    memberships: role ? [{ copId: 'here', role }] : [],
  });

  it('is whoever may see it: of a note of this CoP members hear, and others do not', () => {
    expect(mayBeTold(person('observer'), 'mention', note)).toBe(true);
    expect(mayBeTold(person(), 'mention', note)).toBe(false);
  });

  it('is whoever decides, for what a facilitator is asked', () => {
    const cop = { kind: 'cop', copId: 'here' } as const;
    expect(mayBeTold(person('facilitator'), 'join-request', cop)).toBe(true);
    expect(mayBeTold(person('observer'), 'join-request', cop)).toBe(false);
  });

  it('is nobody when the kind is about another kind of object', () => {
    const facts = [note, openCase, { kind: 'cop', copId: 'here' } as const];
    for (const kind of notificationKinds) {
      const fitting = facts.filter((given) => mayBeTold(person('facilitator'), kind, given));
      expect(fitting.map((given) => given.kind)).toEqual([notificationRules[kind].on]);
    }
  });
});

describe('following', () => {
  it('of a case brings its notes, and a note that is unfollowed stays quiet', () => {
    expect(hearsAsFollower('note-changed', { case: true })).toBe(true);
    expect(hearsAsFollower('note-changed', { case: true, note: false })).toBe(false);
  });

  it('of a CoP brings its cases, and not every change of a note', () => {
    expect(hearsAsFollower('case-created', { cop: true })).toBe(true);
    expect(hearsAsFollower('note-changed', { cop: true })).toBe(false);
  });

  it('brings nothing that is told to named people only', () => {
    for (const kind of notificationKinds.filter((name) => notificationRules[name].reach.length === 0)) {
      expect(hearsAsFollower(kind, { note: true, case: true, cop: true })).toBe(false);
    }
  });
});

describe('the time of the digest', () => {
  const amsterdam = (at: Date) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Amsterdam',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
    }).format(at);
  const weekly = (weekday: number, hour: number): DigestPlan => ({ frequency: 'weekly', weekday, hour });

  it('is on the clock of Amsterdam, in summer and winter', () => {
    const monday8 = weekly(1, 8);
    expect(nextDigestAt(new Date('2026-11-25T12:00:00Z'), monday8)?.toISOString()).toBe(
      '2026-11-30T07:00:00.000Z',
    );
    expect(nextDigestAt(new Date('2026-07-01T12:00:00Z'), monday8)?.toISOString()).toBe(
      '2026-07-06T06:00:00.000Z',
    );
  });

  it('never comes for who wants none', () => {
    expect(nextDigestAt(new Date(), { frequency: 'off', weekday: 1, hour: 8 })).toBeNull();
  });

  it('comes within its period, at its hour, over any change of the clock', () => {
    const instants = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2035-01-01'),
      noInvalidDate: true,
    });
    const plans = fc.record({
      frequency: fc.constantFrom('daily' as const, 'weekly' as const),
      weekday: fc.integer({ min: 1, max: 7 }),
      hour: fc.integer({ min: 0, max: 23 }),
    });
    fc.assert(
      fc.property(instants, plans, (after, plan) => {
        const next = nextDigestAt(after, plan);
        const days = plan.frequency === 'daily' ? 1 : 7;
        expect(next?.getTime()).toBeGreaterThan(after.getTime());
        expect((next?.getTime() ?? 0) - after.getTime()).toBeLessThanOrEqual(days * 86_400_000 + 3_600_000);
        // Two o'clock does not exist on one night in March.
        if (plan.hour === 2) return;
        const [weekday, time] = amsterdam(next ?? new Date(0)).split(' ');
        expect(time).toBe(`${String(plan.hour).padStart(2, '0')}:00`);
        if (plan.frequency === 'weekly') {
          expect(weekday).toContain(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][plan.weekday - 1]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('what a notification says', () => {
  const told = { actors: ['Fenna'], actorCount: 1, count: 1, caseStatus: 'concluded' as const };

  it('names the status that a case has now, and only where it is about that', () => {
    expect(sayNotification('nl', { ...told, kind: 'case-status' })).toBe(
      'Fenna veranderde de status (nu: Afgerond)',
    );
    expect(sayNotification('en', { ...told, kind: 'case-status', count: 2 })).toBe(
      'Fenna changed the status (2 times; now: Concluded)',
    );
    expect(sayNotification('en', { ...told, kind: 'case-created' })).toBe('Fenna opened this case');
  });
});

describe('where a notification leads', () => {
  const place = { copSlug: 'werk', caseId: 'c', noteId: 'n', threadId: null, sectionId: null } as const;

  it('is the very thread, section or mention', () => {
    expect(notificationPath({ ...place, kind: 'mention' })).toBe('/cases/c/notes/n?mention=me');
    expect(notificationPath({ ...place, kind: 'comment-reply', threadId: 't' })).toBe(
      '/cases/c/notes/n?thread=t',
    );
    expect(notificationPath({ ...place, kind: 'section-owner', sectionId: 's 1' })).toBe(
      '/cases/c/notes/n?section=s+1',
    );
  });

  it('is the page of what it is about', () => {
    expect(notificationPath({ ...place, kind: 'note-changed' })).toBe('/cases/c/notes/n');
    expect(notificationPath({ ...place, kind: 'case-status', noteId: null })).toBe('/cases/c');
    expect(notificationPath({ ...place, kind: 'matrix-revealed', noteId: null })).toBe('/cases/c/effects');
    expect(notificationPath({ ...place, kind: 'join-request', noteId: null, caseId: null })).toBe(
      '/cops/werk/members',
    );
  });
});
