import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { onceUncovered } from './once-uncovered.ts';

describe('what is done once no window covers the page', () => {
  let frames: (() => void)[] = [];
  let page = new EventTarget();
  let isCovered = true;
  const element = { closest: () => (isCovered ? {} : null) } as unknown as Element;
  const act = jest.fn();

  beforeEach(() => {
    frames = [];
    page = new EventTarget();
    isCovered = true;
    act.mockClear();
    Object.assign(globalThis, {
      document: page,
      requestAnimationFrame: (run: () => void) => frames.push(run),
    });
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'document');
    Reflect.deleteProperty(globalThis, 'requestAnimationFrame');
  });
  const drawFrame = () => frames.splice(0).forEach((run) => run());

  it('waits however long the window stays, and is done once', () => {
    onceUncovered(() => element, act);
    for (let count = 0; count < 50; count += 1) drawFrame();
    expect(act).not.toHaveBeenCalled();
    isCovered = false;
    drawFrame();
    drawFrame();
    expect(act.mock.calls).toEqual([[element]]);
    expect(frames).toEqual([]);
  });

  it('waits for an element that is not there yet', () => {
    isCovered = false;
    let found: Element | null = null;
    onceUncovered(() => found, act);
    drawFrame();
    expect(act).not.toHaveBeenCalled();
    found = element;
    drawFrame();
    expect(act).toHaveBeenCalledTimes(1);
  });

  it.each(['keydown', 'pointerdown'])('is given up at the next %s', (type) => {
    onceUncovered(() => element, act);
    drawFrame();
    page.dispatchEvent(new Event(type));
    isCovered = false;
    drawFrame();
    expect(act).not.toHaveBeenCalled();
    expect(frames).toEqual([]);
  });

  it('is given up in the end where the element never comes', () => {
    onceUncovered(() => null, act);
    for (let count = 0; count < 1_000; count += 1) drawFrame();
    expect(frames).toEqual([]);
    expect(act).not.toHaveBeenCalled();
  });
});
