import {
  actions,
  caseStatuses,
  caseVisibilities,
  copRoles,
  platformRoles,
  type Action,
  type CopRole,
} from '@kring/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isAtLeast } from '../cops/cop-roles.ts';
import { abilities, can, noteReadOnlyReason } from './can.ts';
import {
  caseFactsOf,
  platform,
  type CaseFacts,
  type CommentFacts,
  type CopFacts,
  type Facts,
  type LearningQuestionFacts,
  type NoteFacts,
  type PersonFacts,
  type ThreadFacts,
} from './facts.ts';
import { ruleOf } from './policy.ts';
import { anonymous, roleIn, type PersonPrincipal } from './principal.ts';
import { caseScope, copScope, isInCaseScope, isInPersonScope, personScope } from './scope.ts';

const copIds = ['cop-1', 'cop-2', 'cop-3'];
const personIds = ['person-1', 'person-2', 'person-3'];

const people: fc.Arbitrary<PersonPrincipal> = fc.record({
  kind: fc.constant('person' as const),
  personId: fc.constantFrom(...personIds),
  platformRole: fc.constantFrom(...platformRoles),
  memberships: fc.uniqueArray(
    fc.record({ copId: fc.constantFrom(...copIds), role: fc.constantFrom(...copRoles) }),
    { selector: ({ copId }) => copId },
  ),
});
const copFacts: fc.Arbitrary<CopFacts> = fc.record({
  kind: fc.constant('cop' as const),
  copId: fc.constantFrom(...copIds),
});
const caseFacts: fc.Arbitrary<CaseFacts> = fc.record({
  kind: fc.constant('case' as const),
  copId: fc.constantFrom(...copIds),
  holderId: fc.constantFrom(...personIds),
  isHolderActive: fc.boolean(),
  visibility: fc.constantFrom(...caseVisibilities),
  status: fc.constantFrom(...caseStatuses),
  isArchived: fc.boolean(),
});
const noteFacts: fc.Arbitrary<NoteFacts> = fc.record({
  kind: fc.constant('note' as const),
  case: caseFacts,
  createdById: fc.constantFrom(...personIds),
  isArchived: fc.boolean(),
});
const threadFacts: fc.Arbitrary<ThreadFacts> = fc.record({
  kind: fc.constant('thread' as const),
  note: noteFacts,
  createdById: fc.constantFrom(...personIds),
  isResolved: fc.boolean(),
});
const commentFacts: fc.Arbitrary<CommentFacts> = fc.record({
  kind: fc.constant('comment' as const),
  note: noteFacts,
  createdById: fc.constantFrom(...personIds),
  isRemoved: fc.boolean(),
});
const personFacts: fc.Arbitrary<PersonFacts> = fc.record({
  kind: fc.constant('person' as const),
  personId: fc.constantFrom(...personIds),
  copIds: fc.uniqueArray(fc.constantFrom(...copIds)),
  isDisabled: fc.boolean(),
});
const questionFacts: fc.Arbitrary<LearningQuestionFacts> = fc.record({
  kind: fc.constant('learning-question' as const),
  copId: fc.constantFrom(...copIds),
  isClosed: fc.boolean(),
});
const anyFacts: fc.Arbitrary<Facts> = fc.oneof(
  fc.constant(platform),
  copFacts,
  caseFacts,
  noteFacts,
  threadFacts,
  commentFacts,
  personFacts,
  questionFacts,
);

function withRole(person: PersonPrincipal, copId: string, role: CopRole): PersonPrincipal {
  const others = person.memberships.filter((membership) => membership.copId !== copId);
  return { ...person, memberships: [...others, { copId, role }] };
}

function copOf(facts: Facts): string {
  return facts.kind === 'cop' ? facts.copId : (caseFactsOf(facts)?.copId ?? 'cop-1');
}

/** Only who is not a member yet can ask to join. */
const grantable = (list: readonly Action[]) => list.filter((action) => action !== 'cop.join');

