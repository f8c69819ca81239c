export interface PageSignals {
  /** The network or the person came back to this page. */
  back(): void;
  /** The browser says that there is no network. */
  offline(): void;
}

/** Listens to the page until the answer is called. Does nothing outside a browser. */
export function watchPage(signals: PageSignals): () => void {
  if (typeof window === 'undefined' || typeof document === 'undefined') return () => undefined;
  const back = () => signals.back();
  const offline = () => signals.offline();
  const seen = () => {
    if (document.visibilityState === 'visible') back();
  };
  window.addEventListener('online', back);
  window.addEventListener('offline', offline);
  document.addEventListener('visibilitychange', seen);
  return () => {
    window.removeEventListener('online', back);
    window.removeEventListener('offline', offline);
    document.removeEventListener('visibilitychange', seen);
  };
}
