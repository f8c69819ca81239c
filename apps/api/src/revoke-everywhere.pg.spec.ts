import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seededRandom, type SeededRandom } from '@kring/collab-engine/testing';
import { endpoints } from '@kring/contracts';
import { roomOfNote } from '@kring/domain';
import { setTimeout as delay } from 'node:timers/promises';
import { RawPage } from './collab/testing/raw-page.ts';
import { RawWriter } from './collab/testing/raw-writer.ts';
import { TestCommunity } from './testing/community.ts';
import type { SignedInTestPerson } from './testing/person.ts';
import { startTestApp, type TestApp } from './testing/test-app.ts';
import { callEndpoint } from './testing/test-client.ts';

const origin = 'http://localhost:3000';
const seed = Date.now() % 1_000_000;
const ROUNDS = 3;
/** Within this long after a revoke everything that is under way has to have ended. */
const SECOND = 1_000;

/** What takes away rights, and whether whoever loses them may read on. */
const revokes = ['removal', 'lower role', 'archive', 'sign-out', 'disabled account'] as const;
type Revoke = (typeof revokes)[number];
const mayReadOn: ReadonlySet<Revoke> = new Set(['lower role', 'archive']);

describe.each([1, 2])('a revoke on %i process(es)', (processes) => {
  const servers: TestApp[] = [];
  let community: TestCommunity;
  let administrator: SignedInTestPerson;
  beforeAll(async () => {
    const first = await startTestApp({ publicUrl: origin });
    servers.push(first);
    if (processes > 1) servers.push(await startTestApp({ publicUrl: origin }, first));
    community = new TestCommunity(first.app);
    administrator = await community.addPerson('administrator');
  });
  afterAll(async () => {
    for (const server of servers.toReversed()) await server.close();
  });

  async function openRound(random: SeededRandom) {
    const copId = (await community.addCop()).id;
    const holder = await community.addMember(copId, 'facilitator');
    const [loser, other] = [
      await community.addMember(copId, 'participant'),
      await community.addMember(copId, 'participant'),
    ];
    const caseId = await community.addCase(copId, { holderId: holder.personId });
    const room = roomOfNote(await community.addNote(caseId, holder.personId));
    const enter = async ({ cookie }: SignedInTestPerson) => {
      const port = Number(new URL(random.pick(servers).url).port);
      const writer = new RawWriter(new RawPage(port, 'websocket', { cookie, origin }));
      await writer.join(room);
      return writer;
    };
    return { copId, caseId, room, holder, loser, writers: [await enter(loser), await enter(other)] as const };
  }
  type Round = Awaited<ReturnType<typeof openRound>>;

  async function revoke(kind: Revoke, url: string, { copId, caseId, holder, loser }: Round): Promise<void> {
    const member = { copId, personId: loser.personId };
    const { code } = await {
      removal: () => callEndpoint(url, endpoints.removeMember, { params: member }, holder),
      'lower role': () =>
        callEndpoint(url, endpoints.changeMemberRole, { params: member, body: { role: 'observer' } }, holder),
      archive: () => callEndpoint(url, endpoints.archiveCase, { params: { caseId } }, holder),
      'sign-out': () => callEndpoint(url, endpoints.signOut, {}, loser),
      'disabled account': () =>
        callEndpoint(
          url,
          endpoints.updateAccount,
          { params: { personId: loser.personId }, body: { isDisabled: true } },
          administrator,
        ),
    }[kind]();
    expect(code).toBeNull();
  }

  /** How many updates of somebody the log of a room has after a number; of all without a person. */
  async function stored(room: string, after: number, personId?: string): Promise<number> {
    const [row] =
      (await servers[0]?.query<{ count: string }>(
        `SELECT count(*) FROM document_updates u JOIN documents d ON d.id = u.document_id
        WHERE d.room = $1 AND u.seq > $2 AND ($3::uuid IS NULL OR u.person_id = $3)`,
        [room, after, personId ?? null],
      )) ?? [];
    return Number(row?.count);
  }

  async function headOf(room: string): Promise<number> {
    const [row] =
      (await servers[0]?.query<{ head: string }>('SELECT head_seq AS head FROM documents WHERE room = $1', [
        room,
      ])) ?? [];
    return Number(row?.head);
  }

  const contents = ({ page }: RawWriter) => page.frames.filter(({ type }) => type === 'updates').length;

  it.each(revokes)(
    `[P2] of a kind, %s, stores nothing after it, and shows nothing a second later (seed ${seed})`,
    async (kind) => {
      const random = seededRandom(seed);
      for (let number = 0; number < ROUNDS; number++) {
        const round = await openRound(random);
        const [loser, other] = round.writers;
        let isOver = false;
        const typing = round.writers.map(async (writer, who) => {
          for (let edit = 0; !isOver; edit++) {
            writer.write(`${who} ${edit}`);
            await delay(5 + random.below(20));
          }
        });
        await delay(30 + random.below(60));
        await revoke(kind, random.pick(servers).url, round);
        const head = await headOf(round.room);
        expect(await stored(round.room, 0, round.loser.personId)).toBeGreaterThan(0);
        await delay(SECOND);
        const seen = contents(loser);
        await delay(SECOND / 4);
        isOver = true;
        await Promise.all(typing);
        const about = { seed, number };
        const everybody = kind === 'archive';
        expect({
          ...about,
          late: await stored(round.room, head, everybody ? undefined : round.loser.personId),
        }).toEqual({ ...about, late: 0 });
        // The other went on: there was something to be stored, and to be seen.
        if (!everybody) expect(await stored(round.room, head)).toBeGreaterThan(10);
        if (mayReadOn.has(kind)) expect(seen).toBeGreaterThan(0);
        else expect({ ...about, shown: contents(loser) - seen }).toEqual({ ...about, shown: 0 });
        loser.page.close();
        other.page.close();
      }
    },
    60_000,
  );
});
