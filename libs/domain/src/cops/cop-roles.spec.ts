import { copRoles } from '@kring/contracts';
import { describe, expect, it } from '@jest/globals';
import { anonymous, type Principal } from '../access/principal.ts';
import { canGiveRole, higherRole, keepsFacilitator } from './cop-roles.ts';

const facilitator: Principal = {
  kind: 'person',
  personId: 'a',
  platformRole: 'member',
  memberships: [{ copId: 'here', role: 'facilitator' }],
};

describe('giving a role', () => {
  it('stops at the own role', () => {
    expect(copRoles.filter((role) => canGiveRole(facilitator, 'here', role))).toEqual([...copRoles]);
    const participant: Principal = { ...facilitator, memberships: [{ copId: 'here', role: 'participant' }] };
    expect(copRoles.filter((role) => canGiveRole(participant, 'here', role))).toEqual([
      'observer',
      'commenter',
      'participant',
    ]);
  });

  it('is not possible in another CoP, except for administrators', () => {
    expect(canGiveRole(facilitator, 'elsewhere', 'observer')).toBe(false);
    expect(canGiveRole({ ...facilitator, platformRole: 'administrator' }, 'elsewhere', 'facilitator')).toBe(
      true,
    );
    expect(canGiveRole(anonymous, 'here', 'observer')).toBe(false);
  });

  it('never lowers one that somebody has', () => {
    expect(higherRole('commenter', 'facilitator')).toBe('facilitator');
    expect(higherRole('participant', 'commenter')).toBe('participant');
  });
});

describe('the last facilitator', () => {
  it('cannot leave or step down', () => {
    expect(keepsFacilitator(['a'], 'a', null)).toBe(false);
    expect(keepsFacilitator(['a'], 'a', 'participant')).toBe(false);
  });

  it('can when another one stays, and others always can', () => {
    expect(keepsFacilitator(['a', 'b'], 'a', null)).toBe(true);
    expect(keepsFacilitator(['a'], 'b', null)).toBe(true);
    expect(keepsFacilitator(['a'], 'a', 'facilitator')).toBe(true);
  });
});
