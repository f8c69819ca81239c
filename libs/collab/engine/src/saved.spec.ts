import { beforeEach, describe, expect, it } from '@jest/globals';
import { EngineBench, ROOM } from './testing/engine-bench.ts';
import { settled } from './testing/fake-clock.ts';

describe('saved', () => {
  let bench: EngineBench;
  beforeEach(() => {
    bench = new EngineBench();
  });

  it('[S1] acknowledges when it is on disk, never before, and passes on only then', async () => {
    const [writer, reader] = [await bench.enter('anna'), await bench.enter('bram')];
    let finish = (): void => undefined;
    bench.log.fault = (method) =>
      method === 'append' ? new Promise((resolve) => (finish = resolve)) : undefined;
    writer.type('one');
    await bench.clock.advance(50);
    expect([writer.all('ack'), reader.all('updates')]).toEqual([[], []]);
    finish();
    await settled();
    expect(writer.last('ack')).toMatchObject({ clientSeq: 1, seq: 1 });
    expect(reader.last('updates')).toMatchObject({ seq: 1 });
    expect(reader.text()).toBe('|one|');
    reader.type('two');
    writer.type('three');
    await bench.clock.advance(50);
    finish();
    await settled();
    const order = writer.frames.map((frame) => frame.type);
    expect(order.lastIndexOf('ack')).toBeLessThan(order.indexOf('updates'));
  });

  it('[S2] one commit takes what all rooms have gathered while another was under way', async () => {
    bench.log.create('note:2');
    const pages = [await bench.enter('anna'), await bench.enter('bram', { room: 'note:2' })];
    const batches: number[] = [];
    const append = bench.log.append.bind(bench.log);
    bench.log.append = (items) => {
      batches.push(items.length);
      return append(items);
    };
    for (const page of pages) page.type('first');
    await settled();
    for (const page of pages) page.type('second');
    await bench.clock.advance(20);
    expect(batches).toEqual([2, 2]);
    for (const page of pages) expect(page.last('ack')?.clientSeq).toBe(2);
  });

  it('[S3] a log that fails is tried again until it heals; meanwhile nothing is called saved', async () => {
    const [writer, reader] = [await bench.enter('anna'), await bench.enter('bram')];
    bench.log.fault = (method) => {
      if (method === 'append') throw new Error('no database');
    };
    writer.type('one');
    await bench.clock.advance(10_000);
    expect([writer.all('ack'), reader.all('updates'), bench.engine.stats().isStoring]).toEqual([
      [],
      [],
      false,
    ]);
    bench.log.fault = () => undefined;
    writer.type('two');
    await bench.clock.advance(2_500);
    expect(writer.last('ack')).toMatchObject({ clientSeq: 2 });
    expect([reader.text(), await bench.stored(), bench.engine.stats().isStoring]).toEqual([
      '|one||two|',
      '|one||two|',
      true,
    ]);
  });

  it('[S4] a commit of which the answer is lost is found in the log, and nothing is stored twice', async () => {
    const [writer, reader] = [await bench.enter('anna'), await bench.enter('bram')];
    bench.log.afterAppend = () => {
      bench.log.afterAppend = () => undefined;
      throw new Error('connection lost');
    };
    writer.type('one');
    await bench.clock.advance(1_000);
    expect(writer.last('ack')).toMatchObject({ clientSeq: 1, seq: 1 });
    expect(bench.log.get(ROOM).updates).toHaveLength(1);
    expect(reader.text()).toBe('|one|');
    writer.type('two');
    await bench.clock.advance(100);
    expect([await bench.stored(), reader.text()]).toEqual(['|one||two|', '|one||two|']);
  });

  it('[S5] what is known is acknowledged again and stored once', async () => {
    const first = await bench.enter('anna');
    const updates = first.write('one');
    first.submit(updates);
    await bench.clock.advance(50);
    const { clientId = 0 } = first.last('joined') ?? {};
    first.handle?.closed();
    const again = await bench.enter('anna', { clientId });
    expect(again.last('joined')?.clock).toBeGreaterThan(0);
    again.submit(updates);
    await bench.clock.advance(50);
    expect(again.last('ack')).toMatchObject({ clientSeq: 1 });
    expect(bench.log.get(ROOM).updates).toHaveLength(1);
  });

  it('[S5] a repeated update is not acknowledged before the first of it is on disk', async () => {
    const first = await bench.enter('anna');
    let finish = (): void => undefined;
    bench.log.fault = (method) =>
      method === 'append' ? new Promise((resolve) => (finish = resolve)) : undefined;
    const updates = first.write('one');
    first.submit(updates);
    await settled();
    first.handle?.closed();
    const again = await bench.enter('anna', { clientId: first.doc.clientID });
    again.submit(updates);
    await bench.clock.advance(20);
    expect(again.all('ack')).toEqual([]);
    bench.log.fault = () => undefined;
    finish();
    await bench.clock.advance(20);
    expect(again.last('ack')).toMatchObject({ clientSeq: 1 });
    expect(bench.log.get(ROOM).updates).toHaveLength(1);
  });

  it('[S6] acknowledges up to a number, once per commit', async () => {
    const writer = await bench.enter('anna');
    writer.submit([...writer.write('one'), ...writer.write('two'), ...writer.write('three')]);
    await bench.clock.advance(50);
    expect(writer.all('ack')).toEqual([
      { type: 'ack', channel: writer.channel, clientSeq: 3, seq: 3, own: 3 },
    ]);
  });

  it('[D1] on stopping it stores and acknowledges what it took, and tells everybody', async () => {
    const [writer, reader] = [await bench.enter('anna'), await bench.enter('bram')];
    writer.type('last words');
    const drained = bench.engine.drain();
    writer.type('too late');
    await bench.clock.advance(100);
    await drained;
    expect(writer.all('ack').map((ack) => ack.clientSeq)).toEqual([1]);
    expect(await bench.stored()).toBe('|last words|');
    for (const page of [writer, reader]) {
      expect(page.all('restarting')).toHaveLength(1);
      expect(page.isClosed).toBe(true);
    }
    expect(reader.text()).toBe('|last words|');
    expect(bench.connect('late').last('error')).toMatchObject({ code: 'restarting' });
  });

  it('[D1] stops within ten seconds when the log is away, without calling anything saved', async () => {
    const writer = await bench.enter('anna');
    bench.log.fault = (method) => {
      if (method === 'append') throw new Error('no database');
    };
    writer.type('one');
    let isDrained = false;
    void bench.engine.drain().then(() => (isDrained = true));
    await bench.clock.advance(9_000);
    expect([isDrained, writer.isClosed, writer.all('ack')]).toEqual([true, true, []]);
  });
});
