import { beforeEach, describe, expect, it } from '@jest/globals';
import { encodeClientFrame, PROTOCOL_VERSION } from '@kring/collab-protocol';
import { frameAccess } from './frame-access.ts';
import { EngineBench, ROOM } from './testing/engine-bench.ts';
import { settled } from './testing/fake-clock.ts';

describe('access', () => {
  let bench: EngineBench;
  beforeEach(() => {
    bench = new EngineBench();
  });

  it('[P1] before the hello nothing is answered, and everything but a ping closes', async () => {
    const silent = bench.connect();
    silent.say({ type: 'ping' });
    expect(silent.frames).toEqual([{ type: 'pong' }]);
    silent.join();
    await settled();
    expect(silent.all('joined')).toEqual([]);
    expect([silent.last('error')?.code, silent.isClosed]).toEqual(['protocol-error', true]);
  });

  it('[P1] the table of frames names every frame that a page can send', () => {
    const names = ['hello', 'join', 'leave', 'update', 'presence', 'fetch', 'ping'];
    expect(Object.keys(frameAccess).sort()).toEqual(names.sort());
  });

  it('[P1] a writer is stored; a reader is told `no-access`, and its cursor goes nowhere', async () => {
    bench.authorizer.access.set('oscar', 'read');
    const [writer, reader] = [await bench.enter('anna'), await bench.enter('oscar')];
    expect(reader.last('joined')).toMatchObject({
      access: 'read',
      reason: 'role-observer',
      spareClientIds: [],
    });
    const frames = writer.frames.length;
    reader.say({ type: 'presence', channel: reader.channel, cursor: new TextEncoder().encode('{}') });
    reader.type('not mine to write');
    await bench.clock.advance(1_000);
    expect(reader.last('refused')).toMatchObject({ clientSeq: 1, code: 'no-access' });
    expect(
      writer.frames.slice(frames).flatMap((frame) => (frame.type === 'presence' ? frame.changes : [])),
    ).not.toContainEqual(expect.objectContaining({ kind: 'cursor' }));
    writer.type('mine');
    await bench.clock.advance(50);
    expect(await bench.stored()).toBe('|mine|');
  });

  it('[P2] what arrives after access was taken is not stored, though nobody told the engine', async () => {
    const writer = await bench.enter('anna');
    bench.authorizer.access.set('anna', 'none');
    bench.log.get(ROOM).accessVersion++;
    writer.type('too late');
    await bench.clock.advance(1_000);
    expect([await bench.stored(), writer.all('ack')]).toEqual(['', []]);
    expect(writer.last('closed')).toMatchObject({ code: 'access-lost' });
  });

  it('[P2] what arrives while access changed for others is stored after asking anew', async () => {
    const writer = await bench.enter('anna');
    bench.log.get(ROOM).accessVersion++;
    writer.type('still mine');
    await bench.clock.advance(100);
    expect([await bench.stored(), writer.last('ack')?.clientSeq]).toEqual(['|still mine|', 1]);
  });

  it('[P3] nothing of an ended sign-in is stored; another person in the same commit loses nothing', async () => {
    const [gone, stays] = [await bench.enter('anna'), await bench.enter('bram')];
    bench.log.ended.add('sign-in of anna');
    gone.type('too late');
    stays.type('stays');
    await bench.clock.advance(100);
    expect(await bench.stored()).toBe('|stays|');
    expect([gone.last('error')?.code, gone.isClosed]).toEqual(['signed-out', true]);
    expect(stays.last('ack')).toMatchObject({ clientSeq: 1 });
  });

  it('[P4] between a change of access and its answer the person is sent nothing', async () => {
    const [writer, other] = [await bench.enter('anna'), await bench.enter('bram')];
    let answer = (): void => undefined;
    bench.authorizer.before = ({ personId }) =>
      personId === 'bram' ? new Promise((resolve) => (answer = resolve)) : undefined;
    await bench.changeAccess('bram', 'none');
    writer.type('secret');
    await bench.clock.advance(100);
    expect(writer.all('ack')).toHaveLength(1);
    expect(other.text()).toBe('');
    answer();
    await settled();
    expect([other.last('closed')?.code, other.text()]).toEqual(['access-lost', '']);
  });

  it('[P4] who keeps access is brought up to date with what came between', async () => {
    const [writer, other] = [await bench.enter('anna'), await bench.enter('bram')];
    let answer = (): void => undefined;
    bench.authorizer.before = ({ personId }) =>
      personId === 'bram' ? new Promise((resolve) => (answer = resolve)) : undefined;
    await bench.changeAccess('bram', 'read');
    writer.type('meanwhile');
    await bench.clock.advance(100);
    answer();
    await settled();
    expect(other.last('access')).toMatchObject({ access: 'read', reason: 'role-observer' });
    expect(other.text()).toBe('|meanwhile|');
    bench.authorizer.before = () => undefined;
    await bench.changeAccess('bram', 'write');
    expect(other.last('access')).toMatchObject({ access: 'write', reason: '' });
    other.type('again');
    await bench.clock.advance(100);
    expect(await bench.stored()).toBe('|meanwhile||again|');
  });

  it('[S6] what was under way when writing was taken away comes again from its number on', async () => {
    const writer = await bench.enter('anna');
    writer.type('one');
    await bench.clock.advance(50);
    bench.authorizer.access.set('anna', 'read');
    bench.log.get(ROOM).accessVersion++;
    const [two, three] = [writer.write('two'), writer.write('three')];
    writer.submit(two);
    await bench.clock.advance(50);
    expect(writer.all('refused')).toMatchObject([{ clientSeq: 2, code: 'no-access' }]);
    writer.submit(three);
    await bench.clock.advance(50);
    expect([writer.all('refused').length, await bench.stored()]).toEqual([1, '|one|']);
    await bench.changeAccess('anna', 'write');
    writer.clientSeq = 1;
    writer.submit([...two, ...three]);
    await bench.clock.advance(50);
    expect(writer.last('ack')).toMatchObject({ clientSeq: 3 });
    expect(await bench.stored()).toBe('|one||two||three|');
  });

  it('[P5] an ended sign-in closes at once when told, and within a sweep when not', async () => {
    const [told, untold, stays] = [
      bench.connect('anna', 'x'),
      bench.connect('anna', 'y'),
      bench.connect('bram', 'z'),
    ];
    for (const page of [told, untold, stays]) page.hello();
    bench.engine.endLoginSessions(['x']);
    expect([told.last('error')?.code, told.isClosed, untold.isClosed]).toEqual(['signed-out', true, false]);
    bench.log.ended.add('y');
    await bench.clock.advance(15_100);
    expect([untold.last('error')?.code, untold.isClosed, stays.isClosed]).toEqual([
      'signed-out',
      true,
      false,
    ]);
  });

  it('[P5] the sweep also finds a change of access of which no event told', async () => {
    const page = await bench.enter('anna');
    bench.authorizer.access.set('anna', 'none');
    bench.log.get(ROOM).accessVersion++;
    await bench.clock.advance(15_100);
    expect(page.last('closed')).toMatchObject({ code: 'access-lost' });
  });

  it('[P7] an answer that cannot be had closes the room, and opens none', async () => {
    const page = await bench.enter('anna');
    bench.authorizer.before = () => {
      throw new Error('no database');
    };
    bench.log.get(ROOM).accessVersion++;
    await bench.engine.refreshAccess();
    await settled();
    expect(page.last('closed')).toMatchObject({ code: 'unavailable' });
    const other = await bench.enter('bram');
    expect([other.last('closed')?.code, other.all('joined')]).toEqual(['unavailable', []]);
  });

  it('[V1] a page of another protocol is told to load anew', () => {
    const page = bench.connect();
    page.handle?.receive(
      encodeClientFrame({ type: 'hello', protocolVersion: PROTOCOL_VERSION + 1, schemaVersion: 7 }),
    );
    expect([page.last('error')?.code, page.isClosed]).toEqual(['reload-needed', true]);
  });

  it('[V2] a page of another schema reads and does not write', async () => {
    const page = bench.connect();
    page.hello(6);
    page.join();
    await settled();
    expect(page.last('joined')).toMatchObject({ access: 'read', reason: 'reload-needed' });
    page.type('from an old page');
    await bench.clock.advance(50);
    expect([page.last('refused')?.code, await bench.stored()]).toEqual(['no-access', '']);
  });
});
