/** In milliseconds: what people may ask for at any moment is not put off for longer. */
const longest = 4_000;
/** The same where the page still waits for what it was opened for. */
const longestOpening = 10_000;

let opening: Promise<unknown> | null = null;

/** What waits for an idle moment waits for this, too: `shown` settles when the page has what it was opened for. */
export function openingUntil(shown: Promise<unknown>): void {
  const late = new Promise((resolve) => setTimeout(resolve, longestOpening));
  const own = Promise.race([shown, late])
    .catch(() => undefined)
    .then(() => {
      if (opening === own) opening = null;
    });
  opening = own;
}

/** Loads code that a page needs only when somebody acts, once the page itself is there. A failure waits for the act. */
export function whenIdle(load: () => Promise<unknown>): void {
  const start = () => {
    if (opening) void opening.then(() => whenIdle(load));
    else load().catch(() => undefined);
  };
  if (typeof window === 'undefined') return;
  if ('requestIdleCallback' in window) window.requestIdleCallback(start, { timeout: longest });
  else setTimeout(start, 2_000);
}
