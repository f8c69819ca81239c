import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roomOfNote } from '@kring/domain';
import { RawPage } from './collab/testing/raw-page.ts';
import { RawWriter } from './collab/testing/raw-writer.ts';
import { TestCommunity } from './testing/community.ts';
import { startTestApp, type TestApp } from './testing/test-app.ts';

const metricsToken = 'a word for tests only';
const origin = 'http://localhost:3000';

describe('what a process measures', () => {
  let server: TestApp;
  let withoutToken: TestApp;
  beforeAll(async () => {
    server = await startTestApp({ metricsToken, publicUrl: origin });
    withoutToken = await startTestApp({}, server);
  });
  afterAll(async () => {
    await withoutToken.close();
    await server.close();
  });

  const ask = (authorization?: string, { url } = server) =>
    fetch(`${url}/api/metrics`, { headers: authorization === undefined ? {} : { authorization } });

  async function read(): Promise<Map<string, number>> {
    const text = await (await ask(`Bearer ${metricsToken}`)).text();
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return new Map(
      lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
    );
  }

  it('is told to whoever knows the word, and is not there for anybody else', async () => {
    const known = await ask(`Bearer ${metricsToken}`);
    expect([known.status, known.headers.get('content-type')]).toEqual([
      200,
      expect.stringMatching(/^text\/plain; version=/),
    ]);
    expect((await ask(`Bearer ${metricsToken}x`)).status).toBe(404);
    expect((await ask()).status).toBe(404);
    for (const word of ['', 'Bearer ', 'Bearer undefined', `Bearer ${metricsToken}`])
      expect((await ask(word, withoutToken)).status).toBe(404);
  });

  it('counts who is connected, what is stored, and what is not taken', async () => {
    const community = new TestCommunity(server.app);
    const { id: copId } = await community.addCop();
    const { cookie, personId } = await community.addMember(copId, 'facilitator');
    const noteId = await community.addNote(await community.addCase(copId, { holderId: personId }), personId);
    const before = await read();
    const page = new RawPage(Number(new URL(server.url).port), 'websocket', { cookie, origin });
    const writer = new RawWriter(page);
    await writer.join(roomOfNote(noteId));
    writer.write('one');
    await page.next('ack');
    const after = await read();
    const grown = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
    expect([grown('kring_connections'), grown('kring_rooms'), after.get('kring_bus_up')]).toEqual([1, 1, 1]);
    expect([grown('kring_edits_stored_total'), grown('kring_acknowledgement_seconds_count')]).toEqual([1, 1]);
    expect([after.get('kring_edits_waiting'), after.get('kring_edits_waiting_seconds')]).toEqual([0, 0]);
    writer.send(new Uint8Array([1, 2, 3]));
    const { code } = await page.next('refused');
    expect((await read()).get(`kring_edits_refused_total{code="${code}"}`)).toBe(1);
    page.close();
  });
});
