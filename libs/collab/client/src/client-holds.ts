import type { IDBPDatabase } from 'idb';
import type { KringLiveSchema } from './indexed-db-local-store.ts';

/** Which page of the browser keeps the edits of a client id. See `LocalStore`. */
export interface ClientHolds {
  tryHold(clientId: number): Promise<boolean>;
  holdWhenFree(clientId: number, signal: AbortSignal): Promise<boolean>;
  release(clientId: number): void;
  close(): Promise<void>;
}

export function holdsFor(database: IDBPDatabase<KringLiveSchema>): ClientHolds {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  // Browsers offer locks to secure pages only; an intranet without TLS gets the clock instead.
  return locks ? new LockHolds(locks) : new HeartbeatHolds(database);
}

/** The browser frees a lock at the moment its page is gone, however it went. */
class LockHolds implements ClientHolds {
  readonly #locks: LockManager;
  readonly #held = new Map<number, () => void>();

  constructor(locks: LockManager) {
    this.#locks = locks;
  }

  tryHold(clientId: number): Promise<boolean> {
    return this.#request(clientId, { ifAvailable: true });
  }

  holdWhenFree(clientId: number, signal: AbortSignal): Promise<boolean> {
    return this.#request(clientId, { signal });
  }

  release(clientId: number): void {
    this.#held.get(clientId)?.();
    this.#held.delete(clientId);
  }

  close(): Promise<void> {
    for (const clientId of [...this.#held.keys()]) this.release(clientId);
    return Promise.resolve();
  }

  #request(clientId: number, options: LockOptions): Promise<boolean> {
    if (this.#held.has(clientId)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const whileHeld = (lock: Lock | null) => {
        if (!lock) return resolve(false);
        return new Promise<void>((free) => {
          this.#held.set(clientId, free);
          resolve(true);
        });
      };
      this.#locks.request(`kring-client-${clientId}`, options, whileHeld).catch(() => resolve(false));
    });
  }
}

const beatEvery = 5_000;
const goneAfter = 90_000; // Browsers let the timers of a hidden page run once a minute.

/** A page writes down now and then that it is there; one that stopped doing so counts as gone. */
class HeartbeatHolds implements ClientHolds {
  readonly #database: IDBPDatabase<KringLiveSchema>;
  readonly #page = `${Date.now()}-${Math.random()}`;
  readonly #held = new Set<number>();
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(database: IDBPDatabase<KringLiveSchema>) {
    this.#database = database;
  }

  async tryHold(clientId: number): Promise<boolean> {
    const tx = this.#database.transaction('holds', 'readwrite');
    const holder = await tx.store.get(clientId);
    const isFree = !holder || holder.page === this.#page || Date.now() - holder.at > goneAfter;
    if (isFree) void tx.store.put({ page: this.#page, at: Date.now() }, clientId);
    await tx.done;
    if (isFree) this.#held.add(clientId);
    this.#timer ??= setInterval(() => void this.#beat().catch(() => undefined), beatEvery);
    return isFree;
  }

  async holdWhenFree(clientId: number, signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted) {
      if (await this.tryHold(clientId)) return true;
      if (signal.aborted) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, beatEvery);
        signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
      });
    }
    return false;
  }

  release(clientId: number): void {
    if (!this.#held.delete(clientId)) return;
    void this.#database.delete('holds', clientId).catch(() => undefined);
  }

  async close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    const held = [...this.#held];
    this.#held.clear();
    for (const clientId of held) await this.#database.delete('holds', clientId).catch(() => undefined);
  }

  async #beat(): Promise<void> {
    const tx = this.#database.transaction('holds', 'readwrite');
    for (const clientId of this.#held) void tx.store.put({ page: this.#page, at: Date.now() }, clientId);
    await tx.done;
  }
}
