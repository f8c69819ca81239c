import { describe, expect, it } from '@jest/globals';
import { actions } from '@kring/contracts';
import { knownActions } from './use-event-words.ts';

describe('the words of the audit log', () => {
  it('name everything that the policy decides about: each of these can be refused', () => {
    const known: readonly string[] = knownActions;
    expect(actions.filter((action) => !known.includes(action))).toEqual([]);
  });
});
