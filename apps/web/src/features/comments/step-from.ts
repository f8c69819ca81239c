import type { ThreadPlaces } from './editor/thread-marks.ts';

interface Step {
  /** The thread that is open; null for none. */
  readonly id: string | null;
  readonly caret: number;
  /** Further when positive, back when negative; never zero. */
  readonly by: number;
  readonly places: ThreadPlaces;
}

/**
 * Where one comes among these threads, round and round. Without an open one the first step goes to the first after, or
 * the last before, the caret. -1 when there are none.
 */
export function stepFrom(
  placed: readonly { readonly id: string }[],
  { id, caret, by, places }: Step,
): number {
  const count = placed.length;
  if (count === 0) return -1;
  const at = placed.findIndex((thread) => thread.id === id);
  if (at >= 0) return round(at + by, count);
  const isAhead = by > 0;
  const isMeant = (thread: { readonly id: string }) => {
    const from = places.get(thread.id)?.from;
    return from !== undefined && (isAhead ? from >= caret : from < caret);
  };
  const found = isAhead ? placed.findIndex(isMeant) : placed.findLastIndex(isMeant);
  const edge = isAhead ? 0 : count - 1;
  return round((found >= 0 ? found : edge) + by - Math.sign(by), count);
}

const round = (at: number, count: number) => ((at % count) + count) % count;
