import { describe, expect, it } from '@jest/globals';
import { MemoryDevice } from './memory-local-store.ts';
import { roomName, TestBench } from './testing/test-bench.ts';

describe('a page that wants to know what changed beside the text', () => {
  it('[H3] is told to look after each joining, and of what the server hints at in between', async () => {
    const bench = new TestBench();
    const { client } = bench.page('anna', new MemoryDevice());
    const room = client.openRoom(roomName);
    const heard: (string | null)[] = [];
    const stop = room.onLook((topic) => heard.push(topic));
    await bench.run();
    expect(heard).toEqual([null]);
    bench.server.broadcast(roomName, { type: 'look', channel: 1, topic: 'comments' });
    await bench.run();
    expect(heard).toEqual([null, 'comments']);
    bench.server.cutAll();
    await bench.run(5_000);
    expect(heard).toEqual([null, 'comments', null]);
    stop();
    bench.server.broadcast(roomName, { type: 'look', channel: 1, topic: 'comments' });
    await bench.run();
    expect(heard).toHaveLength(3);
  });
});
