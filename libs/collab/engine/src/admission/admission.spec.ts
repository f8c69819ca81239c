import { describe, expect, it } from '@jest/globals';
import { limits } from '@kring/collab-protocol';
import type { RefusalCode } from '@kring/collab-protocol';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { seededRandom } from '../testing/seeded-random.ts';
import { EditingSession } from '../testing/editing-session.ts';
import { addStored } from './add-stored.ts';
import { admit } from './admit.ts';
import type { Admission } from './admit.ts';
import { StructIndex } from './struct-index.ts';

const rootNames = new Set(['body']);
const MINE = 70_001;
const THEIRS = 70_002;

/** A document on the server with a paragraph of each of two people; what I send next is tried on it. */
class Room {
  readonly index = new StructIndex();
  readonly stored: Uint8Array[] = [];
  readonly mine = new Y.Doc();

  constructor() {
    for (const client of [MINE, THEIRS]) {
      const doc = new Y.Doc();
      doc.clientID = client;
      doc.getXmlFragment('body').insert(0, [new Y.XmlText('hello')]);
      const update = Y.encodeStateAsUpdate(doc);
      this.stored.push(update);
      addStored(this.index, update);
      Y.applyUpdate(this.mine, update);
    }
    this.mine.clientID = MINE;
  }

  send(bytes: Uint8Array): Admission {
    return admit(bytes, this.index, { isOwn: (client) => client === MINE, rootNames });
  }

  refusal(bytes: Uint8Array): RefusalCode | null {
    const admission = this.send(bytes);
    return admission.kind === 'refused' ? admission.code : null;
  }

  /** The update of one more edit of mine. */
  edit(change: (body: Y.XmlFragment) => void): Uint8Array {
    const before = Y.encodeStateVector(this.mine);
    this.mine.transact(() => change(this.mine.getXmlFragment('body')));
    return Y.encodeStateAsUpdate(this.mine, before);
  }
}

type Write = (encoder: encoding.Encoder) => void;
const uints =
  (...values: number[]): Write =>
  (encoder) => {
    for (const value of values) encoding.writeVarUint(encoder, value);
  };
const text =
  (value: string): Write =>
  (encoder) =>
    encoding.writeVarString(encoder, value);
const any =
  (value: unknown): Write =>
  (encoder) =>
    encoding.writeAny(encoder, value as Parameters<typeof encoding.writeAny>[1]);

/** Bytes by hand, as a hostile page would write them. */
function forge(...writes: Write[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const write of writes) write(encoder);
  });
}

/** One struct of a client at a clock, without deletions. `info` and what follows are the struct's. */
function structOf(client: number, clock: number, ...struct: Write[]): Uint8Array {
  return forge(uints(1, 1, client, clock), ...struct, uints(0));
}

const info =
  (byte: number): Write =>
  (encoder) =>
    encoding.writeUint8(encoder, byte);
const inBody = (kind: number): Write => forgeInfo(kind, 'body');
function forgeInfo(kind: number, root: string): Write {
  return (encoder) => {
    encoding.writeUint8(encoder, kind);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, root);
  };
}

