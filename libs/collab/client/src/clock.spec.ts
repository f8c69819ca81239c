import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { systemClock } from './clock.ts';

describe('the clock of a device', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('measures what passes without the date, which somebody may set back', () => {
    const before = { now: systemClock.now(), date: systemClock.date() };
    jest.spyOn(Date, 'now').mockReturnValue(before.date - 86_400_000);
    expect(systemClock.date()).toBeLessThan(before.date);
    expect(systemClock.now()).toBeGreaterThanOrEqual(before.now);
  });
});
