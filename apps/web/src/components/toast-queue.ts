export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}
export interface ToastItem {
  readonly id: number;
  readonly text: string;
  readonly tone: 'done' | 'failed';
  readonly action: ToastAction | null;
}

let items: readonly ToastItem[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly ToastItem[]): void {
  items = next;
  for (const listener of listeners) listener();
}

/** Tells the result of one's own act. Never the only record of it. Returns what `dismissToast` knows it by. */
export function showToast(
  text: string,
  options: { tone?: ToastItem['tone']; action?: ToastAction } = {},
): number {
  lastId += 1;
  const item: ToastItem = { id: lastId, text, tone: options.tone ?? 'done', action: options.action ?? null };
  set([...items.slice(-2), item]);
  return lastId;
}

export function dismissToast(id: number): void {
  set(items.filter((item) => item.id !== id));
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const currentToasts = () => items;
