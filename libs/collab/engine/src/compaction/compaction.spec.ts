import { beforeEach, describe, expect, it } from '@jest/globals';
import { limits } from '@kring/collab-protocol';
import { EngineBench, ROOM, type TestPage } from '../testing/engine-bench.ts';
import { MemoryBus } from '../testing/memory-bus.ts';
import { buildSnapshot } from './build-snapshot.ts';

const LARGE = 200_000;
const SECOND = 1_000;

describe('a log that stays small', () => {
  let bench: EngineBench;
  beforeEach(() => {
    bench = new EngineBench();
  });

  /** What is kept of the document, in bytes. */
  function keptBytes(): number {
    const { snapshot, updates } = bench.log.get(ROOM);
    return (snapshot?.bytes.length ?? 0) + updates.reduce((sum, { bytes }) => sum + bytes.length, 0);
  }

  /** Writes a large paragraph in the place of the last one. */
  function rewrite(page: TestPage, letter: string): void {
    const body = page.doc.getXmlFragment('body');
    if (body.length > 0) body.delete(0, body.length);
    page.type(letter.repeat(LARGE));
  }

  /** As a page does: what is held back goes again after a moment. */
  async function typeUntilTaken(page: TestPage): Promise<void> {
    const updates = page.write('more');
    for (let turn = 0; turn < 2 && page.last('ack') === undefined; turn++) {
      page.clientSeq = 0;
      page.submit(updates);
      await bench.clock.advance(SECOND);
    }
    expect(page.last('ack')).toMatchObject({ clientSeq: 1 });
    expect(page.all('refused').filter(({ code }) => code !== 'busy')).toEqual([]);
  }

  it('[Q7] a few large updates become a snapshot too, soon after the last one', async () => {
    const page = await bench.enter('anna');
    const kept: number[] = [];
    for (let turn = 0; turn < 60; turn++) {
      rewrite(page, 'ab'[turn % 2] ?? '');
      await bench.clock.advance(SECOND);
      kept.push(keptBytes());
    }
    expect(page.all('refused')).toEqual([]);
    // A snapshot, and what came since the one before it.
    expect(Math.max(...kept)).toBeLessThan(2 * (1024 * 1024 + 2 * LARGE));
    expect(await bench.stored()).toBe(page.text());
  });

  it('[Q7] a large log of a room that everybody has left becomes a snapshot, however few updates it has', async () => {
    const page = await bench.enter('anna');
    for (const letter of 'ab') rewrite(page, letter);
    await bench.clock.advance(SECOND);
    expect(bench.log.get(ROOM).snapshot).toBeNull();
    page.handle?.closed();
    await bench.clock.advance(60 * SECOND);
    expect(keptBytes()).toBeLessThan(1.1 * LARGE);
  });

  it('[B7] a document that is full of what was taken out again holds back what comes, and refuses nothing', async () => {
    const writer = await bench.enter('anna');
    writer.submit(Array.from({ length: 600 }, () => writer.write('a line of some length')).flat());
    await bench.clock.advance(SECOND / 5);
    expect(bench.log.get(ROOM).snapshot).not.toBeNull();
    // Many people together are faster than a log becomes small.
    for (let person = 0; person < 7; person++) {
      const page = await bench.enter(`person ${person}`);
      for (const letter of 'abcd') rewrite(page, letter);
    }
    await bench.clock.advance(SECOND / 5);
    expect(keptBytes()).toBeGreaterThan(limits.documentBytes);
    const other = await bench.enter('diana');
    other.type('more');
    expect(other.last('refused')).toMatchObject({ code: 'busy' });
    await bench.clock.advance(SECOND);
    await typeUntilTaken(await bench.enter('eva'));
  });

  it('[B7] a document of which hardly anything can go is looked at again after a while', async () => {
    const pages = await Promise.all(['anna', 'bram'].map((name) => bench.enter(name)));
    for (let paragraph = 0; paragraph < 24; paragraph++) {
      pages[paragraph % 2]?.type('x'.repeat(LARGE));
      await bench.clock.advance(SECOND);
    }
    const [page] = pages;
    const body = page?.doc.getXmlFragment('body');
    for (let turn = 0; turn < 8; turn++) {
      body?.delete(body.length - 1, 1);
      page?.type('y'.repeat(LARGE / 2));
      await bench.clock.advance(SECOND);
    }
    expect(page?.last('refused')).toMatchObject({ code: 'document-full' });
    await bench.clock.advance(30 * SECOND);
    await typeUntilTaken(await bench.enter('chris'));
  });

  it('[B7] a document that is full says so when its log cannot be made smaller', async () => {
    bench = new EngineBench({ compactor: () => Promise.resolve(null) });
    const page = await bench.enter('anna');
    for (let turn = 0; turn < 40; turn++) {
      rewrite(page, 'ab'[turn % 2] ?? '');
      await bench.clock.advance(SECOND);
    }
    expect(page.last('refused')).toMatchObject({ code: 'document-full' });
  });

  it('[B7] a process counts no longer what another one has made small', async () => {
    const bus = new MemoryBus();
    const near = new EngineBench({ bus: bus.station('near') });
    bench = new EngineBench({ bus: bus.station('far'), beside: near });
    const [writer, reader] = [await near.enter('anna'), await bench.enter('bram')];
    for (let turn = 0; turn < 3 * (limits.documentBytes / LARGE); turn++) {
      rewrite(writer, 'ab'[turn % 2] ?? '');
      await near.clock.advance(SECOND);
    }
    expect(writer.all('refused')).toEqual([]);
    await typeUntilTaken(reader);
  });

  it('[Q7] is compacted at its own pace: not at each update of a text that is large itself', async () => {
    let built = 0;
    bench = new EngineBench({
      compactor: (updates) => {
        built += 1;
        return Promise.resolve(buildSnapshot(updates));
      },
    });
    const page = await bench.enter('anna');
    for (let paragraph = 0; paragraph < 20; paragraph++) page.type('x'.repeat(LARGE));
    await bench.clock.advance(2 * SECOND);
    const before = built;
    for (let turn = 0; turn < 20; turn++) {
      page.type('y'.repeat(1_000));
      await bench.clock.advance(SECOND);
    }
    expect(built).toBe(before);
  });
});
