import { describe, expect, it } from '@jest/globals';
import { MemoryDevice } from './memory-local-store.ts';
import { roomName, TestBench, textOf, write } from './testing/test-bench.ts';

async function opened(bench: TestBench, personId: string, device = new MemoryDevice()) {
  const page = bench.page(personId, device);
  const room = page.client.openRoom(roomName);
  await bench.run();
  return { ...page, room, device };
}

const closed = (code: 'access-lost' | 'deleted' | 'unavailable' | 'generation-changed' | 'signed-out') =>
  ({ type: 'closed', room: roomName, channel: 1, code, reason: '' }) as const;

describe('a room that the server closes', () => {
  it.each(['access-lost', 'deleted'] as const)('%s wipes its text and its waiting edits', async (code) => {
    const bench = new TestBench();
    const { room, device } = await opened(bench, 'anna');
    write(room.doc, 'secret');
    await bench.run(1_000);
    expect(device.copies.size).toBe(1);
    bench.server.broadcast(roomName, closed(code));
    write(room.doc, 'unsent');
    await bench.run(1_000);
    expect(room.status).toMatchObject({ phase: 'closed', access: 'none', closeCode: code });
    expect([device.copies.size, device.edits.size, device.spares.size]).toEqual([0, 0, 0]);
  });

  it('for a while (unavailable) is joined again, and keeps what waits', async () => {
    const bench = new TestBench();
    const { room } = await opened(bench, 'anna');
    bench.server.close = () => 'unavailable';
    bench.server.broadcast(roomName, closed('unavailable'));
    await bench.run();
    write(room.doc, 'kept');
    await bench.run(3_000);
    expect(room.status).toMatchObject({ phase: 'ready', closeCode: 'unavailable', saving: 'kept-on-device' });
    bench.server.close = () => null;
    await bench.run(20_000);
    expect(room.status).toMatchObject({ closeCode: null, saving: 'saved' });
    expect(textOf(bench.server.document(roomName))).toBe('kept');
  });

  it('signed-out wipes all copies of that person, and of nobody else', async () => {
    const bench = new TestBench();
    const device = new MemoryDevice();
    const bram = await opened(bench, 'bram', device);
    await bench.run(1_000);
    await bram.crash();
    const anna = await opened(bench, 'anna', device);
    const other = anna.client.openRoom('note:2');
    await bench.run(1_000);
    expect([...device.copies.keys()].sort()).toEqual(['anna note:1', 'anna note:2', 'bram note:1']);
    bench.server.broadcast(roomName, closed('signed-out'));
    await bench.run(1_000);
    expect(anna.client.state).toBe('signed-out');
    expect([anna.room.status.closeCode, other.status.closeCode]).toEqual(['signed-out', 'signed-out']);
    expect([...device.copies.keys()]).toEqual(['bram note:1']);
  });

  it('generation-changed never merges: the next page has the new text, and tells of what it could not save', async () => {
    const bench = new TestBench();
    const { room, client, device } = await opened(bench, 'anna');
    write(room.doc, 'old text');
    await bench.run(1_000);
    bench.server.isReachable = false;
    bench.server.cutAll();
    write(room.doc, ' and more');
    await bench.run(1_000);
    const rebuilt = bench.server.room(roomName);
    rebuilt.generation = 2;
    rebuilt.log.length = 0;
    bench.server.isReachable = true;
    await bench.run(30_000);
    expect(room.status).toMatchObject({ phase: 'closed', closeCode: 'generation-changed' });
    room.close();

    const again = client.openRoom(roomName);
    expect(again).not.toBe(room);
    await bench.run(1_000);
    expect(textOf(again.doc)).toBe('');
    expect(again.status).toMatchObject({
      phase: 'ready',
      access: 'write',
      saving: 'refused',
      unsavedCount: 1,
    });
    await again.discardRefused();
    expect(device.edits.size).toBe(0);
  });
});

describe('an edit that the server does not take', () => {
  it('for want of access makes the room read-only, and goes out when access comes back', async () => {
    const bench = new TestBench();
    const { room } = await opened(bench, 'anna');
    bench.server.access.set('anna', 'read');
    write(room.doc, 'typed while revoked');
    await bench.run();
    expect(room.status).toMatchObject({ access: 'read', saving: 'kept-on-device' });
    bench.server.setAccess('anna', roomName, 'write');
    await bench.run(1_000);
    expect(room.status).toMatchObject({ access: 'write', saving: 'saved' });
    expect(textOf(bench.server.document(roomName))).toBe('typed while revoked');
  });

  it('busy: is sent again later, in order', async () => {
    const bench = new TestBench();
    const { room } = await opened(bench, 'anna');
    let isBusy = true;
    bench.server.refuse = () => (isBusy ? 'busy' : null);
    write(room.doc, 'one ');
    write(room.doc, 'two');
    await bench.run(300);
    isBusy = false;
    await bench.run(5_000);
    expect(room.status.saving).toBe('saved');
    expect(textOf(bench.server.document(roomName))).toBe('one two');
  });

  it('for what it is: tells, stops the typing, keeps the text, and does not send it for ever', async () => {
    const bench = new TestBench();
    const { room, device, ...page } = await opened(bench, 'anna');
    bench.server.refuse = (update) => (update.length > 500 ? 'too-large' : null);
    write(room.doc, 'x'.repeat(1_000));
    write(room.doc, 'after');
    await bench.run(10_000);
    expect(room.status).toMatchObject({
      access: 'read',
      reason: 'refused',
      saving: 'refused',
      unsavedCount: 2,
    });
    expect(device.edits.size).toBe(2);
    await page.crash();
    const again = await opened(bench, 'anna', device);
    expect(again.room.status).toMatchObject({ saving: 'refused', unsavedCount: 2 });
    expect(textOf(again.room.doc)).toBe('');
    expect(textOf(again.room.docWithRefused())).toBe(`${'x'.repeat(1_000)}after`);
    const sent = bench.server.received.length;
    await bench.run(10_000);
    expect(bench.server.received.slice(sent).filter((frame) => frame.type === 'update')).toEqual([]);
  });

  it('made under an id that was not given is never stored', async () => {
    const bench = new TestBench();
    const { room } = await opened(bench, 'anna');
    room.doc.clientID = 77;
    write(room.doc, 'forged');
    await bench.run(10_000);
    expect(textOf(bench.server.document(roomName))).toBe('');
    expect(room.status.saving).toBe('refused');
  });
});

describe('a server of another version', () => {
  it('leaves an older page to read, with its text kept', async () => {
    const bench = new TestBench();
    bench.server.schemaVersion = 2;
    const { room, client } = await opened(bench, 'anna');
    expect(client.state).toBe('reload-needed');
    expect(room.status).toMatchObject({ phase: 'ready', access: 'read', reason: 'reload-needed' });
  });
});
