import { IndexedDbLocalStore } from './indexed-db-local-store.ts';
import type { LocalStore } from './local-store.ts';
import { MemoryLocalStore } from './memory-local-store.ts';

/** Some browsers leave a request to open the database without any answer. */
const openTimeout = 3_000;

/** The browser's database; memory where there is none, where it is switched off, or where it does not answer. */
export async function openDefaultStore(): Promise<LocalStore> {
  if (typeof indexedDB === 'undefined') return new MemoryLocalStore();
  const opening = IndexedDbLocalStore.open();
  const slow = new Promise<null>((resolve) => setTimeout(() => resolve(null), openTimeout));
  try {
    const store = await Promise.race([opening, slow]);
    if (store) return store;
    void opening.then((late) => late.close()).catch(() => undefined);
  } catch {
    // Told in `RoomStatus.saving` as `memory-only`.
  }
  return new MemoryLocalStore();
}

/** What a page kept with its local copy of a room (`RoomClient.setLocalMeta`), without opening the room. */
export async function readLocalMeta(personId: string, room: string): Promise<unknown> {
  const store = await openDefaultStore();
  try {
    const copy = await store.readCopy({ personId, room });
    return copy?.meta ?? null;
  } catch {
    return null;
  } finally {
    await store.close();
  }
}
