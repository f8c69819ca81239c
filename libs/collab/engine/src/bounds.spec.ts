import { beforeEach, describe, expect, it } from '@jest/globals';
import { limits } from '@kring/collab-protocol';
import { EngineBench, ROOM } from './testing/engine-bench.ts';
import { settled } from './testing/fake-clock.ts';

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

describe('bounds', () => {
  let bench: EngineBench;
  beforeEach(() => {
    bench = new EngineBench();
  });

  it('[B1] closes what does not say hello in time, and keeps what does', async () => {
    const [silent, polite] = [bench.connect(), bench.connect()];
    polite.hello();
    await bench.clock.advance(limits.helloTimeout + 1);
    expect([silent.isClosed, polite.isClosed]).toEqual([true, false]);
    expect(bench.cutOff).toEqual([]);
  });

  it('[B2] bounds the rooms of a connection', async () => {
    const page = await bench.enter('anna');
    for (let i = 0; i < limits.roomsPerSocket; i++) {
      bench.log.create(`note:x${i}`);
      page.join({ room: `note:x${i}` });
      await bench.clock.advance(50);
    }
    expect(page.all('joined')).toHaveLength(limits.roomsPerSocket);
    expect(page.last('closed')).toMatchObject({ code: 'limit' });
  });

  it('[B2] bounds the connections of a person, and lets others in', () => {
    const pages = Array.from({ length: limits.socketsPerPerson + 1 }, () => bench.connect('anna'));
    expect(pages.filter((page) => page.isClosed)).toHaveLength(1);
    expect(pages.at(-1)?.last('error')).toMatchObject({ code: 'limit' });
    expect(bench.connect('bram').isClosed).toBe(false);
    // Said twice, it is still one place.
    pages[0]?.handle?.closed();
    pages[0]?.handle?.closed();
    expect([bench.connect('anna').isClosed, bench.connect('anna').isClosed]).toEqual([false, true]);
  });

  it('[B2] bounds the connections in a room', async () => {
    for (let i = 0; i < limits.connectionsPerRoom; i++) await bench.enter(`person ${i}`);
    expect((await bench.enter('one more')).last('closed')).toMatchObject({ code: 'limit' });
  });

  it('[B3] tells who sends too much to come again, and stores all of it in the end', async () => {
    const page = await bench.enter('anna');
    const updates = Array.from({ length: limits.updateFramesBurst + 20 }, (_, i) => page.write(`${i}`));
    for (const update of updates) page.submit(update);
    await bench.clock.advance(10);
    const busy = page.last('refused');
    expect(busy).toMatchObject({ code: 'busy', clientSeq: limits.updateFramesBurst + 1 });
    expect(page.all('refused')).toHaveLength(1);
    await bench.clock.advance(2_000);
    page.clientSeq = limits.updateFramesBurst;
    for (const update of updates.slice(limits.updateFramesBurst)) page.submit(update);
    await bench.clock.advance(100);
    expect(page.last('ack')).toMatchObject({ clientSeq: updates.length });
    expect(bench.log.get(ROOM).updates).toHaveLength(updates.length);
  });

  it('[B4] while the disk is away it takes so much and no more, and goes on when it is back', async () => {
    bench.log.fault = (method) => {
      if (method === 'append') throw new Error('no database');
    };
    const page = await bench.enter('anna');
    const [update] = page.write('one');
    if (!update) throw new Error('nothing written');
    // Repetitions wait like everything else.
    for (let i = 0; i < 25; i++) {
      page.submit(Array.from({ length: limits.updatesPerFrame }, () => update));
      await bench.clock.advance(100);
    }
    expect(page.last('refused')).toMatchObject({ code: 'busy', clientSeq: 20_001 });
    expect(bench.engine.stats().queuedUpdates).toBe(20_000);
    bench.log.fault = () => undefined;
    await bench.clock.advance(5_000);
    expect([page.last('ack')?.clientSeq, bench.engine.stats().queuedUpdates]).toEqual([20_000, 0]);
  });

  it('[B5] leaves a slow reader behind, brings it up to date when it can take it, and keeps little for it', async () => {
    const [writer, slow] = [await bench.enter('anna'), await bench.enter('bram')];
    slow.buffered = 1.5 * 1024 * 1024;
    for (const text of ['one', 'two', 'three']) {
      writer.type(text);
      await bench.clock.advance(100);
    }
    expect(slow.text()).toBe('');
    slow.buffered = 0;
    await bench.clock.advance(500);
    expect(slow.text()).toBe('|one||two||three|');
    writer.type('four');
    await bench.clock.advance(100);
    expect(slow.text()).toBe('|one||two||three||four|');
  });

  it('[B5] cuts a reader that stays slow, or for which too much is kept', async () => {
    const [writer, slow, stuck] = [
      await bench.enter('anna'),
      await bench.enter('bram'),
      await bench.enter('chris'),
    ];
    slow.buffered = 1.5 * 1024 * 1024;
    stuck.buffered = limits.sendBufferBytes + 1;
    writer.type('one');
    await bench.clock.advance(100);
    expect([slow.isClosed, stuck.isClosed]).toEqual([false, true]);
    await bench.clock.advance(31_000);
    expect([slow.isClosed, slow.last('error')?.code, writer.isClosed]).toEqual([true, 'too-slow', false]);
  });

  it.each([
    ['too large', () => new Uint8Array(limits.frameBytes + 1)],
    ['no frame', () => new Uint8Array([99, 1, 2])],
    ['nothing', () => new Uint8Array()],
  ])('[B6] a frame that is %s closes its connection and no other', async (_, make) => {
    const [bad, good] = [await bench.enter('anna'), await bench.enter('bram')];
    bad.handle?.receive(make());
    expect([bad.last('error')?.code, bad.isClosed, good.isClosed]).toEqual(['protocol-error', true, false]);
    expect(bench.cutOff).toEqual([['anna', [ROOM]]]);
    const told = { message: 'a connection was ended', connection: 1, code: 'protocol-error', rooms: [ROOM] };
    expect(bench.informed).toEqual([told]);
    good.type('on');
    await bench.clock.advance(50);
    expect(good.last('ack')).toMatchObject({ clientSeq: 1 });
  });

  it('[B6] numbers that make no sense close the connection', async () => {
    const page = await bench.enter('anna');
    page.clientSeq = 7;
    page.type('out of order');
    expect([page.last('error')?.code, page.isClosed]).toEqual(['protocol-error', true]);
  });

  it('[B7] a document that is full says so, and still opens', async () => {
    const page = await bench.enter('anna');
    for (let i = 0; i < 30; i++) {
      page.submit(page.write('x'.repeat(200_000)));
      await bench.clock.advance(1_000);
    }
    expect(page.last('refused')).toMatchObject({ code: 'document-full' });
    const stored = bench.log.get(ROOM).updates.reduce((sum, update) => sum + update.bytes.length, 0);
    expect(stored).toBeLessThan(limits.documentBytes + limits.updateBytes);
    expect((await bench.enter('bram')).text().length).toBeGreaterThan(5_000_000);
  });

  it('[A10] a hostile page is refused, then cut; the others write on', async () => {
    const [hostile, honest] = [await bench.enter('anna'), await bench.enter('bram')];
    for (let i = 0; i < 20; i++) hostile.submit([new Uint8Array([9, 9, 9])]);
    expect([hostile.isClosed, bench.cutOff]).toEqual([false, []]);
    for (let i = 0; i < 10; i++) hostile.submit([new Uint8Array([9, 9, 9])]);
    expect(hostile.all('refused')).toHaveLength(21);
    expect(hostile.isClosed).toBe(true);
    expect(bench.cutOff).toEqual([['anna', [ROOM]]]);
    honest.type('on');
    await bench.clock.advance(50);
    expect(await bench.stored()).toBe('|on|');
  });

  it('[I3] shows who is here from the account, and a cursor only from its owner', async () => {
    bench.authorizer.names.set('anna', 'Anna de Vries');
    const anna = await bench.enter('anna');
    const bram = await bench.enter('bram');
    expect(bram.last('joined')?.people).toMatchObject([
      {
        clientId: anna.doc.clientID,
        personId: 'anna',
        name: 'Anna de Vries',
        affiliation: 'Province',
        colour: 3,
      },
      { clientId: bram.doc.clientID, personId: 'bram' },
    ]);
    await bench.clock.advance(100);
    for (const at of [1, 2, 3])
      anna.say({ type: 'presence', channel: anna.channel, cursor: json({ at, name: 'The minister' }) });
    await bench.clock.advance(100);
    expect(bram.last('presence')?.changes).toEqual([
      { kind: 'cursor', clientId: anna.doc.clientID, cursor: json({ at: 3, name: 'The minister' }) },
    ]);
    bench.authorizer.names.set('anna', 'Anna Bakker');
    bench.engine.refreshPerson('anna');
    await bench.clock.advance(100);
    expect(bram.last('presence')?.changes).toMatchObject([{ kind: 'here', person: { name: 'Anna Bakker' } }]);
  });

  it('[I5] a caret travels with the next edits or after a moment, and is not told to its own page', async () => {
    const [anna, bram] = [await bench.enter('anna'), await bench.enter('bram')];
    await bench.clock.advance(500);
    for (const page of [anna, bram]) page.frames.length = 0;
    const caret = (at: number) => anna.say({ type: 'presence', channel: anna.channel, cursor: json({ at }) });
    caret(1);
    expect(bram.frames).toEqual([]);
    anna.type('one');
    await settled();
    expect(bram.frames.map(({ type }) => type)).toEqual(['updates', 'presence']);
    caret(2);
    await bench.clock.advance(49);
    expect(bram.all('presence')).toHaveLength(1);
    await bench.clock.advance(1);
    expect(bram.all('presence')).toHaveLength(2);
    expect(anna.all('presence')).toEqual([]);
  });

  it.each([
    ['too large', () => json('x'.repeat(limits.cursorBytes))],
    ['no JSON', () => new Uint8Array([123])],
    ['no object', () => json(5)],
    ['a prototype', () => new TextEncoder().encode('{"__proto__":{}}')],
    ['a prototype in other words', () => new TextEncoder().encode('{"\\u005f_proto__":{}}')],
    ['too deep', () => new TextEncoder().encode('['.repeat(500) + ']'.repeat(500))],
  ])('[I3] a cursor that is %s closes its connection', async (_, make) => {
    const page = await bench.enter('anna');
    page.say({ type: 'presence', channel: page.channel, cursor: make() });
    expect(page.last('error')).toMatchObject({ code: 'protocol-error' });
  });

  it('[I4] who leaves is gone for the others at once', async () => {
    const [stays, leaves] = [await bench.enter('anna'), await bench.enter('bram')];
    await bench.clock.advance(500);
    leaves.handle?.closed();
    expect(stays.last('presence')?.changes).toEqual([{ kind: 'gone', clientId: leaves.doc.clientID }]);
  });

  it('[I4] also by leaving the room alone', async () => {
    const [stays, leaves] = [await bench.enter('anna'), await bench.enter('bram')];
    await bench.clock.advance(500);
    leaves.say({ type: 'leave', channel: leaves.channel });
    await settled();
    expect(stays.last('presence')?.changes).toEqual([{ kind: 'gone', clientId: leaves.doc.clientID }]);
    expect(leaves.isClosed).toBe(false);
  });
});
