import { describe, expect, it } from '@jest/globals';
import { shownSelector } from './shown-states.ts';

describe('a state that is shown without a pointer or a key', () => {
  it('holds inside what says so, with the rest of the selector as it was', () => {
    expect(shownSelector('.primary:hover')).toBe(".primary:is([data-shown='hover'], [data-shown='hover'] *)");
    expect(shownSelector('.choice:hover:not(:has(:disabled))')).toBe(
      ".choice:is([data-shown='hover'], [data-shown='hover'] *):not(:has(:disabled))",
    );
  });

  it('gives focus only to what can have it', () => {
    expect(shownSelector(':focus-visible')).toContain("[data-shown='focus'] :where(a, button, input");
  });

  it('leaves other rules alone', () => {
    expect(shownSelector('.button:disabled')).toBeNull();
    expect(shownSelector('.hoverish')).toBeNull();
  });
});