describe('policy', () => {
  it('names every action of the catalogue', () => {
    for (const action of actions) expect(ruleOf(action)).toBeDefined();
  });

  it('gives nothing to somebody who is not signed in', () => {
    fc.assert(fc.property(anyFacts, (facts) => expect(abilities(anonymous, facts)).toEqual([])));
  });

  it('refuses an action on another kind of object than the one it is about', () => {
    const administrator: PersonPrincipal = {
      kind: 'person',
      personId: 'person-1',
      platformRole: 'administrator',
      memberships: copIds.map((copId) => ({ copId, role: 'facilitator' })),
    };
    const untyped: (principal: PersonPrincipal, action: Action, facts: Facts) => { isAllowed: boolean } =
      can as never;
    fc.assert(
      fc.property(fc.constantFrom(...actions), anyFacts, (action, facts) => {
        fc.pre(ruleOf(action).on !== facts.kind);
        expect(untyped(administrator, action, facts).isAllowed).toBe(false);
      }),
    );
  });

  it('takes nothing away with a membership or a higher role', () => {
    fc.assert(
      fc.property(
        people,
        fc.constantFrom(...copIds),
        fc.constantFrom(...copRoles),
        anyFacts,
        (person, copId, role, facts) => {
          const present = roleIn(person, copId);
          fc.pre(present === null || isAtLeast(role, present));
          const more = abilities(withRole(person, copId, role), facts);
          expect(more).toEqual(expect.arrayContaining(grantable(abilities(person, facts))));
        },
      ),
    );
  });

  it('orders the roles: observer, commenter, participant, facilitator', () => {
    fc.assert(
      fc.property(people, anyFacts, (person, facts) => {
        const [observer = [], commenter = [], participant = [], facilitator = []] = copRoles.map((role) =>
          abilities(withRole(person, copOf(facts), role), facts),
        );
        expect(commenter).toEqual(expect.arrayContaining(observer));
        expect(participant).toEqual(expect.arrayContaining(commenter));
        expect(facilitator).toEqual(expect.arrayContaining(participant));
      }),
    );
  });

  it('shows content to administrators and auditors only as far as anybody would see it', () => {
    fc.assert(
      fc.property(people, fc.oneof(caseFacts, noteFacts), (person, facts) => {
        const [member = [], ...special] = platformRoles.map((platformRole) =>
          abilities({ ...person, platformRole }, facts),
        );
        for (const found of special) expect(found).toEqual(member);
      }),
    );
  });

  it('shows what may be done to something only to who may read it', () => {
    fc.assert(
      fc.property(people, fc.oneof(caseFacts, noteFacts), (person, facts) => {
        const found = abilities(person, facts);
        if (found.length > 0) expect(found).toContain(`${facts.kind}.read`);
      }),
    );
  });

  it('lets nobody write outside their CoPs, or in what is archived or concluded', () => {
    fc.assert(
      fc.property(people, noteFacts, (person, facts) => {
        fc.pre(can(person, 'note.write', facts).isAllowed);
        expect(isAtLeast(roleIn(person, facts.case.copId) ?? 'observer', 'participant')).toBe(true);
        expect([facts.isArchived, facts.case.isArchived, facts.case.status === 'concluded']).toEqual([
          false,
          false,
          false,
        ]);
      }),
    );
  });

  it('leaves of an archived case only reading, taking it back, and taking out words that must go', () => {
    fc.assert(
      fc.property(people, caseFacts, noteFacts, (person, ofCase, note) => {
        const archived = { ...ofCase, isArchived: true };
        const left = [...abilities(person, archived), ...abilities(person, { ...note, case: archived })];
        expect([
          'case.read',
          'case.archive',
          'effect.read',
          'note.read',
          'note.redact',
          'version.read',
          'comment.read',
        ]).toEqual(expect.arrayContaining(left));
      }),
    );
  });

  it('lets whoever may not read a note do nothing in the talk beside it', () => {
    fc.assert(
      fc.property(people, fc.oneof(threadFacts, commentFacts), (person, facts) => {
        fc.pre(!can(person, 'note.read', facts.note).isAllowed);
        expect([abilities(person, facts), abilities(person, facts.note)]).toEqual([[], []]);
      }),
    );
  });

  it('changes what a comment says for its author only', () => {
    fc.assert(
      fc.property(people, commentFacts, (person, facts) => {
        fc.pre(can(person, 'comment.edit', facts).isAllowed);
        expect(facts.createdById).toBe(person.personId);
      }),
    );
  });

  it('tells why a note cannot be written in exactly when it cannot', () => {
    fc.assert(
      fc.property(people, noteFacts, (person, facts) => {
        fc.pre(can(person, 'note.read', facts).isAllowed);
        expect(noteReadOnlyReason(person, facts) === null).toBe(can(person, 'note.write', facts).isAllowed);
      }),
    );
  });

  it('answers alike for what one may not see and what one has no business with', () => {
    const decision = can(
      { kind: 'person', personId: 'person-1', platformRole: 'administrator', memberships: [] },
      'case.archive',
      {
        kind: 'case',
        copId: 'cop-1',
        holderId: 'person-2',
        isHolderActive: true,
        visibility: 'cop',
        status: 'active',
        isArchived: true,
      },
    );
    expect(decision).toEqual({ isAllowed: false, isVisible: false, reason: 'not-visible' });
  });
});

describe('scope', () => {
  it('finds the cases that may be read, and no others', () => {
    fc.assert(
      fc.property(people, caseFacts, (person, facts) => {
        expect(isInCaseScope(caseScope(person), facts)).toBe(can(person, 'case.read', facts).isAllowed);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds the people that may be seen, and no others', () => {
    fc.assert(
      fc.property(people, personFacts, (person, facts) => {
        expect(isInPersonScope(personScope(person), facts)).toBe(can(person, 'person.read', facts).isAllowed);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds the notes that may be read by their cases', () => {
    fc.assert(
      fc.property(people, noteFacts, (person, facts) => {
        expect(isInCaseScope(caseScope(person), facts.case)).toBe(can(person, 'note.read', facts).isAllowed);
      }),
    );
  });

  it('finds the CoPs in which an action is allowed', () => {
    const withoutStates = [
      'cop.read',
      'cop.update',
      'cop.leave',
      'cop.read-members',
      'cop.manage-members',
      'cop.invite',
      'case.create',
      'template.list',
      'template.manage',
    ] as const;
    fc.assert(
      fc.property(people, copFacts, fc.constantFrom(...withoutStates), (person, facts, action) => {
        const scope = copScope(person, action);
        const isIn = scope.kind === 'all' || (scope.kind === 'some' && scope.copIds.includes(facts.copId));
        expect(isIn).toBe(can(person, action, facts).isAllowed);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds nothing for somebody who is not signed in', () => {
    expect([caseScope(anonymous), copScope(anonymous, 'cop.read')]).toEqual([
      { kind: 'none' },
      { kind: 'none' },
    ]);
  });
});
