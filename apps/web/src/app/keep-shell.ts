import { whenIdle } from '../components/when-idle.ts';

/** A new worker fetches again what the page has loaded: at a first visit it leaves the page so long to itself. */
const FIRST_VISIT_MS = 3_000;

/** Lets a small service worker keep the pages' code, so that a page reloaded without network opens. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  if (navigator.serviceWorker.controller) whenIdle(register);
  else setTimeout(() => whenIdle(register), FIRST_VISIT_MS);
}

async function register(): Promise<void> {
  try {
    await navigator.serviceWorker.register('/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    if (active) reportAssets(active);
  } catch {
    // Private windows and plain http refuse workers; Kring works without.
  }
}

/** Tells the worker of every asset that is loaded, also of those from before it was there. */
function reportAssets(worker: ServiceWorker): void {
  const observer = new PerformanceObserver((list) => {
    const urls = list.getEntries().map((entry) => new URL(entry.name));
    const assets = urls.filter(
      (url) => url.origin === location.origin && url.pathname.startsWith('/assets/'),
    );
    if (assets.length > 0) worker.postMessage({ type: 'keep', urls: assets.map((url) => url.pathname) });
  });
  observer.observe({ type: 'resource', buffered: true });
}
