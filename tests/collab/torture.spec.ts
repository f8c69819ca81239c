import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { judge, type Operation } from './harness/checker.ts';
import { Community } from './harness/community.ts';
import { Installation } from '../../tools/installation.ts';
import { seededRandom } from './harness/random.ts';
import { readStoredRoom } from './harness/stored-log.ts';
import { copyOf, torture } from './harness/torture-run.ts';
import { Typist } from './harness/typist.ts';
import { until } from './harness/until.ts';

const seed = Date.now() % 1_000_000;
let installation: Installation;

beforeAll(async () => {
  installation = await Installation.start();
}, 180_000);

afterAll(async () => {
  await installation?.stop();
}, 60_000);

describe('servers killed while people type', () => {
  it(`lose no acknowledged edit, double none, and leave every copy equal (seed ${seed})`, async () => {
    const options = { apiKills: 1, postgresKills: 1, pointKills: 5, rooms: 2, typistsPerRoom: 3 };
    const report = await torture({ ...options, seed, installation });
    expect({ seed, ...report.verdict }).toEqual({
      seed,
      lost: [],
      doubled: [],
      undead: [],
      smuggled: [],
      unknownAuthors: [],
      diverged: [],
      holes: [],
      falseAcks: [],
      storedAfterRevoke: [],
      unfound: [],
      stuck: [],
    });
    expect(report.crashes).toBe(0);
    expect(report.ackedInserts).toBeGreaterThan(50);
  }, 300_000);

  it('turn the checker red when a page believes what it was not told, and forgets', async () => {
    const community = await Community.found(installation);
    const room = await community.addNote('Te vroeg geloofd');
    const operations: Operation[] = [];
    const visitor = await community.invite('participant');
    const random = seededRandom(seed);
    const options = { visitor, roomName: room, random, operations, pause: 20 };
    const typist = new Typist({ ...options, isGullible: true });
    await typist.page.untilReady();
    typist.start();
    await until(
      () => 'a few edits',
      () => operations.length > 5,
    );
    await installation.killApi();
    const before = operations.length;
    await until(
      () => 'edits that nobody saves',
      () => operations.length > before + 5,
    );
    const forgotten = operations.slice(before);
    await typist.reload();
    await installation.startApi();
    typist.isTyping = false;
    await typist.page.untilReady();
    const { log, doc } = await readStoredRoom(installation.databaseUrl, room);
    const copies = [copyOf(room, 'the page', typist.page.room.doc), copyOf(room, 'the log', doc)];
    await typist.stop();
    const verdict = judge({
      operations,
      copies,
      logs: [log],
      revocations: [],
      acks: [],
      unfound: [],
      stuck: [],
    });
    const lost = forgotten
      .filter(({ removal }) => removal === 'none')
      .map(({ token }) => `${token} in the log`);
    expect(lost).not.toEqual([]);
    expect(verdict.lost).toEqual(expect.arrayContaining(lost));
    expect([verdict.doubled, verdict.diverged, verdict.holes]).toEqual([[], [], []]);
  }, 120_000);
});
