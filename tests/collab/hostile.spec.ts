import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import path from 'node:path';
import { Community } from './harness/community.ts';
import { forgedCollection, insertion, insertionV2, uints, v2Bomb } from './harness/forged-updates.ts';
import { HonestPair } from './harness/honest-pair.ts';
import { Installation } from '../../tools/installation.ts';
import { Page } from './harness/page.ts';
import { RawSocket, type RawSocketOptions } from './harness/raw-socket.ts';
import { countStored, headSeqOf, readStoredRoom } from './harness/stored-log.ts';
import { bodyOf, contentHash, tokenOf, typeToken } from './harness/text.ts';
import { until } from './harness/until.ts';
import type { Visitor } from './harness/visitor.ts';

let installation: Installation;
let community: Community;
let room: string;
let anna: Page;
let bram: Page;
let mallory: Visitor;
let honest: HonestPair;
const sockets: RawSocket[] = [];

function socketOf(visitor: Visitor, options: RawSocketOptions = {}): RawSocket {
  const socket = new RawSocket(visitor, options);
  sockets.push(socket);
  return socket;
}

async function joined(visitor: Visitor) {
  const socket = socketOf(visitor);
  await socket.greet();
  const { channel, clientId, spareClientIds } = await socket.join(room);
  const send = (...updates: Uint8Array[]) => socket.send({ type: 'update', channel, clientSeq: 1, updates });
  return { socket, channel, clientId, spareClientIds, send };
}

/** Both honest people type, see each other's words, are told that these are saved, and so they are. */
async function expectUsable(): Promise<void> {
  const tokens = await honest.typeAndAgree();
  const stored = await readStoredRoom(installation.databaseUrl, room);
  expect(contentHash(stored.doc)).toBe(contentHash(anna.room.doc));
  for (const token of tokens) expect(bodyOf(stored.doc).toString().split(token)).toHaveLength(2);
}

beforeAll(async () => {
  installation = await Installation.start();
  community = await Community.found(installation);
  room = await community.addNote('Onder aanval');
  honest = await HonestPair.open(community, room);
  ({ anna, bram } = honest);
  mallory = await community.invite('participant');
  await expectUsable();
}, 180_000);

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  expect(installation.crashes).toBe(0);
  await expectUsable();
}, 30_000);

afterAll(async () => {
  await honest?.close();
  await installation?.stop();
}, 60_000);

describe('an update that would silence somebody (fact 1)', () => {
  it('is refused, and the victim goes on being heard', async () => {
    const { socket, send } = await joined(mallory);
    const victim = anna.room.doc.clientID;
    const clock = anna.room.doc.store.clients.get(victim)?.at(-1)?.id.clock ?? 0;
    send(forgedCollection(victim, clock + 1, 1_000_000));
    expect((await socket.next('refused')).code).toBe('foreign-client-id');
  });

  it('is refused also under an own id when the length would break the clock', async () => {
    const { socket, clientId, send } = await joined(mallory);
    send(forgedCollection(clientId, 0, 2 ** 31));
    expect((await socket.next('refused')).code).toBe('gc-not-allowed');
  });

  it('is refused under an id that nobody was given', async () => {
    const { socket, send } = await joined(mallory);
    send(forgedCollection(4_000_000_000, 0, 5));
    expect((await socket.next('refused')).code).toBe('foreign-client-id');
  });
});

describe('two contents under one clock (fact 2)', () => {
  it('the second is not stored, and all copies stay equal by content', async () => {
    const { socket, clientId, send, channel } = await joined(mallory);
    send(insertion(clientId, 'the first'));
    await socket.next('ack');
    socket.send({ type: 'update', channel, clientSeq: 2, updates: [insertion(clientId, 'a forged')] });
    await until(
      () => 'an answer',
      () => socket.frames.some(({ type }) => type === 'ack' || type === 'refused'),
    );
    const { doc } = await readStoredRoom(installation.databaseUrl, room);
    expect(bodyOf(doc).toString()).toContain('the first');
    expect(bodyOf(doc).toString()).not.toContain('a forged');
  });

  it('words written under the id of somebody else are refused', async () => {
    const { socket, send } = await joined(mallory);
    send(insertion(bram.room.doc.clientID, 'in the name of another'));
    expect((await socket.next('refused')).code).toBe('foreign-client-id');
  });
});

