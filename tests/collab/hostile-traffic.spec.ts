import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { hostileUpdates, type Target } from '@kring/collab-engine/testing/hostile';
import { type ClientFrame, encodeClientFrame, limits } from '@kring/collab-protocol';
import { endpoints } from '@kring/contracts';
import * as Y from 'yjs';
import { Installation } from '../../tools/installation.ts';
import { Community } from './harness/community.ts';
import { insertion, uints } from './harness/forged-updates.ts';
import { HonestPair } from './harness/honest-pair.ts';
import type { Page } from './harness/page.ts';
import { RawSocket } from './harness/raw-socket.ts';
import { ResourceMeter } from './harness/resources.ts';
import { requestHead, SlowConnection, upgradeHeaders } from './harness/slow-connection.ts';
import { countStored, headSeqOf, readStoredRoom } from './harness/stored-log.ts';
import { contentHash } from './harness/text.ts';
import { until } from './harness/until.ts';
import type { Visitor } from './harness/visitor.ts';

/** Growth of the server's memory that no attack here may reach, in MiB: far above noise, far below any bomb. */
const MEMORY_BOUND = 200;

/** The first byte of a WebSocket message that ends the connection, and its length: nothing. */
const GOODBYE = '\x88\x00';

let installation: Installation;
let community: Community;
let room: string;
let anna: Page;
let honest: HonestPair;
let mallory: Visitor;
let meter: ResourceMeter;
let memoryBefore = 0;
const open: { close(): void }[] = [];

function keep<T extends { close(): void }>(connection: T): T {
  open.push(connection);
  return connection;
}

async function joined(visitor: Visitor) {
  const socket = keep(new RawSocket(visitor));
  await socket.greet();
  return { socket, ...(await socket.join(room)) };
}

beforeAll(async () => {
  installation = await Installation.start();
  community = await Community.found(installation);
  room = await community.addNote('Onder vuur');
  honest = await HonestPair.open(community, room);
  ({ anna } = honest);
  mallory = await community.invite('participant');
  await honest.typeAndAgree();
  meter = new ResourceMeter(installation.apiPid, installation.postgresPid);
  memoryBefore = meter.sample().apiMemory;
}, 180_000);

afterEach(async () => {
  for (const connection of open.splice(0)) connection.close();
  await honest.typeAndAgree();
  const { doc } = await readStoredRoom(installation.databaseUrl, room);
  expect(contentHash(doc)).toBe(contentHash(anna.room.doc));
  expect(installation.crashes).toBe(0);
  expect(meter.sample().apiMemory - memoryBefore).toBeLessThan(MEMORY_BOUND);
}, 60_000);

afterAll(async () => {
  await honest?.close();
  await installation?.stop();
}, 60_000);

describe('the corpus of hostile updates', () => {
  it('is refused word for word by the running product, and its sender is named in the audit trail', async () => {
    const head = await headSeqOf(installation.databaseUrl, room);
    const victim = anna.room.doc.clientID;
    const other = { other: victim, otherClock: Y.getState(anna.room.doc.store, victim) };
    for (let at = 0; at < hostileUpdates.length; at += 19) {
      const { socket, channel, clientId: own } = await joined(mallory);
      socket.send({ type: 'update', channel, clientSeq: 1, updates: [insertion(own, 'on disk')] });
      await socket.next('ack');
      const target: Target = { ...other, own, ownClock: 2 + 'on disk'.length };
      for (const [index, { name, code, make }] of hostileUpdates.slice(at, at + 19).entries()) {
        socket.send({ type: 'update', channel, clientSeq: index + 2, updates: [make(target)] });
        expect([name, (await socket.next('refused')).code]).toEqual([name, code]);
      }
      socket.close();
    }
    const own = await countStored(installation.databaseUrl, room, mallory.personId, head);
    expect(own).toBe(Math.ceil(hostileUpdates.length / 19));
    const { socket, channel } = await joined(mallory);
    for (let clientSeq = 1; clientSeq < 40; clientSeq++)
      socket.send({ type: 'update', channel, clientSeq, updates: [new Uint8Array([0, 0, 0])] });
    await socket.untilClosed();
    // It is written down beside the closing, not before it.
    await until(
      () => 'who was cut off is named in the audit trail',
      async () => {
        const { items } = await community.administrator.call(endpoints.listAuditEvents, { query: {} });
        return items.some(
          ({ action, actorName, objectId }) =>
            action === 'live.cut-off' && actorName === mallory.name && objectId === room.split(':')[1],
        );
      },
    );
  }, 120_000);
});

describe('a flood', () => {
  it('of good edits is held back, and what others type meanwhile is saved and seen', async () => {
    const { socket, channel, clientId } = await joined(mallory);
    let clock = 0;
    const pour = setInterval(() => {
      for (let count = 0; count < 50; count++, clock++) {
        const update = new Uint8Array(uints(1, 1, clientId, clock, 0, 1, 0));
        socket.send({ type: 'update', channel, clientSeq: clock + 1, updates: [update] });
      }
    }, 20);
    try {
      await socket.next('refused').then(({ code }) => expect(code).toBe('busy'));
      for (let rounds = 0; rounds < 5; rounds++) await honest.typeAndAgree();
      expect(clock).toBeGreaterThan(limits.updateFramesBurst);
    } finally {
      clearInterval(pour);
    }
  }, 60_000);

  it('of small questions ends the connection', async () => {
    const { socket } = await joined(mallory);
    for (let count = 0; count < 2_000; count++) socket.send({ type: 'ping' });
    await socket.untilClosed();
    expect(socket.frames.at(-1)).toEqual({ type: 'error', code: 'limit' });
  }, 30_000);

  it('of 200,000 names for one cursor ends the connection, and nobody is shown them', async () => {
    const names = Array.from({ length: 200_000 }, (_, index) => `"${index}":{"name":"x"}`).join();
    const tries = [
      `{${names}}`,
      `{${names}}`.slice(0, 400_000),
      `{"name":"${'x'.repeat(limits.cursorBytes)}"}`,
    ];
    for (const cursor of tries) {
      const { socket, channel } = await joined(mallory);
      socket.send({ type: 'presence', channel, cursor: new TextEncoder().encode(cursor) });
      await socket.untilClosed();
    }
    await until(
      () => 'the attacker to be gone',
      () => !anna.room.people.some(({ personId }) => personId === mallory.personId),
    );
    expect(anna.room.awareness.getStates().size).toBeLessThan(5);
  }, 60_000);
});

