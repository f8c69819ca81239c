import { describe, expect, it } from '@jest/globals';
import { AskedSteps } from './asked-steps.ts';

describe('steps that were asked for by key', () => {
  it('wait until somebody can take them, and are taken once', () => {
    const steps = new AskedSteps();
    const taken: number[] = [];
    steps.ask(1);
    steps.ask(1);
    const stop = steps.serve((by) => taken.push(by));
    expect(taken).toEqual([2]);
    steps.ask(-1);
    stop();
    steps.ask(1);
    expect(taken).toEqual([2, -1]);
    steps.serve((by) => taken.push(by));
    expect(taken).toEqual([2, -1, 1]);
  });

  it('come to nothing when there and back was asked', () => {
    const steps = new AskedSteps();
    const taken: number[] = [];
    steps.ask(1);
    steps.ask(-1);
    steps.serve((by) => taken.push(by));
    expect(taken).toEqual([]);
  });

  it('go to whoever came last, also when the one before stops later', () => {
    const steps = new AskedSteps();
    const taken: string[] = [];
    const stop = steps.serve(() => taken.push('before'));
    steps.serve(() => taken.push('after'));
    stop();
    steps.ask(1);
    expect(taken).toEqual(['after']);
  });
});