describe('updates in the V2 encoding (fact 3)', () => {
  it.each([1_000_000, 20_000_000, 2_000_000_000])(
    'a bomb of %d structs is refused at once',
    async (count) => {
      const { socket, send } = await joined(mallory);
      const begin = Date.now();
      send(v2Bomb(count));
      await socket.next('refused');
      expect(Date.now() - begin).toBeLessThan(1_000);
    },
  );

  it('an ordinary one is refused as well', async () => {
    const { socket, clientId, send } = await joined(mallory);
    send(insertionV2(clientId, 'version two'));
    await socket.next('refused');
    const { doc } = await readStoredRoom(installation.databaseUrl, room);
    expect(bodyOf(doc).toString()).not.toContain('version two');
  });
});

describe('lengths that lie (fact 4)', () => {
  it('lib0 is one that never reads beyond its buffer', () => {
    const manifest = path.resolve(import.meta.dirname, '../../node_modules/lib0/package.json');
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
    const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
    expect([major, minor, patch >= 120]).toEqual([0, 2, true]);
  });

  it('get nothing back but the end of the connection', async () => {
    const { socket, channel } = await joined(mallory);
    const before = socket.frames.length;
    // Presence with a cursor of 400 bytes, of which none follow.
    socket.sendBytes(new Uint8Array(uints(4, channel, 400)));
    await socket.untilClosed();
    const after = socket.frames.slice(before).filter(({ type }) => type !== 'presence');
    expect(after).toEqual([{ type: 'error', code: 'protocol-error' }]);
  });

  it('and noise closes the connection, never the server', async () => {
    for (let round = 0; round < 40; round++) {
      const socket = socketOf(mallory);
      await socket.greet();
      for (let count = 0; count < 5; count++) socket.sendBytes(randomBytes(1 + ((round * 7) % 200)));
      await delay(5);
      socket.close();
    }
  }, 60_000);
});

describe('pages of others (fact 5)', () => {
  it.each(['websocket', 'polling'] as const)(
    '%s: a foreign Origin is refused, our own is let in',
    async (transport) => {
      const foreign = socketOf(mallory, { transport, origin: 'https://evil.example' });
      expect(await foreign.isLetIn()).toBe(false);
      const own = socketOf(mallory, { transport, origin: installation.address });
      expect(await own.isLetIn()).toBe(true);
    },
  );

  it('a WebSocket without Origin is refused', async () => {
    expect(await socketOf(mallory, { origin: null }).isLetIn()).toBe(false);
  });

  it('nobody is let in without signing in', async () => {
    expect(await socketOf(mallory, { cookie: '' }).isLetIn()).toBe(false);
    expect(await socketOf(mallory, { cookie: 'kring=AAAA' }).isLetIn()).toBe(false);
  });
});

describe('a connection that comes back (fact 6)', () => {
  it('has no state to recover: it gets nothing before it says hello and is asked about anew', async () => {
    const visitor = await community.invite('participant');
    const first = await joined(visitor);
    expect(first.socket.socket.recovered ?? false).toBe(false);
    const sid = first.socket.socket.id;
    expect((first.socket.socket as unknown as { _pid?: string })._pid).toBeUndefined();
    first.socket.socket.io.engine.close();
    await first.socket.untilClosed();
    await community.remove(visitor);

    const second = socketOf(visitor, { auth: { pid: sid, offset: '0' } });
    await second.isLetIn();
    honest.type(anna);
    await anna.untilSaved();
    await delay(200);
    expect(second.socket.recovered ?? false).toBe(false);
    expect(second.frames).toEqual([]);
    await second.greet();
    second.send({ type: 'join', room, generation: 0, seq: 0, clientId: first.clientId });
    expect((await second.next('closed')).code).toBe('not-found');
  });
});

