import type { CopyChange, CopyHeader, CopyKey, LocalCopy, LocalStore, StoredEdit } from './local-store.ts';

interface Copy {
  header: CopyHeader;
  seq: number;
  updates: Uint8Array[];
}

/** What several pages of one browser share: give the same one to several stores to play that. */
export class MemoryDevice {
  readonly copies = new Map<string, Copy>();
  readonly edits = new Map<number, StoredEdit & CopyKey>();
  readonly spares = new Map<string, number[]>();
  readonly holders = new Map<number, object>();
  readonly waiting = new Set<() => void>();
  nextKey = 1;
}

const idOf = (key: CopyKey) => `${key.personId} ${key.room}`;
const clientIdsKept = 4;

/** Keeps everything in memory: for Node, for tests, and where a browser offers no IndexedDB. */
export class MemoryLocalStore implements LocalStore {
  readonly isDurable: boolean;
  readonly #device: MemoryDevice;
  #isClosed = false;

  constructor(device = new MemoryDevice(), isDurable = false) {
    this.#device = device;
    this.isDurable = isDurable;
  }

  readCopy(key: CopyKey): Promise<LocalCopy | null> {
    const copy = this.#device.copies.get(idOf(key));
    return Promise.resolve(copy ? { ...copy.header, seq: copy.seq, updates: [...copy.updates] } : null);
  }

  appendCopy(key: CopyKey, fromSeq: number, change: CopyChange): Promise<boolean> {
    this.#settle(change.settled);
    const copy = this.#device.copies.get(idOf(key));
    if (!copy || copy.header.generation !== change.header.generation || copy.seq < fromSeq) {
      return Promise.resolve(false);
    }
    copy.updates.push(...change.updates);
    copy.seq = Math.max(copy.seq, change.seq);
    copy.header = change.header;
    return Promise.resolve(true);
  }

  replaceCopy(key: CopyKey, change: CopyChange): Promise<boolean> {
    this.#settle(change.settled);
    const copy = this.#device.copies.get(idOf(key));
    const { generation } = change.header;
    if (copy && copy.header.generation > generation) return Promise.resolve(false);
    if (copy?.header.generation === generation && copy.seq > change.seq) return Promise.resolve(false);
    this.#device.copies.set(idOf(key), {
      header: change.header,
      seq: change.seq,
      updates: [...change.updates],
    });
    return Promise.resolve(true);
  }

  writeHeader(key: CopyKey, header: CopyHeader): Promise<void> {
    const copy = this.#device.copies.get(idOf(key));
    if (copy?.header.generation === header.generation) copy.header = header;
    return Promise.resolve();
  }

  dropCopy(key: CopyKey): Promise<void> {
    this.#device.copies.delete(idOf(key));
    return Promise.resolve();
  }

  listEdits(key: CopyKey): Promise<StoredEdit[]> {
    const all = [...this.#device.edits.values()].sort((a, b) => a.key - b.key);
    return Promise.resolve(all.filter((edit) => edit.personId === key.personId && edit.room === key.room));
  }

  addEdits(key: CopyKey, edits: readonly Omit<StoredEdit, 'key'>[]): Promise<number[]> {
    return Promise.resolve(
      edits.map((edit) => {
        const number = this.#device.nextKey++;
        this.#device.edits.set(number, { ...edit, ...key, key: number });
        return number;
      }),
    );
  }

  removeEdits(keys: readonly number[]): Promise<void> {
    this.#settle(keys);
    return Promise.resolve();
  }

  refuseEdits(keys: readonly number[], refusal: StoredEdit['refusal']): Promise<void> {
    for (const key of keys) {
      const edit = this.#device.edits.get(key);
      if (edit) this.#device.edits.set(key, { ...edit, refusal });
    }
    return Promise.resolve();
  }

  async clientIdsWithEdits(key: CopyKey): Promise<number[]> {
    const edits = await this.listEdits(key);
    return [...new Set(edits.map((edit) => edit.clientId))];
  }

  roomsWithEdits(personId: string): Promise<string[]> {
    const own = [...this.#device.edits.values()].filter((edit) => edit.personId === personId);
    return Promise.resolve([...new Set(own.map((edit) => edit.room))]);
  }

  takeClientId(key: CopyKey): Promise<number> {
    return Promise.resolve(this.#device.spares.get(idOf(key))?.shift() ?? 0);
  }

  keepClientIds(key: CopyKey, ids: readonly number[]): Promise<void> {
    const kept = this.#device.spares.get(idOf(key)) ?? [];
    this.#device.spares.set(idOf(key), [...kept, ...ids].slice(-clientIdsKept));
    return Promise.resolve();
  }

  tryHold(clientId: number): Promise<boolean> {
    const holder = this.#device.holders.get(clientId);
    if (this.#isClosed || (holder && holder !== this)) return Promise.resolve(false);
    this.#device.holders.set(clientId, this);
    return Promise.resolve(true);
  }

  async holdWhenFree(clientId: number, signal: AbortSignal): Promise<boolean> {
    while (!this.#isClosed && !signal.aborted) {
      if (await this.tryHold(clientId)) return true;
      if (signal.aborted) break;
      await new Promise<void>((resolve) => {
        this.#device.waiting.add(resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    }
    return false;
  }

  release(clientId: number): void {
    if (this.#device.holders.get(clientId) === this) this.#device.holders.delete(clientId);
    this.#wake();
  }

  async wipeRoom(key: CopyKey): Promise<void> {
    const edits = await this.listEdits(key);
    this.#settle(edits.map((edit) => edit.key));
    this.#device.copies.delete(idOf(key));
    this.#device.spares.delete(idOf(key));
  }

  wipePerson(personId: string): Promise<void> {
    for (const edit of this.#device.edits.values()) {
      if (edit.personId === personId) this.#device.edits.delete(edit.key);
    }
    for (const map of [this.#device.copies, this.#device.spares]) {
      for (const id of map.keys()) if (id.startsWith(`${personId} `)) map.delete(id);
    }
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.#isClosed = true;
    for (const [id, holder] of this.#device.holders) if (holder === this) this.#device.holders.delete(id);
    this.#wake();
    return Promise.resolve();
  }

  #settle(keys: readonly number[]): void {
    for (const key of keys) this.#device.edits.delete(key);
  }

  #wake(): void {
    const waiting = [...this.#device.waiting];
    this.#device.waiting.clear();
    for (const resolve of waiting) resolve();
  }
}
