import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { afterFrame } from './after-frame.ts';

const page = globalThis as unknown as Record<string, unknown>;
const untilTimersRan = () => new Promise((resolve) => setTimeout(resolve));

describe('afterFrame', () => {
  let frames: (() => void)[];
  const window = new EventTarget();
  const document = Object.assign(new EventTarget(), { hidden: false });
  const before = { ...page };

  beforeEach(() => {
    frames = [];
    document.hidden = false;
    Object.assign(page, {
      document,
      requestAnimationFrame: (frame: () => void) => frames.push(frame),
      addEventListener: window.addEventListener.bind(window),
    });
  });

  afterEach(() => {
    for (const name of ['document', 'requestAnimationFrame', 'addEventListener']) page[name] = before[name];
  });

  it('waits until the frame was shown, and keeps the order', async () => {
    const done: string[] = [];
    afterFrame(() => done.push('one'));
    afterFrame(() => done.push('other'));
    await untilTimersRan();
    expect(done).toEqual([]);
    frames.forEach((frame) => frame());
    expect(done).toEqual([]);
    await untilTimersRan();
    expect(done).toEqual(['one', 'other']);
    expect(frames).toHaveLength(1);
  });

  it('does not wait when the page is left', async () => {
    const done: string[] = [];
    afterFrame(() => done.push('kept'));
    window.dispatchEvent(new Event('pagehide'));
    await Promise.resolve();
    expect(done).toEqual(['kept']);
  });

  it('does not wait when the page is hidden, before or meanwhile', async () => {
    const done: string[] = [];
    afterFrame(() => done.push('one'));
    document.hidden = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await Promise.resolve();
    afterFrame(() => done.push('other'));
    expect(done).toEqual(['one', 'other']);
  });

  it('does not wait for a frame that never comes', async () => {
    const done: string[] = [];
    await new Promise<void>((resolve) => {
      afterFrame(() => done.push('one'));
      afterFrame(resolve);
    });
    expect(done).toEqual(['one']);
    expect(frames).toHaveLength(1);
  });

  it('does not wait where there is no screen', () => {
    page['requestAnimationFrame'] = undefined;
    const done: string[] = [];
    afterFrame(() => done.push('kept'));
    expect(done).toEqual(['kept']);
  });
});
