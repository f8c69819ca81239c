import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { roomOfNote } from '@kring/domain';
import { v7 as uuidv7 } from 'uuid';
import { findRedis, startRedis, type TestRedis } from './bus/testing/redis.ts';
import { RawPage } from './collab/testing/raw-page.ts';
import { RawWriter } from './collab/testing/raw-writer.ts';
import type { Settings } from './config/settings.ts';
import { TestCommunity } from './testing/community.ts';
import type { SignedInTestPerson } from './testing/person.ts';
import { startTestApp, type TestApp } from './testing/test-app.ts';
import { callEndpoint } from './testing/test-client.ts';

const origin = 'http://localhost:3000';
/** Less than the 15 seconds after which everything would be found by looking. */
const SOON = 10_000;
const redisCommand = findRedis();
if (redisCommand === null)
  process.stdout.write('SKIPPED: no redis-server or valkey-server was found, so no processes met over it.\n');

const describeOnRedis = redisCommand === null ? describe.skip : describe;
describe('two processes over PostgreSQL alone', () => telling(false));
describeOnRedis('two processes over Redis', () => telling(true));

function telling(isOnRedis: boolean): void {
  let redis: TestRedis | null = null;
  let one: TestApp;
  let other: TestApp;
  let community: TestCommunity;
  let copId: string;
  let noteId: string;
  let ada: SignedInTestPerson;
  let jan: SignedInTestPerson;
  let pages: RawPage[] = [];
  beforeAll(async () => {
    redis = isOnRedis && redisCommand !== null ? await startRedis(redisCommand) : null;
    const settings: Partial<Settings> = { redisUrl: redis?.url };
    one = await startTestApp(settings);
    other = await startTestApp(settings, one);
    community = new TestCommunity(one.app);
  });
  beforeEach(async () => {
    copId = (await community.addCop()).id;
    ada = await community.addMember(copId, 'facilitator');
    jan = await community.addMember(copId, 'participant');
    const caseId = await community.addCase(copId, { holderId: ada.personId });
    noteId = await community.addNote(caseId, ada.personId);
  });
  afterEach(() => {
    for (const page of pages) page.close();
    pages = [];
  });
  afterAll(async () => {
    await other.close();
    await one.close();
    await redis?.stop();
  });

  async function enter(server: TestApp, { cookie }: SignedInTestPerson): Promise<RawWriter> {
    const page = new RawPage(Number(new URL(server.url).port), 'websocket', { cookie, origin });
    pages.push(page);
    const writer = new RawWriter(page);
    await writer.join(roomOfNote(noteId));
    return writer;
  }

  it(
    '[W1] bring what is typed by way of one to people of the other, both ways',
    async () => {
      const [writer, reader] = [await enter(one, ada), await enter(other, jan)];
      writer.write('from one');
      await reader.hears('from one');
      reader.write('from the other');
      await writer.hears('from the other');
    },
    SOON,
  );

  it(
    '[W3] show who is in by way of the other',
    async () => {
      const reader = await enter(other, jan);
      const before = await enter(one, ada);
      await reader.sees(ada.personId);
      await before.sees(jan.personId);
    },
    SOON,
  );

  it(
    '[P4] close the note in one for whoever is removed by way of the other',
    async () => {
      const reader = await enter(other, jan);
      const params = { copId, personId: jan.personId };
      await callEndpoint(one.url, endpoints.removeMember, { params }, ada);
      expect(await reader.page.next('closed')).toMatchObject({ code: 'access-lost' });
    },
    SOON,
  );

  it(
    '[P5] end the connections in one of whoever signs out by way of the other',
    async () => {
      const reader = await enter(other, jan);
      await callEndpoint(one.url, endpoints.signOut, {}, jan);
      expect(await reader.page.next('error')).toMatchObject({ code: 'signed-out' });
    },
    SOON,
  );

  it(
    '[H1] tell people of one that there is a comment made by way of the other',
    async () => {
      const reader = await enter(other, jan);
      const body = {
        requestId: uuidv7(),
        kind: 'remark' as const,
        anchor: null,
        body: [{ type: 'text' as const, text: 'Klopt dit?' }],
      };
      await callEndpoint(one.url, endpoints.createThread, { params: { noteId }, body }, ada);
      expect(await reader.page.next('look')).toMatchObject({ topic: 'comments' });
    },
    SOON,
  );

  it(
    '[W5] lose nothing while they do not hear each other, and hear each other again',
    async () => {
      const [writer, reader] = [await enter(one, ada), await enter(other, jan)];
      if (redis) await redis.stop();
      else {
        await one.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'kring-bus' AND datname = current_database()",
        );
      }
      writer.write('while deaf');
      await reader.hears('while deaf');
      reader.write('and back');
      await writer.hears('and back');
      if (redis) await redis.start();
      const third = await community.addMember(copId, 'participant');
      await enter(one, third);
      await reader.sees(third.personId);
    },
    SOON,
  );
}
