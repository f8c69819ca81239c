import { describe, expect, it } from '@jest/globals';
import { MemoryDevice, MemoryLocalStore } from './memory-local-store.ts';
import { savingPatience } from './room-status.ts';
import { roomName, TestBench, textOf, write } from './testing/test-bench.ts';

/** A device that is busy with something else. */
class SlowStore extends MemoryLocalStore {
  busy = Promise.resolve();

  override async addEdits(...args: Parameters<MemoryLocalStore['addEdits']>): Promise<number[]> {
    await this.busy;
    return super.addEdits(...args);
  }
}

async function opened(bench: TestBench, personId: string, device = new MemoryDevice()) {
  const page = bench.page(personId, device);
  const room = page.client.openRoom(roomName);
  await bench.run();
  return { ...page, room, device };
}

describe('a room that is online', () => {
  it('is entered over a connection that was made before it was asked for', async () => {
    const bench = new TestBench();
    const { client } = bench.page('anna', new MemoryDevice());
    await bench.run();
    expect(client.state).toBe('connecting');
    client.connect();
    await bench.run();
    expect(client.state).toBe('online');
    const room = client.openRoom(roomName);
    client.connect();
    await bench.run();
    expect(room.status).toMatchObject({ phase: 'ready', access: 'write', connection: 'online' });
  });

  it('brings what one writes to the other, and says saved only after the ack', async () => {
    const bench = new TestBench();
    const one = await opened(bench, 'anna');
    const two = await opened(bench, 'bram');
    expect(one.room.status).toMatchObject({
      phase: 'ready',
      access: 'write',
      saving: 'saved',
      connection: 'online',
    });

    write(one.room.doc, 'hello');
    expect(one.room.status).toMatchObject({ saving: 'saving', unsavedCount: 1, lastSavedAt: null });
    await bench.run();

    expect(one.room.status).toMatchObject({ saving: 'saved', unsavedCount: 0 });
    expect(one.room.status.lastSavedAt).not.toBeNull();
    expect(textOf(two.room.doc)).toBe('hello');
  });

  it('writes with the id that the server gave, also after it met its own edits', async () => {
    const bench = new TestBench();
    const one = await opened(bench, 'anna');
    write(one.room.doc, 'a');
    await bench.run();
    write(one.room.doc, 'b');
    await bench.run();
    expect(bench.server.room(roomName).owners.get(one.room.doc.clientID)).toBe('anna');
    expect(textOf(bench.server.document(roomName))).toBe('ab');
  });

  it('hands out one instance per name until the last close', async () => {
    const bench = new TestBench();
    const { client, room } = await opened(bench, 'anna');
    expect(client.openRoom(roomName)).toBe(room);
    room.close();
    await bench.run();
    expect(client.openRoom(roomName)).toBe(room);
    room.close();
    room.close();
    await bench.run();
    expect(client.openRoom(roomName)).not.toBe(room);
  });
});

describe('a room that loses its connection', () => {
  it('keeps edits on the device, and sends them once when the server is back', async () => {
    const bench = new TestBench();
    const one = await opened(bench, 'anna');
    bench.server.isReachable = false;
    bench.server.cutAll();
    await bench.run();
    write(one.room.doc, 'offline');
    await bench.run();
    expect(one.room.status).toMatchObject({
      connection: 'offline',
      saving: 'kept-on-device',
      unsavedCount: 1,
    });

    bench.server.isReachable = true;
    await bench.run(20_000);
    expect(one.room.status).toMatchObject({ connection: 'online', saving: 'saved' });
    expect(textOf(bench.server.document(roomName))).toBe('offline');
  });

  it('says kept once all of it is written, and warns where a device takes too long', async () => {
    const bench = new TestBench();
    const store = new SlowStore(new MemoryDevice(), true);
    const { client } = bench.page('anna', undefined, undefined, store);
    const room = client.openRoom(roomName);
    await bench.run();
    bench.server.isReachable = false;
    bench.server.cutAll();
    await bench.run();
    write(room.doc, 'first');
    await bench.run();
    expect(room.status.saving).toBe('kept-on-device');

    let goOn: () => void = () => undefined;
    store.busy = new Promise<void>((resolve) => (goOn = resolve));
    write(room.doc, 'second');
    await bench.run(savingPatience - 100);
    expect(room.status).toMatchObject({ saving: 'saving', connection: 'offline' });
    await bench.run(savingPatience);
    expect(room.status.saving).toBe('memory-only');
    goOn();
    await bench.run();
    expect(room.status).toMatchObject({ saving: 'kept-on-device', unsavedCount: 2 });
  });

  it('notices silence: two pings without an answer end the connection', async () => {
    const bench = new TestBench();
    const one = await opened(bench, 'anna');
    bench.server.isSilent = true;
    await bench.run(16_000);
    expect(one.client.state).toBe('offline');
    bench.server.isSilent = false;
    await bench.run(30_000);
    expect(one.client.state).toBe('online');
  });

  it('[Q8] brings a last edit of which every frame was lost', async () => {
    const bench = new TestBench();
    const one = await opened(bench, 'anna');
    const two = await opened(bench, 'bram');
    const [, session] = bench.server.sessions;
    write(one.room.doc, 'hello');
    await bench.clock.advance(50);
    for (const each of bench.server.sessions) while (bench.server.deliverToServer(each));
    session?.toClient.splice(0);
    await bench.run(10_000);
    expect(textOf(two.room.doc)).toBe('');
    await bench.run(15_000);
    expect(textOf(two.room.doc)).toBe('hello');
  });

  it('[O5] joins over a new connection when a join is not answered', async () => {
    const bench = new TestBench();
    const one = await opened(bench, 'anna');
    bench.server.cutAll();
    bench.server.isJoinLost = true;
    await bench.run(20_000);
    expect(one.room.status.access).toBe('write');
    expect(one.client.state).toBe('online');
    bench.server.isJoinLost = false;
    write(one.room.doc, 'hello');
    await bench.run(5_000);
    expect(one.room.status.saving).toBe('kept-on-device');
    await bench.run(20_000);
    expect(one.room.status.saving).toBe('saved');
  });

  it('does not say saving for longer than the patience without an ack', async () => {
    const bench = new TestBench();
    const one = await opened(bench, 'anna');
    bench.server.isSilent = true;
    write(one.room.doc, 'x');
    await bench.run(4_000);
    expect(one.room.status.saving).toBe('saving');
    await bench.run(2_000);
    expect(one.room.status.saving).toBe('kept-on-device');
  });
});

