import { beforeEach, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { buildSnapshot } from './compaction/build-snapshot.ts';
import { contentOf } from './compaction/content-hash.ts';
import { EditingSession } from './testing/editing-session.ts';
import { EngineBench, ROOM } from './testing/engine-bench.ts';
import { settled } from './testing/fake-clock.ts';
import { seededRandom } from './testing/seeded-random.ts';

function build(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

describe('sequence', () => {
  let bench: EngineBench;
  beforeEach(() => {
    bench = new EngineBench();
  });

  it('[Q1] numbers what is stored without holes, the same for all', async () => {
    const [a, b] = [await bench.enter('anna'), await bench.enter('bram')];
    for (let i = 0; i < 20; i++) {
      a.type(`a${i}`);
      b.type(`b${i}`);
      await bench.clock.advance(7);
    }
    await bench.clock.advance(100);
    for (const page of [a, b]) {
      const frames = page.all('updates');
      frames.forEach((frame, i) => expect(frame.seq - frame.updates.length).toBe(frames[i - 1]?.seq ?? 0));
      expect(frames.at(-1)?.seq).toBe(40);
    }
    expect(contentOf(a.doc)).toBe(contentOf(b.doc));
  });

  it('[Q2] sends again what came after a number', async () => {
    const page = await bench.enter('anna');
    for (const text of ['one', 'two', 'three']) {
      page.type(text);
      await bench.clock.advance(50);
    }
    const before = page.all('updates').length;
    page.say({ type: 'fetch', channel: page.channel, seq: 1 });
    await settled();
    expect(page.all('updates').slice(before)).toMatchObject([
      { seq: 3, updates: [expect.anything(), expect.anything()] },
    ]);
  });

  it('[Q3] reads and passes on what others stored in the same log', async () => {
    const page = await bench.enter('anna');
    const elsewhere = new Y.Doc();
    elsewhere.getXmlFragment('body').insert(0, [new Y.XmlText('elsewhere')]);
    const document = bench.log.get(ROOM);
    document.updates.push({
      seq: ++document.headSeq,
      bytes: Y.encodeStateAsUpdate(elsewhere),
      personId: 'x',
    });
    page.type('here');
    await bench.clock.advance(100);
    expect(page.last('ack')).toMatchObject({ clientSeq: 1, seq: 2 });
    expect(page.text()).toContain('elsewhere');
    expect(contentOf(build(document.updates.map((update) => update.bytes)))).toBe(contentOf(page.doc));
  });

  it('[Q4] sends the first edit after a pause at once, and gathers what follows in one frame', async () => {
    const [writer, reader] = [await bench.enter('anna'), await bench.enter('bram')];
    await bench.clock.advance(100);
    writer.type('one');
    await settled();
    expect(reader.all('updates')).toHaveLength(1);
    for (const text of ['two', 'three', 'four']) {
      writer.type(text);
      await bench.clock.advance(3);
    }
    await bench.clock.advance(20);
    expect(reader.all('updates').length).toBeLessThanOrEqual(3);
    expect(reader.text()).toBe('|one||two||three||four|');
  });

  it('[Q5] encodes a frame for a room once', async () => {
    const pages = [await bench.enter('anna'), await bench.enter('bram'), await bench.enter('chris')];
    await bench.clock.advance(200);
    for (const page of pages) page.sent.length = 0;
    pages[0]?.type('one');
    pages[1]?.type('two');
    await bench.clock.advance(50);
    const frames = pages.map((page) => page.sent.at(-1));
    expect(new Set(frames).size).toBe(1);
    expect(pages[2]?.all('updates')).toMatchObject([
      { seq: 2, updates: [expect.anything(), expect.anything()] },
    ]);
  });

  it('[Q4] in a room with many people stores and sends once per window, whoever types', async () => {
    const pages = await Promise.all(Array.from({ length: 25 }, (_, i) => bench.enter(`person ${i}`)));
    await bench.clock.advance(200);
    const commits = bench.engine.stats().commits;
    for (let millisecond = 0; millisecond < 60; millisecond++) {
      pages[millisecond % 25]?.type(`${millisecond}`);
      await bench.clock.advance(1);
    }
    await bench.clock.advance(50);
    const frames = pages[24]?.all('updates') ?? [];
    expect(frames.reduce((sum, frame) => sum + frame.updates.length, 0)).toBe(60);
    expect(frames.length).toBeLessThanOrEqual(6);
    expect(bench.engine.stats().commits - commits).toBe(frames.length);
  });

  it('[Q6] does not send back what one wrote alone, and says so with its acknowledgement', async () => {
    const [writer, reader] = [await bench.enter('anna'), await bench.enter('bram')];
    writer.submit([...writer.write('one'), ...writer.write('two')]);
    await bench.clock.advance(50);
    expect([writer.last('ack'), writer.all('updates')]).toMatchObject([{ clientSeq: 2, seq: 2, own: 2 }, []]);
    expect(reader.all('updates')).toMatchObject([{ seq: 2 }]);
    writer.type('three');
    reader.type('four');
    await bench.clock.advance(50);
    expect(writer.all('updates')).toMatchObject([
      { seq: 4, updates: [expect.anything(), expect.anything()] },
    ]);
    expect([writer.last('ack')?.own, reader.last('ack')?.own]).toEqual([0, 0]);
  });

  it('[Q6] sends back also what one wrote alone to a page that has to catch up first', async () => {
    const writer = await bench.enter('anna');
    writer.type('one');
    await bench.clock.advance(50);
    writer.say({ type: 'fetch', channel: writer.channel, seq: 0 });
    writer.buffered = 2 * 1024 * 1024;
    const other = await bench.enter('bram');
    other.type('two');
    await bench.clock.advance(50);
    writer.type('three');
    await bench.clock.advance(50);
    expect(writer.last('ack')).toMatchObject({ clientSeq: 2, seq: 3, own: 0 });
    writer.buffered = 0;
    await bench.clock.advance(1_000);
    expect(writer.all('updates').at(-1)).toMatchObject({ seq: 3 });
  });

  it('[Q7] a long log becomes a snapshot with the same content, while people write on', async () => {
    const writer = await bench.enter('anna');
    for (let i = 0; i < 30; i++) {
      writer.submit(
        Array.from({ length: 20 }, () => writer.write(`a paragraph of somewhat more length ${i}`)).flat(),
      );
      await bench.clock.advance(1_000);
    }
    await bench.clock.advance(100);
    const document = bench.log.get(ROOM);
    expect(document.snapshot?.seq).toBeGreaterThanOrEqual(500);
    writer.type('after');
    await bench.clock.advance(100);
    const reader = await bench.enter('bram');
    expect(contentOf(reader.doc)).toBe(contentOf(writer.doc));
    writer.handle?.closed();
    reader.handle?.closed();
    await bench.clock.advance(60_000);
    expect((await bench.enter('chris')).text()).toBe(writer.text());
  });

  it('[Q7] a snapshot that cannot be proved is not taken, and the log stays', async () => {
    bench = new EngineBench({ compactor: () => Promise.resolve(null) });
    const writer = await bench.enter('anna');
    writer.submit(Array.from({ length: 600 }, () => writer.write('a paragraph of some length')).flat());
    await bench.clock.advance(60_000);
    expect([bench.log.get(ROOM).snapshot, bench.log.get(ROOM).updates.length]).toEqual([null, 600]);
    expect(bench.logged).toContain('a snapshot does not equal its log; the log stays');
  });

  it('[Q7] a snapshot equals what it replaces, for any history, and forgets what was deleted', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const session = new EditingSession(seededRandom(seed), 3);
      const updates = Array.from({ length: 150 }, () => session.step())
        .flat()
        .map(({ update }) => update);
      const snapshot = buildSnapshot(updates);
      if (!snapshot) throw new Error(`no snapshot for seed ${seed}`);
      expect(contentOf(build([snapshot]))).toBe(contentOf(build(updates)));
    }
  });

  it('[Q7] updates of which one is missing make no snapshot', () => {
    const session = new EditingSession(seededRandom(5), 1);
    const updates = Array.from({ length: 20 }, () => session.step())
      .flat()
      .map(({ update }) => update);
    expect(buildSnapshot(updates)).not.toBeNull();
    expect(buildSnapshot(updates.slice(1))).toBeNull();
  });
});