describe('admission', () => {
  const clock = new Room().index.admittedClock(MINE);
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

  it(`[A1] takes all that editors really make (seed ${seed})`, () => {
    const session = new EditingSession(seededRandom(seed), 3);
    const index = new StructIndex();
    for (let i = 0; i < 1_500; i++) {
      const step = session.step();
      for (const { client, update } of step) {
        const admission = admit(update, index, { isOwn: (id) => id === client, rootNames });
        expect({ i, kind: admission.kind, code: 'code' in admission ? admission.code : '' }).toEqual({
          i,
          kind: 'admitted',
          code: '',
        });
        if (admission.kind === 'admitted')
          for (const advance of admission.advances) index.markStored(advance.client, advance.clock);
      }
    }
    const loaded = new StructIndex();
    addStored(loaded, Y.encodeStateAsUpdate(session.merged()));
    for (const client of index.clients())
      expect([client, loaded.storedClock(client)]).toEqual([client, index.storedClock(client)]);
  });

  it('[A1] takes what was made and deleted in one transaction, which Yjs sends as collected', () => {
    const room = new Room();
    const update = room.edit((body) => {
      body.insert(0, [new Y.XmlElement('paragraph')]);
      const [paragraph] = body.toArray();
      if (paragraph instanceof Y.XmlElement) paragraph.insert(0, [new Y.XmlText('gone')]);
      body.delete(0, 1);
      body.insert(0, [new Y.XmlElement('divider')]);
    });
    expect(Y.decodeUpdate(update).structs.some((struct) => struct instanceof Y.GC)).toBe(true);
    expect(room.refusal(update)).toBeNull();
  });

  it('[A5] tells what it knows from what is new, and keeps deletions that came with what it knows', () => {
    const room = new Room();
    const update = room.edit((body) => body.insert(0, [new Y.XmlText('new')]));
    expect(room.send(update).kind).toBe('admitted');
    expect(room.send(update).kind).toBe('known');
    const deletion = room.edit((body) => body.delete(0, 1));
    const both = Y.mergeUpdates([update, deletion]);
    const again = room.send(both);
    expect(again.kind).toBe('admitted');
    if (again.kind === 'admitted') expect(Y.decodeUpdate(again.bytes).structs).toEqual([]);
  });

  const deepValue = (depth: number): unknown => (depth === 0 ? 1 : [deepValue(depth - 1)]);
  const manyStructs = (count: number): Uint8Array =>
    forge(
      uints(1, count, MINE, clock),
      ...Array.from({ length: count }, () => [inBody(4), text('x')]).flat(),
      uints(0),
    );
  const nested = (depth: number): Uint8Array =>
    forge(
      uints(1, depth, MINE, clock),
      inBody(7),
      uints(0),
      ...Array.from({ length: depth - 1 }, (_, i) => [uints(7, 0, MINE, clock + i, 0)]).flat(),
      uints(0),
    );
  const refused: [string, RefusalCode, (room: Room) => Uint8Array][] = [
    ['[A2] V2', 'not-v1', () => Y.encodeStateAsUpdateV2(new Room().mine)],
    [
      '[A2] a V2 bomb',
      'not-v1',
      () => new Uint8Array([0, 0, 2, 0xa1, 1, 0, 0, 1, 5, 0, 0, 0, 1, 0, 0xff, 0xff, 0xff, 0x7f, 0, 0, 0]),
    ],
    ['[A2] bytes left over', 'not-v1', () => new Uint8Array([0, 0, 0])],
    ['[A2] nothing', 'malformed', () => new Uint8Array()],
    ['[A3] too many bytes', 'too-large', () => new Uint8Array(limits.updateBytes + 1)],
    ['[A3] too many structs', 'too-many-structs', () => manyStructs(limits.updateStructs + 1)],
    ['[A3] a false count of structs', 'too-many-structs', () => forge(uints(1, 2 ** 40, MINE, clock))],
    [
      '[A3] too many deletions',
      'too-many-structs',
      () => forge(uints(0, 1, MINE, limits.updateDeleteRanges + 1)),
    ],
    ['[A4] a client of somebody else', 'foreign-client-id', () => structOf(THEIRS, 6, inBody(4), text('x'))],
    [
      '[A4] a collected stretch in the place of somebody else (fact 1)',
      'foreign-client-id',
      () => structOf(THEIRS, 6, uints(0, 2 ** 30)),
    ],
    ['[A4] a client that nobody has', 'foreign-client-id', () => structOf(1234, 0, inBody(4), text('x'))],
    ['[A5] a gap (T7: pending bomb)', 'clock-gap', () => structOf(MINE, clock + 1, inBody(4), text('x'))],
    [
      '[A5] other content for a known clock (fact 2), and more',
      'clock-overlap',
      () => structOf(MINE, 0, inBody(4), text('x'.repeat(50))),
    ],
    ['[A5] a clock above 2^31', 'gc-not-allowed', () => structOf(MINE, clock, uints(0, 2 ** 31))],
    [
      '[A5] the same client twice',
      'malformed',
      () =>
        forge(
          uints(2, 1, MINE, clock),
          inBody(4),
          text('x'),
          uints(1, MINE, clock + 1),
          inBody(4),
          text('y'),
          uints(0),
        ),
    ],
    ['[A5] a struct without length', 'malformed', () => structOf(MINE, clock, inBody(4), text(''))],
    [
      '[A6] an unknown neighbour',
      'clock-gap',
      () => structOf(MINE, clock, info(0x84), uints(THEIRS, 999), text('x')),
    ],
    [
      '[A6] itself as neighbour',
      'clock-gap',
      () => structOf(MINE, clock, info(0x84), uints(MINE, clock), text('x')),
    ],
    ['[A6] an unknown parent', 'clock-gap', () => structOf(MINE, clock, uints(4, 0, 4321, 0), text('x'))],
    [
      '[A6] a deletion beyond what is known',
      'delete-out-of-range',
      () => forge(uints(0, 1, THEIRS, 1, 0, 7)),
    ],
    ['[A6] a deletion of nobody', 'delete-out-of-range', () => forge(uints(0, 1, 4321, 1, 0, 1))],
    ['[A6] an empty deletion', 'delete-out-of-range', () => forge(uints(0, 1, THEIRS, 1, 0, 0))],
    ['[A7] a skip', 'skip-not-allowed', () => structOf(MINE, clock, uints(10, 5))],
    [
      '[A7] a subdocument',
      'subdocument-not-allowed',
      () => structOf(MINE, clock, inBody(9), text('guid'), any({})),
    ],
    [
      '[A7] a value too deep',
      'too-deep',
      () => structOf(MINE, clock, inBody(8), uints(1), any(deepValue(limits.depth + 1))),
    ],
    [
      '[A7] 5,000 nested arrays (T7: stored poison)',
      'too-deep',
      () => structOf(MINE, clock, inBody(8), uints(1), any(deepValue(5_000))),
    ],
    [
      '[A7] a prototype as key',
      'value-not-allowed',
      () => structOf(MINE, clock, inBody(8), uints(1, 118, 1), text('__proto__'), any({})),
    ],
    [
      '[A7] a prototype as attribute',
      'value-not-allowed',
      () => structOf(MINE, clock, info(0x28), uints(1), text('body'), text('__proto__'), uints(1), any(1)),
    ],
    [
      '[A7] a prototype as mark',
      'value-not-allowed',
      () => structOf(MINE, clock, inBody(6), text('__proto__'), text('{}')),
    ],
    [
      '[A7] a prototype inside a mark',
      'value-not-allowed',
      () => structOf(MINE, clock, inBody(6), text('link'), text('{"a":{"__proto__":1}}')),
    ],
    [
      '[A7] a mark too deep',
      'too-deep',
      () => structOf(MINE, clock, inBody(6), text('link'), text('['.repeat(40) + ']'.repeat(40))),
    ],
    [
      '[A7] a mark that is no JSON',
      'malformed',
      () => structOf(MINE, clock, inBody(6), text('link'), text('{')),
    ],
    ['[A7] a big integer', 'value-not-allowed', () => structOf(MINE, clock, inBody(8), uints(1), any(5n))],
    [
      '[A7] text that is no UTF-8',
      'malformed',
      () =>
        structOf(MINE, clock, inBody(4), (e) => encoding.writeVarUint8Array(e, new Uint8Array([0xff, 0xfe]))),
    ],
    ['[A8] types nested too deep in one update', 'too-deep', () => nested(limits.typeDepth + 1)],
    ['[A9] another root', 'root-not-allowed', () => structOf(MINE, clock, forgeInfo(4, 'attic'), text('x'))],
  ];
  it.each(refused)('%s is refused as %s, and the document goes on', (_, code, make) => {
    const room = new Room();
    expect(room.refusal(make(room))).toBe(code);
    expect(room.refusal(room.edit((body) => body.insert(0, [new Y.XmlText('on')])))).toBeNull();
  });

  it('[A8] bounds depth that is built up over many updates, also after it was loaded from disk', () => {
    const doc = new Y.Doc();
    doc.clientID = MINE;
    let index = new StructIndex();
    let parent: Y.XmlFragment = doc.getXmlFragment('body');
    const stored: Uint8Array[] = [];
    let depth = 0;
    for (; depth < limits.typeDepth + 10; depth++) {
      const before = Y.encodeStateVector(doc);
      const child = new Y.XmlElement('blockquote');
      parent.insert(0, [child]);
      parent = child;
      const update = Y.encodeStateAsUpdate(doc, before);
      if (depth === 100) {
        index = new StructIndex();
        addStored(index, Y.mergeUpdates(stored));
      }
      if (admit(update, index, { isOwn: () => true, rootNames }).kind === 'refused') break;
      stored.push(update);
    }
    expect(depth).toBe(limits.typeDepth);
  });

  it('[A8] refuses neighbours that live in different parents', () => {
    const room = new Room();
    const update = room.edit((body) => {
      const [left, right] = [new Y.XmlText('left'), new Y.XmlText('right')];
      body.insert(0, [left, right]);
    });
    expect(room.refusal(update)).toBeNull();
    const end = room.index.admittedClock(MINE);
    const forged = structOf(MINE, end, info(0xc4), uints(MINE, end - 1, MINE, clock), text('x'));
    expect(room.refusal(forged)).toBe('malformed');
  });

  it('[A6] what somebody else has under way, and is not on disk, cannot be referred to', () => {
    const room = new Room();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(room.mine));
    other.clientID = THEIRS;
    const before = Y.encodeStateVector(other);
    other.getXmlFragment('body').insert(0, [new Y.XmlText('under way')]);
    const theirs = Y.encodeStateAsUpdate(other, before);
    expect(admit(theirs, room.index, { isOwn: (id) => id === THEIRS, rootNames }).kind).toBe('admitted');
    const at = room.index.storedClock(THEIRS);
    const onIt = structOf(MINE, clock, info(0x84), uints(THEIRS, at), text('x'));
    expect([room.refusal(onIt), room.refusal(forge(uints(0, 1, THEIRS, 1, at, 1)))]).toEqual([
      'clock-gap',
      'delete-out-of-range',
    ]);
    room.index.markStored(THEIRS, room.index.admittedClock(THEIRS));
    expect(room.refusal(onIt)).toBeNull();
  });

  it(`[A10] broken updates are refused, or are what they seem, in no time and without a trace (seed ${seed})`, () => {
    const random = seededRandom(seed);
    const session = new EditingSession(random, 1);
    const updates = Array.from({ length: 200 }, () => session.step()).flat();
    const started = performance.now();
    for (let i = 0; i < 10_000; i++) {
      const index = new StructIndex();
      const { client, update } = random.pick(updates);
      const bytes = update.slice(0, random.below(10) === 0 ? random.below(update.length) : update.length);
      for (let flips = random.below(4); flips > 0 && bytes.length > 0; flips--)
        bytes[random.below(bytes.length)] = random.below(256);
      const admission = admit(bytes, index, { isOwn: (id) => id === client, rootNames });
      if (admission.kind !== 'refused') {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, bytes);
        expect(doc.store.pendingStructs).toBeNull();
        expect(Y.getState(doc.store, client)).toBe(index.admittedClock(client));
      } else expect([...index.clients()]).toEqual([]);
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
