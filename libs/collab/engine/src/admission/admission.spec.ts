import { describe, expect, it } from '@jest/globals';
import { limits } from '@kring/collab-protocol';
import type { RefusalCode } from '@kring/collab-protocol';
import * as Y from 'yjs';
import { seededRandom } from '../testing/seeded-random.ts';
import { EditingSession } from '../testing/editing-session.ts';
import { buildSnapshot } from '../compaction/build-snapshot.ts';
import { hostileUpdates } from '../testing/hostile/corpus.ts';
import type { Target } from '../testing/hostile/hostile-update.ts';
import { byte, forge, inRoot, structOf } from '../testing/hostile/forge.ts';
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

  target(): Target {
    const { index } = this;
    return {
      own: MINE,
      ownClock: index.admittedClock(MINE),
      other: THEIRS,
      otherClock: index.admittedClock(THEIRS),
    };
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

  it.each(hostileUpdates)('$name is refused as $code, and the document goes on', ({ code, make }) => {
    const room = new Room();
    expect(room.refusal(make(room.target()))).toBe(code);
    expect(room.refusal(room.edit((body) => body.insert(0, [new Y.XmlText('on')])))).toBeNull();
  });

  it('[A1] opens what it took when a snapshot has made one long collected stretch of many', () => {
    const room = new Room();
    for (let clock = 6, length = 2 ** 24; clock < 2 ** 26; clock += length) {
      const admission = room.send(structOf(MINE, clock, byte(0), length));
      expect(admission.kind).toBe('admitted');
      if (admission.kind === 'admitted') room.stored.push(admission.bytes);
    }
    const snapshot = buildSnapshot(room.stored);
    const opened = new StructIndex();
    addStored(opened, snapshot ?? new Uint8Array());
    expect(opened.storedClock(MINE)).toBe(room.index.admittedClock(MINE));
  });

  it.each([
    ['brackets in words', JSON.stringify({ href: '['.repeat(200) })],
    ['quotes and backslashes before brackets', JSON.stringify({ href: `\\"${'{'.repeat(200)}\\` })],
    ['many arrays beside each other', JSON.stringify(Array.from({ length: 200 }, () => [[]]))],
    ['the deepest that is allowed', '['.repeat(limits.depth) + ']'.repeat(limits.depth)],
  ])('[A7] takes a mark with %s', (_, json) => {
    const room = new Room();
    expect(room.refusal(structOf(MINE, clock, inRoot(6), 'link', json))).toBeNull();
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
    const forged = structOf(MINE, end, byte(0xc4), MINE, end - 1, MINE, clock, 'x');
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
    const onIt = structOf(MINE, clock, byte(0x84), THEIRS, at, 'x');
    expect([room.refusal(onIt), room.refusal(forge(0, 1, THEIRS, 1, at, 1))]).toEqual([
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
