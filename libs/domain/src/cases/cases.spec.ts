import { caseStatuses, caseVisibilities } from '@kring/contracts';
import { describe, expect, it } from '@jest/globals';
import { findStatusObstacle, nextCaseStatuses } from './case-life-cycle.ts';
import { findHolderObstacle, needsConfirmation } from './case-visibility.ts';

describe('life cycle of a case', () => {
  it('goes from exploring to active to concluded, and back one step at a time', () => {
    const possible = caseStatuses.flatMap((status) =>
      caseStatuses
        .filter((next) => findStatusObstacle({ status, question: 'Waarom?' }, next) === null)
        .map((next) => `${status} -> ${next}`),
    );
    expect(possible).toEqual([
      'exploring -> active',
      'active -> exploring',
      'active -> concluded',
      'concluded -> active',
    ]);
  });

  it('asks for a question before a case is taken up', () => {
    expect(findStatusObstacle({ status: 'exploring', question: ' ' }, 'active')).toBe('question-missing');
    expect(findStatusObstacle({ status: 'active', question: '' }, 'exploring')).toBeNull();
  });

  it('offers a way on from every status', () => {
    for (const status of caseStatuses) expect(nextCaseStatuses[status].length).toBeGreaterThan(0);
  });
});

describe('visibility of a case', () => {
  it('asks for confirmation for each step wider, and for none narrower', () => {
    caseVisibilities.forEach((current, at) =>
      caseVisibilities.forEach((next, to) => expect(needsConfirmation(current, next)).toBe(to > at)),
    );
  });
});

describe('case holder', () => {
  const choice = { holderId: 'a', holderRole: 'participant', visibility: 'cop', personId: 'b' } as const;

  it('takes part in the CoP', () => {
    expect(findHolderObstacle(choice)).toBeNull();
    for (const holderRole of ['observer', 'commenter'] as const) {
      expect(findHolderObstacle({ ...choice, holderRole })).toBe('holder-not-member');
    }
    expect(findHolderObstacle({ ...choice, holderRole: null })).toBe('holder-not-member');
  });

  it('is oneself when the case is private', () => {
    expect(findHolderObstacle({ ...choice, visibility: 'private' })).toBe('private-needs-own-holder');
    expect(findHolderObstacle({ ...choice, visibility: 'private', personId: 'a' })).toBeNull();
  });
});
