import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateRawSync } from 'node:zlib';
import { CollabEngine, type Authorizer, type Credentials } from '@kring/collab-engine';
import { SCHEMA_VERSION } from '@kring/live-documents';
import * as Y from 'yjs';
import { liveHeaders } from './live-headers.ts';
import { LiveServer } from './live-server.ts';
import { RawPage } from './testing/raw-page.ts';
import { openDocumentLog, type PostgresLogHarness } from './testing/postgres-log-harness.ts';

const publicUrl = 'http://kring.test';
const room = 'note:0190a000-0000-7000-8000-000000000001';

describe('live server', () => {
  let harness: PostgresLogHarness;
  let server: Server;
  let live: LiveServer;
  let port: number;
  const people = new Map<string, Credentials>();
  const pages: RawPage[] = [];
  const authorizer: Authorizer = {
    authorize: async ({ personId }) => ({
      access: 'write',
      reason: '',
      person: { id: personId, name: 'Somebody', affiliation: '', colour: 1 },
      accessVersion: 1,
    }),
  };

  beforeAll(async () => {
    harness = await openDocumentLog();
    await harness.createDocument(room);
    for (const cookie of ['a', 'b']) people.set(cookie, await harness.createLoginSession());
    server = createServer((_, response) => void response.writeHead(404).end());
    const report = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const engine = new CollabEngine({
      log: harness.log,
      authorizer,
      clock: {
        now: () => performance.now(),
        after: (milliseconds, callback) => {
          const timer = setTimeout(callback, milliseconds).unref();
          return () => clearTimeout(timer);
        },
      },
      logger: report,
      compactor: async () => null,
      deflate: async (bytes) => deflateRawSync(bytes),
      schemaVersion: SCHEMA_VERSION,
      rootNames: { note: ['body'] },
    });
    live = new LiveServer(server, {
      publicUrl,
      engine,
      authenticate: async (cookie) => people.get(cookie ?? '') ?? null,
      onError: () => undefined,
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(async () => {
    for (const page of pages) page.close();
    await live.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await harness.close();
  });

  function open(
    cookie: string,
    transport: string,
    headers: Record<string, string> = { origin: publicUrl },
  ): RawPage {
    const page = new RawPage(port, transport, { cookie, ...headers });
    pages.push(page);
    return page;
  }

  it.each(['websocket', 'polling'])(
    '[S1] carries an edit by %s to disk, to its writer and to others',
    async (transport) => {
      const [writer, reader] = [open('a', transport), open('b', 'websocket')];
      const { clientId, channel, seq } = await writer.join(room);
      const before = await reader.join(room);
      const doc = new Y.Doc();
      doc.clientID = clientId;
      doc.getXmlFragment('body').insert(0, [new Y.XmlText('hello')]);
      const update = Y.encodeStateAsUpdate(doc);
      writer.send({ type: 'update', channel, clientSeq: 1, updates: [update] });
      expect(await writer.next('ack')).toMatchObject({ channel, clientSeq: 1, seq: seq + 1 });
      const received = await reader.next('updates');
      expect(received).toMatchObject({ channel: before.channel, seq: seq + 1 });
      expect(received.updates).toEqual([update]);
      expect((await harness.log.load(room))?.tail.at(-1)).toEqual({
        seq: seq + 1,
        bytes: Buffer.from(update),
      });
    },
  );

  const handshakes: [string, string, Record<string, string>, boolean][] = [
    ['websocket', 'our own origin', { origin: publicUrl }, true],
    ['websocket', 'another origin', { origin: 'http://kring.test.evil.example' }, false],
    ['websocket', 'no origin', {}, false],
    ['websocket', 'no origin, though it says same-origin', { 'sec-fetch-site': 'same-origin' }, false],
    ['polling', 'our own origin', { origin: publicUrl }, true],
    ['polling', 'another origin', { origin: 'null' }, false],
    ['polling', 'no origin', {}, false],
    ['polling', 'no origin, from a page of the same origin', { 'sec-fetch-site': 'same-origin' }, true],
    ['polling', 'no origin, from a page of the same site', { 'sec-fetch-site': 'same-site' }, false],
  ];
  it.each(handshakes)(
    '[P6] a handshake by %s with %s is let in only if it is ours',
    async (transport, _, headers, isIn) => {
      expect(await open('a', transport, headers).connected()).toBe(isIn);
    },
  );

  it.each(['websocket', 'polling'])('[P6] by %s nobody gets in who is not signed in', async (transport) => {
    expect(await open('nobody', transport).connected()).toBe(false);
    expect(await open('a', transport).connected()).toBe(true);
  });

  it.each([
    ['a handshake', 'a', publicUrl, '', 200],
    ['a handshake of nobody', 'nobody', publicUrl, '', 403],
    ['a handshake from elsewhere', 'a', 'http://evil.example', '', 403],
    ['a poll without a handshake', 'a', publicUrl, '&sid=unknown', 400],
  ])('carries the headers that protect pages: %s', async (_, cookie, origin, query, status) => {
    const address = `http://127.0.0.1:${port}/api/live/?EIO=4&transport=polling${query}`;
    const response = await fetch(address, { headers: { origin, cookie } });
    expect(response.status).toBe(status);
    for (const [name, value] of Object.entries(liveHeaders(publicUrl)))
      expect([name, response.headers.get(name)]).toEqual([name, value]);
  });

  it('[P1] sends nothing to a page that says nothing', async () => {
    const page = open('a', 'websocket');
    await page.connected();
    await open('b', 'websocket').join(room);
    expect(page.frames).toEqual([]);
  });
});
