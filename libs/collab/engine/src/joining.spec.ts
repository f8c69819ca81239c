import { beforeEach, describe, expect, it } from '@jest/globals';
import { limits } from '@kring/collab-protocol';
import { EngineBench, ROOM, type TestPage } from './testing/engine-bench.ts';
import { settled } from './testing/fake-clock.ts';

describe('joining', () => {
  let bench: EngineBench;
  beforeEach(() => {
    bench = new EngineBench();
  });

  it('[O1] brings the difference to a copy, the whole to none, nothing to one that is up to date', async () => {
    const writer = await bench.enter('anna');
    for (const text of ['one', 'two', 'three']) {
      writer.type(text);
      await bench.clock.advance(50);
    }
    const whole = await bench.enter('bram');
    expect(whole.last('joined')).toMatchObject({ seq: 3, isSnapshot: true, generation: 1 });
    expect(whole.text()).toBe('|one||two||three|');
    const behind = await bench.enter('bram', { generation: 1, seq: 1 });
    expect([behind.last('joined')?.isSnapshot, behind.last('joined')?.updates.length]).toEqual([false, 2]);
    const level = await bench.enter('bram', { generation: 1, seq: 3 });
    expect([level.last('joined')?.isSnapshot, level.last('joined')?.updates.length]).toEqual([false, 0]);
    const ahead = await bench.enter('bram', { generation: 1, seq: 30 });
    expect([ahead.last('joined')?.isSnapshot, ahead.text()]).toEqual([true, '|one||two||three|']);
  });

  it('[O1] reads the difference from the log when it is no longer in memory', async () => {
    const writer = await bench.enter('anna');
    for (let i = 0; i < 40; i++) {
      writer.type(`${i} ${'x'.repeat(4_000)}`);
      await bench.clock.advance(50);
    }
    const behind = await bench.enter('bram', { generation: 1, seq: 2 });
    expect([behind.last('joined')?.isSnapshot, behind.last('joined')?.updates.length]).toEqual([false, 38]);
  });

  it.each([
    ['a page without a copy asks for all it needs at once', {}, ['clientIdsOf', 'issueClientIds']],
    [
      'a page with a copy is given an id once it is known whether it has one',
      { generation: 1 },
      ['clientIdsOf'],
    ],
  ])('[O1] %s', async (_what, join, expected) => {
    const asked: string[] = [];
    bench.log.fault = (method) => {
      if (method === 'load') return undefined;
      asked.push(method);
      return new Promise(() => undefined);
    };
    await bench.enter('anna', join);
    expect(asked).toEqual(expected);
  });

  describe('a long text', () => {
    const words = 'Bewoners zien dat wonen, werk en zorg dicht bij elkaar liggen. ';
    const bytesTo = (page: TestPage) => page.sent.reduce((sum, { bytes }) => sum + bytes.length, 0);
    let writer: TestPage;
    beforeEach(async () => {
      writer = await bench.enter('anna');
      for (let count = 0; count < 10; count++) writer.type(words.repeat(100));
      // What was read when the first came is forgotten by then.
      await bench.clock.advance(3_100);
    });

    it('[O6] is packed once for all who come together', async () => {
      const pages = await Promise.all(['bram', 'carla', 'dirk'].map((name) => bench.enter(name)));
      expect(bench.packed).toBe(1);
      for (const page of pages) {
        expect(page.text()).toBe(writer.text());
        expect(bytesTo(page)).toBeLessThan(writer.text().length / 2);
      }
    });

    it('[O6] is packed for those who lack much of it, and not for those who lack little', async () => {
      await bench.enter('bram', { generation: 1, seq: 9 });
      await bench.enter('carla', { generation: 1, seq: 10 });
      expect(bench.packed).toBe(0);
      const behind = await bench.enter('dirk', { generation: 1, seq: 4 });
      expect([bench.packed, behind.last('joined')?.updates.length]).toEqual([1, 6]);
    });

    it('[O6] is read before what was written meanwhile', async () => {
      const page = bench.connect('bram');
      page.hello();
      page.join();
      writer.type('aan het eind');
      await bench.clock.advance(50);
      expect(page.text()).toBe(writer.text());
      const [first] = page.frames.filter(({ type }) => type === 'joined' || type === 'updates');
      expect(first?.type).toBe('joined');
    });

    it('[O6] is tried again where it could not be packed', async () => {
      bench.packFault = new Error('no memory');
      const refused = await bench.enter('bram');
      expect(refused.last('closed')?.code).toBe('unavailable');
      bench.packFault = null;
      expect((await bench.enter('bram')).text()).toBe(writer.text());
    });
  });

  it('[O2] misses nothing that is stored while it joins', async () => {
    const writer = await bench.enter('anna');
    let go = (): void => undefined;
    bench.log.fault = (method) =>
      method === 'clientIdsOf' ? new Promise((resolve) => (go = resolve)) : undefined;
    const joining = bench.connect('bram');
    joining.hello();
    joining.join();
    await settled();
    writer.type('meanwhile');
    await bench.clock.advance(50);
    bench.log.fault = () => undefined;
    go();
    await settled();
    writer.type('after');
    await bench.clock.advance(50);
    expect(joining.text()).toBe('|meanwhile||after|');
  });

  it('[O2] access that changes while somebody joins is asked about again', async () => {
    let go = (): void => undefined;
    bench.log.fault = (method) =>
      method === 'clientIdsOf' ? new Promise((resolve) => (go = resolve)) : undefined;
    await bench.enter('anna');
    const joining = bench.connect('bram');
    joining.hello();
    joining.join();
    await settled();
    bench.log.fault = () => undefined;
    await bench.changeAccess('bram', 'none');
    go();
    await settled();
    expect([joining.all('joined'), joining.last('closed')?.code]).toEqual([[], 'not-found']);
  });

  it('[O3] a copy of another generation is not merged, at the join nor later', async () => {
    const page = await bench.enter('anna');
    bench.log.get(ROOM).generation = 2;
    await bench.engine.refreshAccess();
    expect(page.last('closed')).toMatchObject({ code: 'generation-changed' });
    const again = await bench.enter('anna', { generation: 1, seq: 0 });
    expect(again.last('closed')).toMatchObject({ code: 'generation-changed' });
    const fresh = await bench.enter('anna');
    expect(fresh.last('joined')).toMatchObject({ generation: 2 });
  });

  it('[O4] what is not there and what may not be seen give the same answer', async () => {
    bench.authorizer.access.set('bram', 'none');
    const [forbidden, missing, unknown] = [
      await bench.enter('bram'),
      await bench.enter('anna', { room: 'note:2' }),
      await bench.enter('anna', { room: 'secret:1' }),
    ];
    for (const page of [forbidden, missing, unknown])
      expect(page.last('closed')).toMatchObject({ code: 'not-found', channel: 0, reason: '' });
  });

  it('[O4] a document that goes away closes its room', async () => {
    const page = await bench.enter('anna');
    bench.log.documents.delete(ROOM);
    await bench.engine.refreshAccess();
    expect(page.last('closed')).toMatchObject({ code: 'deleted' });
  });

  it('[L1] is read once, however many come at once', async () => {
    let loads = 0;
    bench.log.fault = (method) => {
      if (method === 'load') loads++;
    };
    const pages = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => bench.enter(name)));
    expect(pages.map((page) => page.last('joined')?.access)).toEqual(Array(5).fill('write'));
    expect(loads).toBe(1);
  });

  it('[L2] leaves memory after the last person, not before what it has to store is stored', async () => {
    const page = await bench.enter('anna');
    bench.log.fault = (method) => {
      if (method === 'append') throw new Error('no database');
    };
    page.type('kept');
    page.handle?.closed();
    await bench.clock.advance(20_000);
    expect(bench.engine.stats().rooms).toBe(1);
    bench.log.fault = () => undefined;
    await bench.clock.advance(20_000);
    expect([bench.engine.stats().rooms, await bench.stored()]).toEqual([0, '|kept|']);
    expect((await bench.enter('bram')).text()).toBe('|kept|');
  });

  it('[L3] what cannot be read is unavailable, never empty, and is tried again', async () => {
    const writer = await bench.enter('anna');
    writer.type('precious');
    await bench.clock.advance(50);
    writer.handle?.closed();
    await bench.clock.advance(10_000);
    const [update] = bench.log.get(ROOM).updates;
    if (!update) throw new Error('nothing stored');
    bench.log.get(ROOM).updates = [{ ...update, bytes: new Uint8Array([1, 2, 3]) }];
    const unlucky = await bench.enter('bram');
    expect([unlucky.last('closed')?.code, unlucky.all('joined')]).toEqual(['unavailable', []]);
    bench.log.get(ROOM).updates = [update];
    expect((await bench.enter('bram')).text()).toBe('|precious|');
  });

  it('[I2] a page gets its own client id back, unless somebody writes with it now or it is of another', async () => {
    const first = await bench.enter('anna');
    const clientId = first.doc.clientID;
    const twin = await bench.enter('anna', { clientId });
    expect(twin.doc.clientID).not.toBe(clientId);
    first.handle?.closed();
    expect((await bench.enter('anna', { clientId })).doc.clientID).toBe(clientId);
    expect((await bench.enter('bram', { clientId })).doc.clientID).not.toBe(clientId);
  });

  it('[I2] also when the connection that has it died without a word', async () => {
    const dead = await bench.enter('anna');
    await bench.clock.advance(2 * limits.pingInterval + 1);
    const again = await bench.enter('anna', { clientId: dead.doc.clientID });
    expect([again.doc.clientID, dead.isClosed]).toEqual([dead.doc.clientID, true]);
  });

  it('[I1] each page writes with ids of its own, handed out with spare ones', async () => {
    const pages = [await bench.enter('anna'), await bench.enter('anna'), await bench.enter('bram')];
    const ids = pages.flatMap((page) => [page.doc.clientID, ...(page.last('joined')?.spareClientIds ?? [])]);
    expect(new Set(ids).size).toBe(pages.length * (1 + limits.spareClientIds));
  });
});
