import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ServerFrame } from '@kring/collab-protocol';
import { contentOf } from './compaction/content-hash.ts';
import { PeerPeople } from './peer-people.ts';
import { EngineBench, ROOM, type TestPage } from './testing/engine-bench.ts';
import { settled } from './testing/fake-clock.ts';
import { MemoryBus } from './testing/memory-bus.ts';
import { seededRandom } from './testing/seeded-random.ts';

/** Who the page has been told is in the room. */
function people(page: TestPage): string[] {
  const known = new Map<number, string>();
  const apply = (changes: Extract<ServerFrame, { type: 'presence' }>['changes']): void => {
    for (const change of changes) {
      if (change.kind === 'here') known.set(change.person.clientId, change.person.personId);
      if (change.kind === 'gone') known.delete(change.clientId);
    }
  };
  for (const frame of page.frames) {
    if (frame.type === 'joined') {
      known.clear();
      apply(frame.people.map((person) => ({ kind: 'here', person })));
    }
    if (frame.type === 'presence') apply(frame.changes);
  }
  return [...known.values()].sort();
}

describe('people in other processes', () => {
  const anna = { clientId: 7, personId: 'anna', name: 'Anna', affiliation: '', colour: 1 } as const;
  const person = { ...anna, access: 'write' as const, cursor: new Uint8Array() };

  it('[W3] are gone only when the process says so that told of them last', () => {
    const people = new PeerPeople();
    people.apply('one', [{ kind: 'here', person }]);
    people.apply('other', [{ kind: 'here', person }]);
    expect(people.apply('one', [{ kind: 'gone', clientId: 7 }])).toEqual([]);
    expect(people.forget('one')).toEqual([]);
    expect(people.all()).toEqual([person]);
    expect(people.forget('other')).toEqual([{ kind: 'gone', clientId: 7 }]);
    expect(people.all()).toEqual([]);
  });
});

