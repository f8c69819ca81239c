/** Frames that are waited for at most; on a busy machine a frame takes longer. */
const mostFrames = 600;

/**
 * Acts on an element as soon as it is there and no window or menu covers the page any more: until then it cannot take
 * the focus, and what closes would take the focus away again. Not done any more once the person presses something else.
 */
export function onceUncovered<E extends Element>(
  find: () => E | null | undefined,
  act: (element: E) => void,
): void {
  const given = new AbortController();
  const giveUp = () => given.abort();
  const options = { capture: true, signal: given.signal };
  document.addEventListener('keydown', giveUp, options);
  document.addEventListener('pointerdown', giveUp, options);
  let frames = 0;
  const look = () => {
    if (given.signal.aborted) return;
    const element = find();
    const isFree = element != null && element.closest('[inert], [aria-hidden="true"]') === null;
    frames += 1;
    if (!isFree && frames < mostFrames) return void requestAnimationFrame(look);
    giveUp();
    if (isFree) act(element);
  };
  requestAnimationFrame(look);
}

/** Gives the focus to an element as soon as it can take it; see `onceUncovered`. */
export function focusOnceUncovered(find: () => HTMLElement | null | undefined): void {
  onceUncovered(find, (element) => element.focus());
}
