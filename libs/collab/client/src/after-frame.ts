const waiting: (() => void)[] = [];
let isListening = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** In milliseconds. A page that nobody can see may draw nothing, and not count as hidden. */
const longest = 100;

function run(): void {
  clearTimeout(timer);
  // Each by itself: what fails must not take an edit along.
  for (const work of waiting.splice(0)) queueMicrotask(work);
}

/**
 * Runs `work` when what is on its way to the screen is there, so that nobody waits for it with a key; in the order
 * of the calls. At once where nothing is shown, and at the latest when the page is left or hidden, or after 100 ms.
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
  timer = setTimeout(run, longest);
}
