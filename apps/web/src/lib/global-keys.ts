const storageKey = 'kring.singleKeys';
type Ask = 'palette' | 'shortcuts';

const listeners = new Set<(ask: Ask) => void>();

/** Opens the palette or the list of shortcuts, from wherever one is. */
export function ask(what: Ask): void {
  for (const listener of listeners) listener(what);
}

export function onAsked(listener: (ask: Ask) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Whether a key alone may do something. People who speak to their computer can switch it off. */
export function hasSingleKeys(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

export function setSingleKeys(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, 'off');
  } catch {
    // The choice then cannot be kept.
  }
}

/** What a key press asks for, when nothing on the page has used it; null for nothing. */
export function askedBy(event: KeyboardEvent): Ask | null {
  if (event.defaultPrevented || event.isComposing || event.altKey) return null;
  const isMod = event.ctrlKey !== event.metaKey;
  if (isMod && !event.shiftKey && event.key.toLowerCase() === 'k') return 'palette';
  if (event.ctrlKey || event.metaKey || event.key !== '?' || !hasSingleKeys()) return null;
  return isTyping(event.target) ? null : 'shortcuts';
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('input, textarea, select, [contenteditable="true"], [role="textbox"]') !== null;
}
