import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kring/contracts';
import { roomOfNote } from '@kring/domain';
import { NOTE_ROOT } from '@kring/live-documents';
import { v7 as uuidv7 } from 'uuid';
import * as Y from 'yjs';
import { findRedis, startRedis, type TestRedis } from './bus/testing/redis.ts';
import { RawPage } from './collab/testing/raw-page.ts';
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

/** Somebody who writes in a note by way of one process. */
class Writer {
  readonly page: RawPage;
  readonly #doc = new Y.Doc();
  #channel = 0;
  #clientSeq = 0;
  readonly #people = new Set<string>();

  constructor(page: RawPage) {
    this.page = page;
  }

  async join(room: string): Promise<void> {
    const joined = await this.page.join(room);
    for (const update of joined.updates) Y.applyUpdate(this.#doc, update);
    this.#doc.clientID = joined.clientId;
    this.#channel = joined.channel;
    for (const { personId } of joined.people) this.#people.add(personId);
  }

  write(words: string): void {
    const before = Y.encodeStateVector(this.#doc);
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(words)]);
    this.#doc.getXmlFragment(NOTE_ROOT).push([paragraph]);
    this.#clientSeq += 1;
    const update = Y.encodeStateAsUpdate(this.#doc, before);
    this.page.send({ type: 'update', channel: this.#channel, clientSeq: this.#clientSeq, updates: [update] });
  }

  /** Resolves when these words have come from somebody else. */
  async hears(words: string): Promise<void> {
    while (!this.#doc.getXmlFragment(NOTE_ROOT).toString().includes(words)) {
      const { updates } = await this.page.next('updates');
      for (const update of updates) Y.applyUpdate(this.#doc, update);
    }
  }

  /** Resolves when it was told that this person is here. */
  async sees(personId: string): Promise<void> {
    while (!this.#people.has(personId)) {
      const { changes } = await this.page.next('presence');
      for (const change of changes) if (change.kind === 'here') this.#people.add(change.person.personId);
    }
  }
}

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

  async function enter(server: TestApp, { cookie }: SignedInTestPerson): Promise<Writer> {
    const page = new RawPage(Number(new URL(server.url).port), 'websocket', { cookie, origin });
    pages.push(page);
    const writer = new Writer(page);
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
