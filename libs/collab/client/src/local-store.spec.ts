import 'fake-indexeddb/auto';
import { describe, expect, it } from '@jest/globals';
import { IndexedDbLocalStore } from './indexed-db-local-store.ts';
import type { CopyChange, LocalStore } from './local-store.ts';
import { MemoryDevice, MemoryLocalStore } from './memory-local-store.ts';

const key = { personId: 'anna', room: 'note:1' };
const header = { generation: 1, access: 'write', reason: '', meta: { title: 'Plan' } } as const;
const bytes = (...values: number[]) => new Uint8Array(values);
const edit = (clientId: number, value: number) =>
  ({ clientId, generation: 1, update: bytes(value), refusal: '' }) as const;
const change = (seq: number, updates: Uint8Array[], settled: number[] = []): CopyChange => ({
  header,
  seq,
  updates,
  settled,
});

let databases = 0;
const kinds: [string, () => () => Promise<LocalStore>][] = [
  [
    'memory',
    () => {
      const device = new MemoryDevice();
      return () => Promise.resolve(new MemoryLocalStore(device, true));
    },
  ],
  [
    'IndexedDB',
    () => {
      const name = `test-${++databases}`;
      return () => IndexedDbLocalStore.open(name);
    },
  ],
];

describe.each(kinds)('what every local store keeps: %s', (_name, makeDevice) => {
  it('a copy grows from where it is, and not across a hole', async () => {
    const store = await makeDevice()();
    expect(await store.readCopy(key)).toBeNull();
    expect(await store.appendCopy(key, 0, change(3, [bytes(1)]))).toBe(false);
    expect(await store.replaceCopy(key, change(3, [bytes(1)]))).toBe(true);
    expect(await store.appendCopy(key, 3, change(4, [bytes(2)]))).toBe(true);
    expect(await store.appendCopy(key, 6, change(7, [bytes(3)]))).toBe(false);
    expect(await store.readCopy(key)).toEqual({ ...header, seq: 4, updates: [bytes(1), bytes(2)] });
  });

  it('a copy is replaced by a newer one only', async () => {
    const store = await makeDevice()();
    await store.replaceCopy(key, change(5, [bytes(5)]));
    expect(await store.replaceCopy(key, change(4, [bytes(4)]))).toBe(false);
    const next = { ...change(1, [bytes(9)]), header: { ...header, generation: 2 } };
    expect(await store.replaceCopy(key, next)).toBe(true);
    expect(await store.replaceCopy(key, change(8, [bytes(8)]))).toBe(false);
    expect(await store.readCopy(key)).toMatchObject({ generation: 2, seq: 1, updates: [bytes(9)] });
  });

  it('edits keep their order, and leave together with the copy that holds them', async () => {
    const store = await makeDevice()();
    const keys = await store.addEdits(key, [edit(7, 1), edit(8, 2), edit(7, 3)]);
    expect(keys).toEqual([...keys].sort((a, b) => a - b));
    expect((await store.listEdits(key)).map((row) => row.update)).toEqual([bytes(1), bytes(2), bytes(3)]);
    await store.replaceCopy(key, change(1, [bytes(1)], keys.slice(0, 1)));
    await store.refuseEdits(keys.slice(1, 2), 'too-large');
    expect((await store.listEdits(key)).map((row) => row.refusal)).toEqual(['too-large', '']);
    expect(await store.roomsWithEdits('anna')).toEqual(['note:1']);
    await store.addEdits({ ...key, room: 'note:2' }, [edit(9, 1)]);
    await store.addEdits(key, [edit(8, 4), edit(8, 5)]);
    expect((await store.clientIdsWithEdits(key)).sort()).toEqual([7, 8]);
    await store.wipeRoom({ ...key, room: 'note:2' });
    await store.removeEdits((await store.listEdits(key)).map((row) => row.key));
    expect(await store.roomsWithEdits('anna')).toEqual([]);
  });

  it('a spare client id is taken once', async () => {
    const open = makeDevice();
    const [one, two] = [await open(), await open()];
    await one.keepClientIds(key, [11, 12]);
    const taken = await Promise.all([one.takeClientId(key), two.takeClientId(key), one.takeClientId(key)]);
    expect(taken.sort()).toEqual([0, 11, 12]);
  });

  it('the edits of a client id are kept by one page at a time', async () => {
    const open = makeDevice();
    const [one, two] = [await open(), await open()];
    expect(await one.tryHold(11)).toBe(true);
    expect(await two.tryHold(11)).toBe(false);
    const gaveUp = new AbortController();
    const never = two.holdWhenFree(11, gaveUp.signal);
    gaveUp.abort();
    expect(await never).toBe(false);
    await one.close();
    expect(await two.holdWhenFree(11, new AbortController().signal)).toBe(true);
    await two.close();
  });

  it('wiping a room or a person leaves everything else', async () => {
    const store = await makeDevice()();
    const keys = [key, { personId: 'anna', room: 'note:2' }, { personId: 'bram', room: 'note:1' }];
    for (const each of keys) {
      await store.replaceCopy(each, change(1, [bytes(1)]));
      await store.addEdits(each, [edit(7, 1)]);
      await store.keepClientIds(each, [5]);
    }
    const left = async () => {
      const copies = await Promise.all(keys.map((each) => store.readCopy(each)));
      const edits = await Promise.all(keys.map((each) => store.listEdits(each)));
      return copies.map((copy, index) => [copy?.seq, copy?.updates.length, edits[index]?.length]);
    };
    await store.wipeRoom({ personId: 'anna', room: 'note:1' });
    expect(await left()).toEqual([
      [undefined, undefined, 0],
      [1, 1, 1],
      [1, 1, 1],
    ]);
    await store.wipePerson('anna');
    expect(await left()).toEqual([
      [undefined, undefined, 0],
      [undefined, undefined, 0],
      [1, 1, 1],
    ]);
    expect(await store.takeClientId({ personId: 'anna', room: 'note:2' })).toBe(0);
  });
});
