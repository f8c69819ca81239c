import { useEffect, type RefObject } from 'react';
import { afterFrame } from '@kring/collab-client';

/** Sets `--keyboard-inset` on the element: how much of the page the keyboard of a phone covers. */
export function useKeyboardInset(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return;
    let before = 0;
    const measure = () => {
      const covered = Math.max(0, window.innerHeight - viewport.height - viewport.offsetTop);
      // All of the text inherits it.
      if (covered === before) return;
      before = covered;
      element.current?.style.setProperty('--keyboard-inset', `${covered}px`);
    };
    // Asked in the middle of drawing the text, it would have the browser lay out all of it twice.
    afterFrame(measure);
    viewport.addEventListener('resize', measure);
    viewport.addEventListener('scroll', measure);
    return () => {
      viewport.removeEventListener('resize', measure);
      viewport.removeEventListener('scroll', measure);
    };
  }, [element]);
}