describe('several processes', () => {
  let bus: MemoryBus;
  let one: EngineBench;
  let other: EngineBench;
  beforeEach(() => {
    bus = new MemoryBus();
    one = new EngineBench({ bus: bus.station('one') });
    other = new EngineBench({ bus: bus.station('other'), beside: one });
  });
  const pass = (milliseconds: number) => one.clock.advance(milliseconds);

  it('[W1] brings what one process stored to the people in another', async () => {
    const [writer, reader] = [await one.enter('anna'), await other.enter('bram')];
    await pass(100);
    writer.type('hello');
    await settled();
    expect(reader.text()).toContain('hello');
    reader.type('and back');
    await pass(50);
    expect(writer.text()).toContain('and back');
    expect(contentOf(writer.doc)).toBe(contentOf(reader.doc));
  });

  it('[W1] makes up for a lost hint by looking into the log', async () => {
    const [writer, reader] = [await one.enter('anna'), await other.enter('bram')];
    bus.isLost = ({ type }) => type === 'moved';
    writer.type('hello');
    await pass(1_000);
    expect(reader.text()).not.toContain('hello');
    await pass(15_000);
    expect(reader.text()).toContain('hello');
  });

  it('[W2] keeps numbers without holes when both write and answers take their time', async () => {
    const seed = 11;
    const random = seededRandom(seed);
    const pages: TestPage[] = [];
    for (let i = 0; i < 6; i++) pages.push(await (i % 2 ? one : other).enter(`p${i}`));
    one.log.afterAppend = () => new Promise((resolve) => void one.clock.after(random.below(30), resolve));
    one.log.fault = (method) =>
      method === 'readSince' && random.below(2) === 0
        ? new Promise((resolve) => void one.clock.after(random.below(30), resolve))
        : undefined;
    for (let turn = 0; turn < 120; turn++) {
      random.pick(pages).type(`t${turn} `);
      await pass(random.below(12));
    }
    await pass(20_000);
    const { headSeq, updates } = one.log.get(ROOM);
    expect({ seed, headSeq, seqs: updates.map(({ seq }) => seq) }).toEqual({
      seed,
      headSeq: 120,
      seqs: Array.from({ length: 120 }, (_, at) => at + 1),
    });
    for (const page of pages) {
      expect(page.isClosed).toBe(false);
      expect(page.all('refused')).toEqual([]);
      expect(contentOf(page.doc)).toBe(contentOf(pages[0]?.doc ?? page.doc));
      for (let turn = 0; turn < 120; turn++) expect(page.text()).toContain(`t${turn} `);
    }
  });

  it('[W3] shows who is in by way of another process, with the caret, until that process goes', async () => {
    const [anna, bram] = [await one.enter('anna'), await other.enter('bram')];
    await pass(100);
    expect(people(anna)).toEqual(['anna', 'bram']);
    expect(people(bram)).toEqual(['anna', 'bram']);
    const cursor = new TextEncoder().encode('{"at":1}');
    anna.say({ type: 'presence', channel: anna.channel, cursor });
    await pass(100);
    expect(bram.last('presence')?.changes).toEqual([{ kind: 'cursor', clientId: anna.doc.clientID, cursor }]);
    const carla = await other.enter('carla');
    expect(people(carla)).toEqual(['anna', 'bram', 'carla']);
    expect(carla.last('joined')?.people.find(({ personId }) => personId === 'anna')?.cursor).toEqual(cursor);
    bus.lose('one');
    await pass(100);
    expect(people(bram)).toEqual(['bram', 'carla']);
  });

  it('[W3] does not lose somebody who moved from one process to another', async () => {
    const bram = await other.enter('bram');
    const before = await one.enter('anna');
    await pass(100);
    const after = await other.enter('anna');
    await pass(100);
    before.handle?.closed();
    await pass(100);
    expect(people(bram)).toEqual(['anna', 'bram']);
    expect(people(after)).toEqual(['anna', 'bram']);
    after.handle?.closed();
    await pass(100);
    expect(people(bram)).toEqual(['bram']);
  });

  it('[W3] does not lose somebody who came back here before the other process knew', async () => {
    const bram = await other.enter('bram');
    bus.isLost = () => true;
    const before = await one.enter('anna');
    const { clientID: clientId } = before.doc;
    const after = await other.enter('anna', { generation: 1, seq: 0, clientId });
    expect(after.doc.clientID).toBe(clientId);
    bus.isLost = () => false;
    bus.switch(true);
    await pass(100);
    before.handle?.closed();
    await pass(100);
    expect(people(bram)).toEqual(['anna', 'bram']);
  });

  it('[W3] tells nobody whose access is being asked about who is in elsewhere', async () => {
    await one.enter('anna');
    const bram = await other.enter('bram');
    await pass(100);
    one.authorizer.before = ({ personId }) =>
      personId === 'bram' ? new Promise<void>(() => undefined) : undefined;
    await other.changeAccess('bram', 'none');
    const before = bram.frames.length;
    await one.enter('carla');
    await pass(500);
    expect(bram.frames.slice(before)).toEqual([]);
  });

  it('[W4] reads the log before it lets in a page that knows more', async () => {
    const reader = await other.enter('bram');
    bus.isLost = () => true;
    const writer = await one.enter('anna');
    writer.type('hello');
    await pass(100);
    const { generation, seq } = { generation: 1, seq: writer.last('ack')?.seq ?? 0 };
    const moved = await other.enter('anna', { generation, seq });
    await pass(50);
    expect(moved.last('joined')).toMatchObject({ seq: 1, updates: [], isSnapshot: false });
    expect(reader.text()).toContain('hello');
  });

  it('[W4] lets in a page without a copy when the log is further', async () => {
    await other.enter('bram');
    await pass(5_000);
    bus.isLost = () => true;
    (await one.enter('anna')).type('hello');
    await pass(100);
    const late = await other.enter('carla');
    await pass(100);
    expect(late.text()).toContain('hello');
  });

  it('[W4] lets in a page that only says that it knows more', async () => {
    const page = await other.enter('anna', { generation: 1, seq: 1_000_000 });
    await pass(50);
    expect(page.last('joined')).toMatchObject({ seq: 0, isSnapshot: true });
    let reads = 0;
    one.log.fault = (method) => void (method === 'readSince' && reads++);
    page.type('hello');
    await pass(50);
    expect(page.last('ack')?.seq).toBe(1);
    expect(reads).toBe(0);
  });

  it('[W5] looks into the log every second while nothing is heard, and makes up for it after', async () => {
    const [writer, reader] = [await one.enter('anna'), await other.enter('bram')];
    await pass(100);
    bus.switch(false);
    await pass(50);
    writer.type('hello');
    await pass(1_100);
    expect(reader.text()).toContain('hello');
    const carla = await one.enter('carla');
    await pass(100);
    expect(people(reader)).toEqual(['anna', 'bram']);
    bus.switch(true);
    await pass(100);
    expect(people(reader)).toEqual(['anna', 'bram', 'carla']);
    expect(people(carla)).toEqual(['anna', 'bram', 'carla']);
  });

  it('[W6] gives no client id that somebody in another process writes with', async () => {
    const page = await one.enter('anna');
    await other.enter('bram');
    await pass(100);
    const clientId = page.doc.clientID;
    const elsewhere = await other.enter('anna', { generation: 1, seq: 0, clientId });
    expect(elsewhere.doc.clientID).not.toBe(clientId);
    page.handle?.closed();
    await pass(100);
    const later = await other.enter('anna', { generation: 1, seq: 0, clientId });
    expect(later.doc.clientID).toBe(clientId);
  });

  it('[W7] tells nothing where nobody else is', async () => {
    bus.lose('other');
    bus.told.length = 0;
    const page = await one.enter('anna');
    page.type('hello');
    await pass(100);
    expect(bus.told).toEqual([]);
  });

  it('[P4] sends nothing that was stored elsewhere after access was lost', async () => {
    const [writer, reader] = [await one.enter('anna'), await other.enter('bram')];
    await pass(100);
    // The hint that there is more comes before the event that somebody may no longer read it.
    one.authorizer.access.set('bram', 'none');
    one.log.get(ROOM).accessVersion++;
    writer.type('secret');
    await pass(100);
    expect(reader.text()).not.toContain('secret');
    expect(reader.last('closed')).toMatchObject({ code: 'access-lost' });
  });
});