describe('slow connections', () => {
  const silent: [string, (headers: Record<string, string>) => string][] = [
    [
      'an upgrade without a word after it',
      (own) => requestHead('GET', 'transport=websocket', { ...own, ...upgradeHeaders }),
    ],
    ['the begin of polling, and nothing more', (own) => requestHead('GET', 'transport=polling', own)],
  ];
  it.each(silent)('%s, of somebody who did not sign in, is refused at once', async (_, head) => {
    const connections = Array.from({ length: 50 }, () =>
      keep(new SlowConnection(installation.port, head({ Origin: installation.address }))),
    );
    await until(
      () => `refusals: ${connections[0]?.heard}`,
      () => connections.every(({ heard }) => /^HTTP\/1.1 4\d\d/.test(heard)),
    );
  });

  it('heads and bodies that stop halfway keep nobody else from writing', async () => {
    const own = { Origin: installation.address };
    const half =
      requestHead('POST', 'transport=polling&sid=x', { ...own, 'Content-Length': '900000' }) + '4{"ty';
    const beginnings = ['', requestHead('GET', 'transport=websocket', own, true), half];
    const connections = beginnings.flatMap((beginning) =>
      Array.from({ length: 100 }, () => keep(new SlowConnection(installation.port, beginning))),
    );
    await until(
      () => 'an answer to half a body',
      () => connections.slice(200).every(({ heard }) => heard.startsWith('HTTP/1.1 4')),
    );
    for (let rounds = 0; rounds < 3; rounds++) {
      for (const connection of connections.slice(100, 200)) connection.write('\r\nX-More: 1');
      await honest.typeAndAgree();
    }
  }, 60_000);

  it('of somebody signed in who never says hello are closed in time, over both transports', async () => {
    const own = { Origin: installation.address, Cookie: mallory.cookie };
    const upgraded = keep(
      new SlowConnection(
        installation.port,
        requestHead('GET', 'transport=websocket', { ...own, ...upgradeHeaders }),
      ),
    );
    const sockets = (['websocket', 'polling'] as const).map((transport) =>
      keep(new RawSocket(mallory, { transport })),
    );
    for (const socket of sockets) expect(await socket.isLetIn()).toBe(true);
    const polled = keep(new SlowConnection(installation.port, requestHead('GET', 'transport=polling', own)));
    await until(
      () => `a session in ${polled.heard}`,
      () => /"sid":"[^"]+"/.test(polled.heard),
    );
    const [, sid] = /"sid":"([^"]+)"/.exec(polled.heard) ?? [];
    const half = requestHead('POST', `transport=polling&sid=${sid}`, { ...own, 'Content-Length': '900000' });
    const halfway = keep(new SlowConnection(installation.port, `${half}4{"ty`));
    // A hostile socket need not answer the goodbye; that it was said is what the server can do.
    const hasGoodbye = (): boolean => upgraded.isClosed || upgraded.heard.includes(GOODBYE);
    await until(
      () => 'the server to hang up on all that stay silent',
      () => hasGoodbye() && sockets.every(({ isClosed }) => isClosed) && halfway.isClosed,
      4 * limits.helloTimeout,
    );
  }, 60_000);
});

describe('frames of an older session', () => {
  it('store nothing, whoever says them again, and show nobody anything', async () => {
    const first = await joined(mallory);
    const said: ClientFrame[] = [
      {
        type: 'update',
        channel: first.channel,
        clientSeq: 1,
        updates: [insertion(first.clientId, 'said once')],
      },
      {
        type: 'update',
        channel: first.channel,
        clientSeq: 2,
        updates: [new Uint8Array(uints(0, 1, first.clientId, 1, 0, 1))],
      },
    ];
    const recorded = said.map(encodeClientFrame);
    for (const frame of recorded) first.socket.sendBytes(frame);
    await until(
      () => 'both to be stored',
      () => first.socket.frames.some((frame) => frame.type === 'ack' && frame.clientSeq === 2),
    );
    first.socket.close();
    const head = await headSeqOf(installation.databaseUrl, room);

    const before = keep(new RawSocket(mallory));
    await before.isLetIn();
    for (const frame of recorded) before.sendBytes(frame);
    await before.untilClosed();

    const other = await joined(await community.invite('participant'));
    for (const frame of recorded) other.socket.sendBytes(frame);
    expect((await other.socket.next('refused')).code).toBe('foreign-client-id');

    const again = await joined(mallory);
    for (const frame of recorded) again.socket.sendBytes(frame);
    await again.socket.next('ack');
    const { doc } = await readStoredRoom(installation.databaseUrl, room);
    expect(doc.getXmlFragment('body').toString().split('said once').length).toBeLessThan(3);
    const stored = await countStored(installation.databaseUrl, room, mallory.personId, head);
    expect(stored).toBeLessThan(2);
  }, 60_000);
});
