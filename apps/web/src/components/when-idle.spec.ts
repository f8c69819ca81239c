import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openingUntil, whenIdle } from './when-idle.ts';

describe('what is loaded in an idle moment', () => {
  const load = jest.fn(() => Promise.resolve());
  /** Lets the browser be idle, and what has been settled be told. */
  const idle = () => jest.advanceTimersByTimeAsync(10);

  beforeEach(() => {
    jest.useFakeTimers();
    load.mockClear();
    const requestIdleCallback = (work: () => void) => setTimeout(work, 1);
    Object.assign(globalThis, { window: { requestIdleCallback } });
  });
  afterEach(() => {
    jest.useRealTimers();
    Reflect.deleteProperty(globalThis, 'window');
  });

  /** Nothing is loaded before the page has what it is opened for; then everything that waits. */
  async function waitsFor(shown: PromiseWithResolvers<void>, times: number): Promise<void> {
    await idle();
    expect(load).not.toHaveBeenCalled();
    shown.resolve();
    await idle();
    expect(load).toHaveBeenCalledTimes(times);
  }

  it('waits for what the page was opened for, also where it was asked before', async () => {
    const shown = Promise.withResolvers<void>();
    whenIdle(load);
    openingUntil(shown.promise);
    whenIdle(load);
    await waitsFor(shown, 2);
  });

  it.each([
    ['fails', () => openingUntil(Promise.reject(new Error('gone')))],
    ['is there', () => openingUntil(Promise.resolve())],
    ['is not waited for', () => undefined],
  ])('comes when what the page was opened for %s', async (_, open) => {
    open();
    whenIdle(load);
    await idle();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('comes after some seconds where the page never has what it was opened for', async () => {
    openingUntil(new Promise(() => undefined));
    whenIdle(load);
    await jest.advanceTimersByTimeAsync(9_900);
    expect(load).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(200);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('waits for the page that was opened last', async () => {
    const shown = Promise.withResolvers<void>();
    openingUntil(Promise.resolve());
    openingUntil(shown.promise);
    whenIdle(load);
    await waitsFor(shown, 1);
  });
});
