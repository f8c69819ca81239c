/** Loads code that a page needs only when somebody acts, once the page itself is there. A failure waits for the act. */
export function whenIdle(load: () => Promise<unknown>): void {
  const start = () => void load().catch(() => undefined);
  if (typeof window === 'undefined') return;
  if ('requestIdleCallback' in window) window.requestIdleCallback(start, { timeout: 4_000 });
  else setTimeout(start, 2_000);
}