describe('rights at each write', () => {
  it('somebody who may only read sends updates and cursors: nothing is stored and nothing is shown', async () => {
    const observer = await community.invite('observer');
    const { socket, clientId, channel, send } = await joined(observer);
    const head = await headSeqOf(installation.databaseUrl, room);
    send(insertion(clientId, 'from the gallery'));
    expect((await socket.next('refused')).code).toBe('no-access');
    socket.send({ type: 'presence', channel, cursor: new TextEncoder().encode('{"anchor":1}') });
    await delay(500);
    expect(await countStored(installation.databaseUrl, room, observer.personId, head)).toBe(0);
    expect(anna.room.people.map(({ personId }) => personId)).toContain(observer.personId);
    expect(anna.room.awareness.getStates().get(clientId)?.['cursor'] ?? null).toBeNull();
  });

  it('somebody who is removed while typing: the room closes within a second and nothing more is stored', async () => {
    const visitor = await community.invite('participant');
    const { socket, clientId, channel } = await joined(visitor);
    let clientSeq = 1;
    let clock = 0;
    const timer = setInterval(() => {
      // A page that was changed to ignore what it is told.
      const update = new Uint8Array([...uints(1, 1, clientId, clock, 0, 1, 0)]);
      socket.send({ type: 'update', channel, clientSeq, updates: [update] });
      clientSeq += 1;
      clock += 1;
    }, 5);
    await socket.next('ack');
    await community.remove(visitor);
    const removedAt = Date.now();
    const head = await headSeqOf(installation.databaseUrl, room);
    expect((await socket.next('closed')).code).toBe('access-lost');
    expect(Date.now() - removedAt).toBeLessThan(1_000);
    await delay(1_000);
    clearInterval(timer);
    expect(await countStored(installation.databaseUrl, room, visitor.personId, head)).toBe(0);
  });

  it('somebody who becomes an observer while typing reads on, and nothing more is stored', async () => {
    const visitor = await community.invite('participant');
    const page = new Page(visitor, room);
    await page.untilReady();
    typeToken(page.room.doc, tokenOf('demoted', 1), Math.random);
    await page.untilSaved();
    await community.changeRole(visitor, 'observer');
    await page.until('read-only', ({ room: { status } }) => status.access === 'read', 1_000);
    expect(page.room.status.reason).toBe('role-observer');
    const head = await headSeqOf(installation.databaseUrl, room);
    typeToken(page.room.doc, tokenOf('demoted', 2), Math.random);
    await delay(500);
    expect(await countStored(installation.databaseUrl, room, visitor.personId, head)).toBe(0);
    expect(page.room.status.saving).toBe('kept-on-device');
    await community.changeRole(visitor, 'participant');
    await page.untilSaved(5_000);
    await page.close();
  });

  it('somebody whose sign-in ended while the page was offline is told so when it comes back', async () => {
    const visitor = await community.invite('participant');
    const before = new Page(visitor, room);
    await before.untilReady();
    await before.close();
    expect(before.device.copies.size).toBe(1);
    await visitor.signOut();
    const page = new Page(visitor, room, { device: before.device });
    await page.until('signed out', ({ client }) => client.state === 'signed-out', 5_000);
    await until(
      () => 'the copies to go',
      () => page.device.copies.size === 0,
      2_000,
    );
    await page.close();
  });

  it('somebody who signs out elsewhere: the connection ends and local copies are wiped', async () => {
    const visitor = await community.invite('participant');
    const page = new Page(visitor, room);
    await page.untilReady();
    typeToken(page.room.doc, tokenOf('gone', 1), Math.random);
    await page.untilSaved();
    await until(
      () => 'a local copy',
      () => page.device.copies.size === 1,
    );
    await visitor.signOut();
    await page.until('signed out', ({ client }) => client.state === 'signed-out', 2_000);
    await until(
      () => 'the copies to go',
      () => page.device.copies.size === 0 && page.device.edits.size === 0,
      2_000,
    );
    await page.close();
  });
});
