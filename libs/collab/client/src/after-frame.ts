const waiting: (() => void)[] = [];
let isListening = false;

function run(): void {
  // Each by itself: what fails must not take an edit along.
  for (const work of waiting.splice(0)) queueMicrotask(work);
}

/**
 * Runs `work` when what is on its way to the screen is there, so that nobody waits for it with a key; in the order
 * of the calls. At once where nothing is shown, and at the latest when the page is left or hidden.
 */
export function afterFrame(work: () => void): void {
  if (typeof requestAnimationFrame === 'undefined' || document.hidden) return work();
  if (!isListening) {
    isListening = true;
    addEventListener('pagehide', run);
    document.addEventListener('visibilitychange', run);
  }
  if (waiting.push(work) > 1) return;
  // What is asked within a frame is done before it is shown.
  requestAnimationFrame(() => setTimeout(run));
}
