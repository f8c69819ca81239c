// Keeps the app shell: index.html and the hashed assets that were used. Never touches the API or the live texts.
const shell = 'kring-shell-1';
const index = '/';

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(shell)
      .then((cache) => cache.addAll([index, '/theme.js', '/favicon.svg', '/manifest.webmanifest']))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (event.data?.type !== 'keep') return;
  event.waitUntil(keep(event.data.urls.filter((url) => url.startsWith('/assets/'))));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (/^\/(?:api|health|socket\.io)(?:\/|$)/.test(url.pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else if (url.pathname === '/theme.js' || url.pathname === '/favicon.svg') event.respondWith(fresh(request));
});

/** The newest index.html where the server answers within four seconds, else the kept one. */
async function page(request) {
  const cache = await caches.open(shell);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(4000) });
    if (answer.status >= 500) throw new Error('server away');
    if (answer.ok && !answer.redirected) await renew(cache, answer.clone());
    return answer;
  } catch (error) {
    const kept = await cache.match(index);
    if (kept) return kept;
    throw error;
  }
}

/** A new build has new asset names: what the old one used goes, apart from what the new page names. */
async function renew(cache, answer) {
  const text = await answer.clone().text();
  if (!answer.headers.get('content-type')?.includes('text/html') || !text.includes('id="root"')) return;
  const before = await (await cache.match(index))?.text();
  await cache.put(index, answer);
  if (before === undefined || before === text) return;
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/assets/') && !text.includes(pathname)) await cache.delete(request);
  }
}

async function asset(request) {
  const cache = await caches.open(shell);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await patiently(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

/**
 * Asks again while the server is away, such as when it starts anew: a page that is open never asks a second time for
 * code that did not come.
 */
async function patiently(request) {
  for (const pause of [250, 500, 1000, 2000, 4000, 8000]) {
    const answer = await fetch(request).catch(() => null);
    // A proxy answers for a server that is away.
    if (answer && answer.status < 500) return answer;
    if (!navigator.onLine || request.signal.aborted) break;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return fetch(request);
}

async function fresh(request) {
  const cache = await caches.open(shell);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch (error) {
    const kept = await cache.match(request, { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

async function keep(urls) {
  const cache = await caches.open(shell);
  for (const url of urls) {
    if (await cache.match(url, { ignoreVary: true })) continue;
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) await cache.put(url, answer);
  }
}
