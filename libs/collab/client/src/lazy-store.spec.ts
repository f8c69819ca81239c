import 'fake-indexeddb/auto';
import { describe, expect, it, jest } from '@jest/globals';
import { createCollabClient } from './collab-client.ts';
import { LazyStore } from './lazy-store.ts';
import { MemoryDevice, MemoryLocalStore } from './memory-local-store.ts';

const key = { personId: 'anna', room: 'note:1' };

describe('a store that opens when it is needed', () => {
  it('opens once, at the beginning or at the first question', async () => {
    const open = jest.fn(async () => new MemoryLocalStore(new MemoryDevice()));
    const store = new LazyStore(open);
    expect(open).not.toHaveBeenCalled();
    store.begin();
    store.begin();
    expect(await store.readCopy(key)).toBeNull();
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('tells whoever asks that it cannot be opened, and nobody before', async () => {
    const store = new LazyStore(() => Promise.reject(new Error('no room on the device')));
    store.begin();
    await new Promise((resolve) => setTimeout(resolve));
    await expect(store.readCopy(key)).rejects.toThrow('no room on the device');
  });

  it('opens with the connection, before a room is asked for', async () => {
    const client = createCollabClient({
      url: 'https://kring.example',
      personId: 'anna',
      schemaVersion: 1,
      transport: () => ({ send: () => undefined, close: () => undefined }),
    });
    const known = async () => (await indexedDB.databases()).map(({ name }) => name);
    expect(await known()).toEqual([]);
    client.connect();
    await client.close();
    expect(await known()).toEqual(['kring-live']);
  });
});
