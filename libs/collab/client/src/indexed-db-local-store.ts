import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { afterFrame } from './after-frame.ts';
import { holdsFor, type ClientHolds } from './client-holds.ts';
import type { CopyChange, CopyHeader, CopyKey, LocalCopy, LocalStore, StoredEdit } from './local-store.ts';

type RoomKey = [personId: string, room: string];

export interface KringLiveSchema extends DBSchema {
  copies: { key: RoomKey; value: CopyHeader & { seq: number } };
  /** One row for each time of writing. */
  updates: { key: number; value: { of: RoomKey; bytes: readonly Uint8Array[] }; indexes: { of: RoomKey } };
  edits: {
    key: number;
    value: Omit<StoredEdit, 'key'> & { of: RoomKey };
    indexes: { of: RoomKey; client: [RoomKey, number] };
  };
  spares: { key: RoomKey; value: number[] };
  /** Only where the browser has no locks: when a page last said that it keeps a client id. */
  holds: { key: number; value: { page: string; at: number } };
}

const databaseName = 'kring-live';
const clientIdsKept = 4;
const roomOf = (key: CopyKey): RoomKey => [key.personId, key.room];
/** All keys of a person: an array sorts after every string. */
const allOf = (personId: string) => IDBKeyRange.bound([personId], [personId, []]);

/** Keeps local copies and waiting edits in the browser's IndexedDB. */
export class IndexedDbLocalStore implements LocalStore {
  readonly isDurable = true;
  readonly #database: IDBPDatabase<KringLiveSchema>;
  readonly #holds: ClientHolds;

  private constructor(database: IDBPDatabase<KringLiveSchema>) {
    this.#database = database;
    this.#holds = holdsFor(database);
  }

