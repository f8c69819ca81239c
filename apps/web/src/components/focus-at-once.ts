import { setInteractionModality } from 'react-aria-components';

let isOn = false;

/**
 * Lets what opens at a click without a pointer (Enter on a plain button, a screen reader) get the focus at once.
 * React Aria takes such a click for a virtual cursor, and then moves the focus only when no transition runs any more.
 * A transition of two properties that was broken off counts as running for ever there, since `transitioncancel` is
 * heard once: menus opened without the focus, over a page that was inert.
 *
 * To be called by what opens, which loads on demand together with React Aria: the first page stays without.
 */
export function focusAtOnce(): void {
  if (isOn) return;
  isOn = true;
  document.addEventListener(
    'click',
    ({ detail }) => {
      if (detail === 0) setInteractionModality('keyboard');
    },
    true,
  );
}
