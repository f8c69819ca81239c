import type { IncomingMessage } from 'node:http';

/**
 * Whether a handshake comes from a page of ours: a browser sends the cookie with any page's WebSocket. Browsers leave
 * Origin out of a same-origin GET alone, and then say so in Sec-Fetch-Site.
 */
export function isFromOwnPage(request: IncomingMessage, publicOrigin: string): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return origin === publicOrigin;
  const isWebSocket = request.headers.upgrade !== undefined;
  return !isWebSocket && request.headers['sec-fetch-site'] === 'same-origin';
}
