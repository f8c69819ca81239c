import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CalmDown } from './calm-down.ts';

describe('work that waits for a pause', () => {
  let done = 0;
  beforeEach(() => {
    done = 0;
    jest.useFakeTimers();
  });
  afterEach(() => void jest.useRealTimers());
  const made = () => new CalmDown(100, () => (done += 1));

  it('is done once, after the last time that it was asked for', () => {
    const calm = made();
    calm.ask();
    jest.advanceTimersByTime(90);
    calm.ask();
    jest.advanceTimersByTime(90);
    expect(done).toBe(0);
    jest.advanceTimersByTime(10);
    expect(done).toBe(1);
    jest.advanceTimersByTime(1_000);
    expect(done).toBe(1);
  });

  it('is still done now and then while nobody pauses', () => {
    const calm = made();
    for (let at = 0; at < 1_200; at += 50) {
      calm.ask();
      jest.advanceTimersByTime(50);
    }
    expect(done).toBe(4);
  });

  it('can be had at once, and is not done again then', () => {
    const calm = made();
    calm.ask();
    expect(calm.isWaiting).toBe(true);
    calm.now();
    jest.advanceTimersByTime(1_000);
    expect([done, calm.isWaiting]).toEqual([1, false]);
  });

  it('is not done when it is called off', () => {
    const calm = made();
    calm.ask();
    calm.cancel();
    jest.advanceTimersByTime(1_000);
    expect(done).toBe(0);
  });

  describe('in a browser that tells when it is idle', () => {
    let idle: (() => void)[] = [];
    beforeEach(() => {
      idle = [];
      Object.assign(globalThis, {
        requestIdleCallback: (run: () => void) => idle.push(run),
        cancelIdleCallback: (id: number) => (idle[id - 1] = () => undefined),
      });
    });
    afterEach(() => {
      Reflect.deleteProperty(globalThis, 'requestIdleCallback');
      Reflect.deleteProperty(globalThis, 'cancelIdleCallback');
    });

    it('waits for that, and is still waited for meanwhile', () => {
      const calm = made();
      calm.ask();
      jest.advanceTimersByTime(100);
      expect([done, calm.isWaiting, idle.length]).toEqual([0, true, 1]);
      idle.forEach((run) => run());
      expect([done, calm.isWaiting]).toEqual([1, false]);
    });

    it('is asked for anew, or called off, as before', () => {
      const calm = made();
      calm.ask();
      jest.advanceTimersByTime(100);
      calm.ask();
      idle.forEach((run) => run());
      expect([done, calm.isWaiting]).toEqual([0, true]);
      jest.advanceTimersByTime(100);
      calm.cancel();
      idle.forEach((run) => run());
      expect([done, calm.isWaiting]).toEqual([0, false]);
    });
  });
});
