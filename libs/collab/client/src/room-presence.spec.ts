import { describe, expect, it } from '@jest/globals';
import { roomName, TestBench } from './testing/test-bench.ts';

async function pair() {
  const bench = new TestBench();
  const anna = bench.page('anna').client.openRoom(roomName);
  const bram = bench.page('bram').client.openRoom(roomName);
  await bench.run();
  return { bench, anna, bram };
}

const here = (clientId: number, name: string) => ({
  clientId,
  personId: name,
  name,
  affiliation: 'Gemeente',
  colour: 3,
  access: 'write' as const,
  cursor: new Uint8Array(),
});

describe('presence', () => {
  it('sends the cursor only, and shows those of others under the name that the server gave', async () => {
    const { bench, anna, bram } = await pair();
    const annaId = anna.doc.clientID;
    const change = { kind: 'here' as const, person: here(annaId, 'anna') };
    bench.server.broadcast(roomName, { type: 'presence', channel: 1, changes: [change] });
    anna.awareness.setLocalStateField('user', { name: 'forged' });
    anna.awareness.setLocalStateField('cursor', { anchor: 1, head: 2 });
    await bench.run(1_000);
    expect(bram.awareness.getStates().get(annaId)).toEqual({
      user: { personId: 'anna', name: 'anna', affiliation: 'Gemeente', colour: 3 },
      cursor: { anchor: 1, head: 2 },
    });
    const sent = bench.server.received.flatMap((frame) => (frame.type === 'presence' ? [frame.cursor] : []));
    expect(sent.map((cursor) => new TextDecoder().decode(cursor))).toEqual(['{"anchor":1,"head":2}']);
  });

  it('lists people anew when they come and go, not when a cursor moves', async () => {
    const { bench, anna, bram } = await pair();
    const before = bram.people;
    let calls = 0;
    bram.subscribe(() => (calls += 1));
    anna.awareness.setLocalStateField('cursor', { anchor: 1 });
    await bench.run(500);
    expect([calls, bram.people === before]).toEqual([0, true]);
    const change = { kind: 'here' as const, person: here(9, 'carla') };
    bench.server.broadcast(roomName, { type: 'presence', channel: 1, changes: [change] });
    await bench.run();
    expect([calls, bram.people.length]).toEqual([1, before.length + 1]);
  });

  it('sends at most eight cursors a second, and always the last one', async () => {
    const { bench, anna } = await pair();
    for (let at = 0; at < 50; at++) {
      anna.awareness.setLocalStateField('cursor', { anchor: at });
      await bench.clock.advance(20);
    }
    await bench.run(1_000);
    const sent = bench.server.received.flatMap((frame) => (frame.type === 'presence' ? [frame.cursor] : []));
    expect(sent.length).toBeLessThanOrEqual(10);
    expect(new TextDecoder().decode(sent.at(-1))).toBe('{"anchor":49}');
  });

  it('a cursor that is no JSON is no cursor, and somebody gone leaves the awareness', async () => {
    const { bench, anna } = await pair();
    const bad = { ...here(5, 'carla'), cursor: new Uint8Array([123]) };
    const changes = [{ kind: 'here' as const, person: bad }];
    bench.server.broadcast(roomName, { type: 'presence', channel: 1, changes });
    await bench.run();
    expect(anna.awareness.getStates().get(5)).toMatchObject({ cursor: null });
    expect(anna.people.map((person) => person.personId)).toContain('carla');
    const gone = [{ kind: 'gone' as const, clientId: 5 }];
    bench.server.broadcast(roomName, { type: 'presence', channel: 1, changes: gone });
    await bench.run();
    expect(anna.awareness.getStates().has(5)).toBe(false);
    expect(anna.people.map((person) => person.personId)).not.toContain('carla');
  });

  it('nobody who reads along sends a cursor', async () => {
    const { bench, anna } = await pair();
    bench.server.setAccess('anna', roomName, 'read');
    await bench.run();
    anna.awareness.setLocalStateField('cursor', { anchor: 1 });
    await bench.run(1_000);
    expect(bench.server.received.filter((frame) => frame.type === 'presence')).toEqual([]);
  });
});