describe('answers of the server', () => {
  it('an ack is about what it names: the next edit stays on the device until its own', async () => {
    const bench = new TestBench();
    const one = await opened(bench, 'anna');
    write(one.room.doc, 'first ');
    await bench.clock.advance(50);
    write(one.room.doc, 'second');
    await bench.clock.advance(50);
    const [session] = bench.server.sessions;
    if (!session) throw new Error('Nobody is connected.');
    bench.server.deliverToServer(session);
    while (bench.server.deliverToClient(session));
    expect(one.room.status).toMatchObject({ saving: 'saving', unsavedCount: 1 });
    await bench.clock.advance(1_000);
    expect(one.device.edits.size).toBe(1);
    bench.server.forget(session);
    await one.crash();

    const again = await opened(bench, 'anna', one.device);
    await bench.run(1_000);
    expect(again.room.status.saving).toBe('saved');
    expect(textOf(bench.server.document(roomName))).toBe('first second');
  });

  it('an update that comes too early waits for those before it, which are asked for', async () => {
    const bench = new TestBench();
    const one = await opened(bench, 'anna');
    const two = await opened(bench, 'bram');
    const [, session] = bench.server.sessions;
    if (!session) throw new Error('Nobody is connected.');
    write(one.room.doc, 'lost ');
    await bench.clock.advance(50);
    for (const other of bench.server.sessions) bench.server.deliverToServer(other);
    session.toClient.length = 0;
    write(one.room.doc, 'found');
    await bench.run();
    expect(bench.server.received.filter((frame) => frame.type === 'fetch')).toMatchObject([{ seq: 0 }]);
    expect(textOf(two.room.doc)).toBe('lost found');
  });
});

describe('a page that is reloaded', () => {
  it('shows and lets write offline what the device has, and sends all of it later', async () => {
    const bench = new TestBench();
    const one = await opened(bench, 'anna');
    write(one.room.doc, 'base ');
    await bench.run(1_000);
    bench.server.isReachable = false;
    bench.server.cutAll();
    write(one.room.doc, 'unsent ');
    await bench.run(1_000);
    await one.crash();

    const again = await opened(bench, 'anna', one.device);
    expect(again.room.status).toMatchObject({ phase: 'ready', access: 'write', saving: 'kept-on-device' });
    expect(textOf(again.room.doc)).toBe('base unsent ');
    write(again.room.doc, 'more');
    await bench.run();

    bench.server.isReachable = true;
    await bench.run(30_000);
    expect(again.room.status.saving).toBe('saved');
    expect(textOf(bench.server.document(roomName))).toBe('base unsent more');
  });

  it('gives two tabs of one device ids of their own, and neither takes the edits of the other', async () => {
    const bench = new TestBench();
    const one = await opened(bench, 'anna');
    await bench.run(1_000);
    bench.server.isReachable = false;
    bench.server.cutAll();
    write(one.room.doc, 'first ');
    const two = await opened(bench, 'anna', one.device);
    expect(two.room.doc.clientID).not.toBe(one.room.doc.clientID);
    expect(two.room.status.unsavedCount).toBe(0);
    write(two.room.doc, 'second ');
    await bench.run(1_000);

    await one.crash();
    await bench.run(1_000);
    expect(two.room.status.unsavedCount).toBe(2);
    bench.server.isReachable = true;
    await bench.run(30_000);
    const text = textOf(bench.server.document(roomName));
    expect([...text.matchAll(/first|second/g)].map(String).sort()).toEqual(['first', 'second']);
    expect(one.device.edits.size).toBe(0);
  });

  it('takes over what a tab left behind that had nothing to save when this one was opened', async () => {
    const bench = new TestBench();
    const one = await opened(bench, 'anna');
    await bench.run(1_000);
    const two = await opened(bench, 'anna', one.device);
    bench.server.isReachable = false;
    bench.server.cutAll();
    write(one.room.doc, 'left by the first');
    await bench.run(10_000);
    expect(textOf(two.room.doc)).toBe('');
    await one.crash();
    await bench.run(10_000);
    expect(textOf(two.room.doc)).toBe('left by the first');
    expect(two.room.status).toMatchObject({ saving: 'kept-on-device', unsavedCount: 1 });
    bench.server.isReachable = true;
    await bench.run(30_000);
    expect(textOf(bench.server.document(roomName))).toBe('left by the first');
    expect(one.device.edits.size).toBe(0);
  });

  it('sends what an earlier page left in a room that nobody opens', async () => {
    const bench = new TestBench();
    const one = await opened(bench, 'anna');
    bench.server.cutAll();
    write(one.room.doc, 'left behind');
    await one.crash();

    const page = bench.page('anna', one.device);
    page.client.openRoom('note:2');
    await bench.run(5_000);
    expect(textOf(bench.server.document(roomName))).toBe('left behind');
    expect(one.device.edits.size).toBe(0);
  });
});