  /** @throws where IndexedDB is missing or switched off. */
  static async open(name = databaseName): Promise<IndexedDbLocalStore> {
    const database = await openDB<KringLiveSchema>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('copies');
        fresh.createObjectStore('updates', { autoIncrement: true }).createIndex('of', 'of');
        const edits = fresh.createObjectStore('edits', { autoIncrement: true });
        edits.createIndex('of', 'of');
        edits.createIndex('client', ['of', 'clientId']);
        fresh.createObjectStore('spares');
        fresh.createObjectStore('holds');
      },
      blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
    });
    return new IndexedDbLocalStore(database);
  }

  async readCopy(key: CopyKey): Promise<LocalCopy | null> {
    const tx = this.#database.transaction(['copies', 'updates']);
    const [header, rows] = await Promise.all([
      tx.objectStore('copies').get(roomOf(key)),
      tx.objectStore('updates').index('of').getAll(roomOf(key)),
      tx.done,
    ]);
    return header ? { ...header, updates: rows.flatMap((row) => row.bytes) } : null;
  }

  async appendCopy(key: CopyKey, fromSeq: number, change: CopyChange): Promise<boolean> {
    const tx = this.#database.transaction(['copies', 'updates', 'edits'], 'readwrite');
    const copies = tx.objectStore('copies');
    const work: Promise<unknown>[] = change.settled.map((edit) => tx.objectStore('edits').delete(edit));
    const copy = await copies.get(roomOf(key));
    const fits = copy?.generation === change.header.generation && copy.seq >= fromSeq;
    if (fits) {
      const seq = Math.max(copy.seq, change.seq);
      work.push(copies.put({ ...change.header, seq }, roomOf(key)));
      if (change.updates.length > 0) {
        work.push(tx.objectStore('updates').add({ of: roomOf(key), bytes: change.updates }));
      }
    }
    await Promise.all([...work, tx.done]);
    return fits;
  }

  async replaceCopy(key: CopyKey, change: CopyChange): Promise<boolean> {
    const tx = this.#database.transaction(['copies', 'updates', 'edits'], 'readwrite');
    const copies = tx.objectStore('copies');
    const work: Promise<unknown>[] = change.settled.map((edit) => tx.objectStore('edits').delete(edit));
    const copy = await copies.get(roomOf(key));
    const { generation } = change.header;
    const isNewer =
      !copy || copy.generation < generation || (copy.generation === generation && copy.seq <= change.seq);
    if (isNewer) {
      const updates = tx.objectStore('updates');
      const old = await updates.index('of').getAllKeys(roomOf(key));
      work.push(...old.map((row) => updates.delete(row)));
      work.push(updates.add({ of: roomOf(key), bytes: change.updates }));
      work.push(copies.put({ ...change.header, seq: change.seq }, roomOf(key)));
    }
    await Promise.all([...work, tx.done]);
    return isNewer;
  }

  async writeHeader(key: CopyKey, header: CopyHeader): Promise<void> {
    const tx = this.#database.transaction('copies', 'readwrite');
    const copy = await tx.store.get(roomOf(key));
    const isSame = copy?.generation === header.generation;
    await Promise.all([isSame && tx.store.put({ ...header, seq: copy.seq }, roomOf(key)), tx.done]);
  }

  async dropCopy(key: CopyKey): Promise<void> {
    const tx = this.#database.transaction(['copies', 'updates'], 'readwrite');
    const updates = tx.objectStore('updates');
    const rows = await updates.index('of').getAllKeys(roomOf(key));
    const work = rows.map((row) => updates.delete(row));
    await Promise.all([...work, tx.objectStore('copies').delete(roomOf(key)), tx.done]);
  }

  async listEdits(key: CopyKey): Promise<StoredEdit[]> {
    const tx = this.#database.transaction('edits');
    const index = tx.store.index('of');
    const [keys, rows] = await Promise.all([
      index.getAllKeys(roomOf(key)),
      index.getAll(roomOf(key)),
      tx.done,
    ]);
    // Of one room an index is in the order of the keys.
    return rows.map(({ clientId, generation, update, refusal }, place) => {
      return { key: keys[place] ?? 0, clientId, generation, update, refusal };
    });
  }

  async addEdits(key: CopyKey, edits: readonly Omit<StoredEdit, 'key'>[]): Promise<number[]> {
    // Handing a row to the database copies it, and costs more than all else that Kring does at a key.
    await new Promise<void>(afterFrame);
    const tx = this.#database.transaction('edits', 'readwrite');
    const added = Promise.all(edits.map((edit) => tx.store.add({ ...edit, of: roomOf(key) })));
    const [keys] = await Promise.all([added, tx.done]);
    return keys;
  }

  async removeEdits(keys: readonly number[]): Promise<void> {
    const tx = this.#database.transaction('edits', 'readwrite');
    await Promise.all([...keys.map((key) => tx.store.delete(key)), tx.done]);
  }

  async refuseEdits(keys: readonly number[], refusal: StoredEdit['refusal']): Promise<void> {
    const tx = this.#database.transaction('edits', 'readwrite');
    const refuse = async (key: number) => {
      const edit = await tx.store.get(key);
      if (edit) await tx.store.put({ ...edit, refusal }, key);
    };
    await Promise.all([...keys.map(refuse), tx.done]);
  }

  async clientIdsWithEdits(key: CopyKey): Promise<number[]> {
    const range = IDBKeyRange.bound([roomOf(key)], [roomOf(key), []]);
    const tx = this.#database.transaction('edits');
    const found: number[] = [];
    let cursor = await tx.store.index('client').openKeyCursor(range, 'nextunique');
    for (; cursor; cursor = await cursor.continue()) found.push(cursor.key[1]);
    await tx.done;
    return found;
  }

  async roomsWithEdits(personId: string): Promise<string[]> {
    const rows = await this.#database.getAllFromIndex('edits', 'of', allOf(personId));
    return [...new Set(rows.map((row) => row.of[1]))];
  }

  async takeClientId(key: CopyKey): Promise<number> {
    const tx = this.#database.transaction('spares', 'readwrite');
    const [id = 0, ...rest] = (await tx.store.get(roomOf(key))) ?? [];
    await Promise.all([id > 0 && tx.store.put(rest, roomOf(key)), tx.done]);
    return id;
  }

  async keepClientIds(key: CopyKey, ids: readonly number[]): Promise<void> {
    const tx = this.#database.transaction('spares', 'readwrite');
    const kept = (await tx.store.get(roomOf(key))) ?? [];
    await Promise.all([tx.store.put([...kept, ...ids].slice(-clientIdsKept), roomOf(key)), tx.done]);
  }

  tryHold(clientId: number): Promise<boolean> {
    return this.#holds.tryHold(clientId);
  }

  holdWhenFree(clientId: number, signal: AbortSignal): Promise<boolean> {
    return this.#holds.holdWhenFree(clientId, signal);
  }

  release(clientId: number): void {
    this.#holds.release(clientId);
  }

  async wipeRoom(key: CopyKey): Promise<void> {
    await this.#wipe(IDBKeyRange.only(roomOf(key)));
  }

  async wipePerson(personId: string): Promise<void> {
    await this.#wipe(allOf(personId));
  }

  async close(): Promise<void> {
    await this.#holds.close();
    this.#database.close();
  }

  async #wipe(range: IDBKeyRange): Promise<void> {
    const tx = this.#database.transaction(['copies', 'updates', 'edits', 'spares'], 'readwrite');
    const clear = async (name: 'updates' | 'edits') => {
      const store = tx.objectStore(name);
      const rows = await store.index('of').getAllKeys(range);
      await Promise.all(rows.map((row) => store.delete(row)));
    };
    const work = [tx.objectStore('copies').delete(range), tx.objectStore('spares').delete(range)];
    await Promise.all([clear('updates'), clear('edits'), ...work, tx.done]);
  }
}
